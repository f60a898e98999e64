import type {
  CauseRules,
  ExplanationId,
  ExplanationVerdict,
  RuleResult,
  Verdict,
  WindowResult,
} from './types.ts';
import { explanations, indicatorOf } from './types.ts';

/** Set before the data were looked at; the same for every explanation and every case. */
export const causeRules: CauseRules = {
  level: 0.05,
  mainShare: 0.5,
  mostOfLeaving: 0.99,
  fewestPeriods: 20,
};

/**
 * The verdict on each explanation as the main cause of flight.
 * Supported: in every window leaving goes with it in time beyond chance (timing), it stands with
 * the others held and accounts for the main share (held), enough people left just when it was
 * there (reach), and it does not rather follow leaving (direction).
 * Not supported: in every window the data exclude that it accounts for the main share, because
 * too few people left when it was there, or because the whole interval of its share lies below.
 * Else it cannot be told, and so too where there are too few periods for any test to come out.
 */
export function verdicts(
  windows: readonly WindowResult[],
  rules: CauseRules,
): ExplanationVerdict[] {
  return explanations.map((explanation) => {
    const results = windows.flatMap((result) => rulesFor(explanation, result, rules));
    const all = (rule: RuleResult['rule']) =>
      results.filter((r) => r.rule === rule).every((r) => r.held === true);
    const verdict: Verdict = !all('resolution')
      ? 'cannotBeTold'
      : all('timing') && all('held') && all('reach') && all('direction')
        ? 'supported'
        : all('excluded')
          ? 'notSupported'
          : 'cannotBeTold';
    const whole = windows[0]!;
    const term = mainTerm(explanation, whole);
    return {
      explanation,
      verdict,
      rules: results,
      upperBound: sequenceOf(explanation, whole)?.leavingSameOrBefore ?? 0,
      share: term?.share ?? null,
      shareLow95: term?.shareLow95 ?? null,
      shareHigh95: term?.shareHigh95 ?? null,
    };
  });
}

function mainTerm(explanation: ExplanationId, result: WindowResult) {
  return result.regressions
    .find((regression) => regression.isMain)
    ?.terms.find((term) => term.explanation === explanation);
}

function sequenceOf(explanation: ExplanationId, result: WindowResult) {
  return result.sequence.find((row) => row.indicator === indicatorOf[explanation]);
}

function rulesFor(
  explanation: ExplanationId,
  result: WindowResult,
  rules: CauseRules,
): RuleResult[] {
  const window = result.window.id;
  const indicator = indicatorOf[explanation];
  const test = result.shiftTests.find((t) => t.indicator === indicator);
  const term = mainTerm(explanation, result);
  const sequence = sequenceOf(explanation, result);
  const lags = result.lags.find((row) => row.indicator === indicator && row.region === '');
  const largest = (values: readonly (number | null | undefined)[]): number | null => {
    const known = values.filter((x): x is number => typeof x === 'number');
    return known.length > 0 ? Math.max(...known) : null;
  };
  const ahead = largest([lags?.before2, lags?.before1, lags?.same]);
  const behind = largest([lags?.after1, lags?.after2]);
  const forms = result.regressions.flatMap((regression) =>
    regression.terms.filter((t) => t.explanation === explanation && t.low95 !== null),
  );
  const unsure = forms.filter((t) => t.low95! <= 0 && t.high95! >= 0).length;
  const contrary = forms.filter((t) => t.high95! < 0).length;
  const p = test?.pTogether ?? null;
  const reach = sequence?.leavingSameOrBefore ?? null;
  const { share = null, shareHigh95 = null, low95 = null } = term ?? {};
  const smallestP = 1 / result.window.periods;
  return [
    {
      rule: 'resolution',
      window,
      held: smallestP <= rules.level && result.window.periods >= rules.fewestPeriods,
      figures: { periods: result.window.periods, smallestP },
    },
    {
      rule: 'timing',
      window,
      held: p === null ? null : p <= rules.level && (test!.statistic ?? 0) > 0,
      figures: { correlation: test?.statistic ?? null, p },
    },
    {
      rule: 'held',
      window,
      held:
        low95 === null || share === null
          ? null
          : low95 > 0 && share >= rules.mainShare && contrary === 0,
      figures: {
        share,
        low95: term?.shareLow95 ?? null,
        high95: shareHigh95,
        forms: forms.length,
        unsure,
        contrary,
      },
    },
    {
      rule: 'reach',
      window,
      held: reach === null ? null : reach >= rules.mainShare,
      figures: { reach },
    },
    {
      rule: 'direction',
      window,
      held: ahead === null || behind === null ? null : ahead >= behind,
      figures: { ahead, behind },
    },
    {
      rule: 'excluded',
      window,
      held:
        reach === null || (shareHigh95 === null && reach >= rules.mainShare)
          ? null
          : reach < rules.mainShare || shareHigh95! < rules.mainShare,
      figures: { reach, high95: shareHigh95 },
    },
  ];
}
