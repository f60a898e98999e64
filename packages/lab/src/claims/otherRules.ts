import type { ClaimRule } from '@asylia/cases';
import { boundsInWords, claimThresholds as limits } from '@asylia/cases';
import { ownValue } from '@asylia/engine';
import type { Level } from '@asylia/security';
import { codeOf } from '@asylia/security';
import type { Answer } from './answer.ts';
import { decided, figure, noHarm, unknown } from './answer.ts';
import { grossOf, wholeHarm } from './harm.ts';
import type { Found } from './results.ts';

type Rule<Kind extends ClaimRule['rule']> = Extract<ClaimRule, { readonly rule: Kind }>;
export type LevelRule = Rule<'harmed' | 'level' | 'remedy' | 'beats'>;

/** A rule over levels and remedies at one outcome. */
export function judgeLevel(rule: LevelRule, found: Found, outcome: string): Answer {
  const level = found.level(outcome);
  const whole = wholeHarm(found, outcome);
  if (!level || !Number.isFinite(level.baseline)) return unknown(`${outcome}: no level`);
  if (rule.rule === 'level') return withinBounds(rule, level);
  if (whole === null) return unknown(`${outcome}: no level without the sources`);
  if (rule.rule === 'harmed')
    return decided(
      whole > 0,
      `${outcome}: ${figure(level.baseline)}, without ${figure(level.without)}`,
    );
  const effect = (remedy: string) => {
    const cell = found.remedy(remedy, outcome);
    return cell && Number.isFinite(cell.effect) ? found.harmSign(outcome) * cell.effect : null;
  };
  const one = effect(rule.remedy);
  if (one === null) return unknown(`${outcome}: remedy ${rule.remedy} not computed`);
  const other = rule.rule === 'beats' ? effect(rule.than) : 0;
  if (other === null && rule.rule === 'beats')
    return unknown(`${outcome}: remedy ${rule.than} not computed`);
  // by all that the sources move; where they move nothing, by the level
  const gross = grossOf(found, outcome);
  const all = gross || Math.abs(whole) || Math.abs(level.baseline);
  const by = rule.rule === 'remedy' ? rule.by : undefined;
  if (by && whole <= 0) return noHarm(outcome);
  const scale = by ? whole : all;
  if (scale === 0 && one === 0 && other === 0) return noHarm(outcome);
  const words = `harm ${one > 0 ? '+' : ''}${figure(one)} by ${rule.remedy}`;
  if (rule.rule === 'beats')
    return decided(
      (other ?? 0) - one > limits.little * scale,
      `${outcome}: ${words}, ${(other ?? 0) > 0 ? '+' : ''}${figure(other ?? 0)} by ${rule.than}, of ${figure(scale)}`,
    );
  const least = limits[by ?? 'little'] * scale;
  const better = one < 0 && -one >= least;
  const worse = one > 0 && one >= least;
  return decided(
    rule.makes === 'better' ? better : rule.makes === 'worse' ? worse : !better,
    `${outcome}: ${words}, of ${figure(scale)}`,
  );
}

function withinBounds(rule: Rule<'level'>, { outcome, baseline }: Level): Answer {
  const atLeast = rule.atLeast ? limits[rule.atLeast] : Number.NEGATIVE_INFINITY;
  const atMost = rule.atMost ? limits[rule.atMost] : Number.POSITIVE_INFINITY;
  return decided(
    baseline >= atLeast && baseline <= atMost,
    `${codeOf(outcome)}: ${figure(baseline)} (claimed: ${boundsInWords(rule)})`,
  );
}

/** A rule that looks at no single outcome. */
export function judgeRecord(
  rule: Rule<'ratio' | 'record' | 'theoryFails' | 'flight'>,
  found: Found,
): Answer {
  const { results } = found;
  if (rule.rule === 'ratio') {
    const top = found.level(rule.top);
    const bottom = found.level(rule.bottom);
    if (!top || !Number.isFinite(top.baseline)) return unknown(`${rule.top}: no level`);
    if (!bottom || !Number.isFinite(bottom.baseline)) return unknown(`${rule.bottom}: no level`);
    if (top.baseline === 0 && bottom.baseline === 0) return noHarm(`${rule.top}, ${rule.bottom}`);
    return decided(
      top.baseline >= limits[rule.least] * bottom.baseline,
      `${rule.top} ${figure(top.baseline)} against ${rule.bottom} ${figure(bottom.baseline)}`,
    );
  }
  if (rule.rule === 'record') {
    const check = ownValue(results.validation, rule.check);
    if (!check || check.pass === null) return unknown(`check ${rule.check}: not made`);
    const say = (value: number | null) => (value === null ? 'no one figure' : figure(value));
    return decided(
      check.pass,
      `check ${rule.check}: model ${say(check.model)}, record ${say(check.record)}`,
    );
  }
  if (rule.rule === 'theoryFails') {
    const about = rule.about ?? '';
    const checks = results.checks.filter(
      (check) =>
        check.theory === rule.theory && (check.id.includes(about) || check.title.includes(about)),
    );
    const made = checks.filter((check) => check.refuted !== null);
    const name = `check of ${rule.theory}${about && ` on ${about}`}`;
    if (made.length === 0)
      return unknown(checks[0] ? `${name}: ${checks[0].evidence}` : `${name}: none made here`);
    const decisive = made.find((check) => check.refuted) ?? made[0]!;
    return decided(
      decisive.refuted === true,
      `${name}: ${decisive.refuted ? 'refuted' : 'not refuted'} (${decisive.evidence})`,
    );
  }
  const verdict = results.causeOfFlight?.[rule.explanation];
  const words = `timing of flight: ${rule.explanation}`;
  if (verdict === undefined) return unknown(`${words} not tested`);
  if (verdict === 'cannotBeTold')
    return unknown(`${words} cannot be told apart from the others as the main cause`);
  const isMain = verdict === 'supported';
  return decided(isMain === rule.isMain, `${words} ${isMain ? '' : 'not '}the main cause`);
}
