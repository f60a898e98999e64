import type { CellFigure, ClaimRule } from '@asylia/cases';
import { claimThresholds as limits } from '@asylia/cases';
import type { Answer } from './answer.ts';
import { decided, figure, noHarm, unknown } from './answer.ts';
import { grossOf, harmOf, isRounding, wholeHarm } from './harm.ts';
import type { Found } from './results.ts';

type Rule<Kind extends ClaimRule['rule']> = Extract<ClaimRule, { readonly rule: Kind }>;
export type FactorRule = Rule<
  | 'necessary'
  | 'sufficient'
  | 'leadsGivenO1'
  | 'ranksFirstGivenO1'
  | 'adds'
  | 'addsLittle'
  | 'outweighs'
  | 'remainsWithout'
  | 'frameMoves'
>;

const named: Readonly<Record<CellFigure, string>> = {
  firstIn: 'alone',
  lastIn: 'but for it',
  shapley: 'on average',
  conditional: 'given O1',
};
const missing = (outcome: string, factor: string, wanted: CellFigure): Answer =>
  unknown(`${outcome}: no figure for ${factor} (${named[wanted]})`);

/** A rule over factors at one outcome. Harm is positive in the words, whatever the outcome counts. */
export function judgeFactor(rule: FactorRule, found: Found, outcome: string): Answer {
  if (rule.rule === 'frameMoves') return frameMoves(rule, found, outcome);
  const cells = found.cellsOf(rule.frame ?? 'all', outcome);
  if (cells.size === 0) return unknown(`${outcome}: not computed`);
  const get = (factor: string, wanted: CellFigure) => harmOf(found, cells.get(factor), wanted);
  if (rule.rule === 'necessary' || rule.rule === 'sufficient' || rule.rule === 'remainsWithout') {
    const wanted = rule.rule === 'sufficient' ? 'firstIn' : 'lastIn';
    const whole = wholeHarm(found, outcome, rule.frame);
    const value = get(rule.factor, wanted);
    if (value === null) return missing(outcome, rule.factor, wanted);
    if (whole === null) return unknown(`${outcome}: no level`);
    if (whole <= 0) return noHarm(outcome);
    if (rule.rule === 'remainsWithout')
      return decided(
        whole - value > limits.little * whole,
        `${outcome}: without ${rule.factor} ${figure(whole - value)} of ${figure(whole)} is left`,
      );
    return decided(
      value >= limits.half * whole,
      `${outcome}: ${rule.factor} ${named[wanted]} ${figure(value)} of ${figure(whole)}`,
    );
  }
  const gross = grossOf(found, outcome, rule.frame);
  if (gross === 0) return noHarm(outcome);
  if (rule.rule === 'adds' || rule.rule === 'addsLittle') {
    const value = get(rule.factor, rule.figure);
    if (value === null) return missing(outcome, rule.factor, rule.figure);
    const signed = rule.rule === 'adds' && rule.sign === 'relief' ? -value : value;
    return decided(
      rule.rule === 'adds' ? signed > limits.little * gross : signed <= limits.little * gross,
      `${outcome}: ${rule.factor} ${named[rule.figure]} ${figure(value)} where all sources move ${figure(gross)}`,
    );
  }
  if (rule.rule === 'outweighs') {
    const one = sum(rule.factors, (factor) => get(factor, rule.figure));
    const other = sum(rule.others, (factor) => get(factor, rule.figure));
    if (typeof one === 'string') return missing(outcome, one, rule.figure);
    if (typeof other === 'string') return missing(outcome, other, rule.figure);
    if (isRounding(one, gross) && isRounding(other, gross)) return noHarm(outcome);
    return decided(
      one > other,
      `${outcome}: ${rule.factors.join(' + ')} ${figure(one)} against ${rule.others.join(' + ')} ${figure(other)} (${named[rule.figure]})`,
    );
  }
  return leads(rule, found, outcome);
}

/** Against the largest of the other sources given O1. */
function leads(
  rule: Rule<'leadsGivenO1' | 'ranksFirstGivenO1'>,
  found: Found,
  outcome: string,
): Answer {
  const cells = found.cellsOf(rule.frame ?? 'all', outcome);
  const given = (factor: string) => harmOf(found, cells.get(factor), 'conditional');
  const own = rule.rule === 'leadsGivenO1' ? ['O1', ...rule.with] : [rule.factor];
  const value = sum(own, (factor) =>
    factor === 'O1' ? harmOf(found, cells.get(factor), 'firstIn') : given(factor),
  );
  if (typeof value === 'string')
    return missing(outcome, value, value === 'O1' ? 'firstIn' : 'conditional');
  let best = { factor: '', value: Number.NEGATIVE_INFINITY };
  for (const factor of cells.keys()) {
    if (factor === 'O1' || own.includes(factor)) continue;
    const other = given(factor);
    if (other === null) return missing(outcome, factor, 'conditional');
    if (other > best.value) best = { factor, value: other };
  }
  if (best.factor === '') return unknown(`${outcome}: no other source to compare with`);
  const whole = wholeHarm(found, outcome, rule.frame);
  if (rule.rule === 'leadsGivenO1' && whole !== null && whole <= 0) return noHarm(outcome);
  return decided(
    value > 0 && value >= best.value,
    `${outcome}: ${own.join(' + ')} ${figure(value)}, next ${best.factor} ${figure(best.value)} given O1`,
  );
}

function frameMoves(rule: Rule<'frameMoves'>, found: Found, outcome: string): Answer {
  const shares: number[] = [];
  let moves = false;
  for (const frame of rule.frames) {
    const cells = found.cellsOf(frame, outcome);
    if (cells.size === 0) return unknown(`${outcome}: not computed in frame ${frame}`);
    const gross = grossOf(found, outcome, frame);
    // a factor that is no player in a frame has no part in its answer
    const own = harmOf(found, cells.get(rule.factor), 'shapley') ?? 0;
    shares.push(gross === 0 ? 0 : own / gross);
    moves ||= gross > 0;
  }
  if (!moves) return noHarm(outcome);
  const [one, other] = shares as [number, number];
  return decided(
    Math.abs(one - other) > limits.little,
    `${outcome}: part of ${rule.factor} ${figure(one)} in frame ${rule.frames[0]}, ${figure(other)} in frame ${rule.frames[1]}`,
  );
}

/** The sum, or the first factor without a figure. */
function sum(factors: readonly string[], get: (factor: string) => number | null): number | string {
  let total = 0;
  for (const factor of factors) {
    const value = get(factor);
    if (value === null) return factor;
    total += value;
  }
  return total;
}
