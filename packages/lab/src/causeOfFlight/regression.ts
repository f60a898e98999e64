import type { Panel } from './panel.ts';
import type { PoissonFit } from './poisson.ts';
import { fitPoisson, robustErrors, studentQuantile975 } from './poisson.ts';
import type { ExplanationId, Indicator, Regression, Term, WindowId } from './types.ts';
import { explanations, indicatorOf } from './types.ts';

type Choice = Pick<Regression, 'exposure' | 'effects' | 'insurgencyBy'>;

/** The main form first; the others show how much hangs on its choices. */
const choices: readonly Choice[] = [
  { exposure: 'sameAndBefore', effects: 'region', insurgencyBy: 'battles' },
  { exposure: 'same', effects: 'region', insurgencyBy: 'battles' },
  { exposure: 'sameAndBefore', effects: 'region', insurgencyBy: 'insurgentKillings' },
  { exposure: 'sameAndBefore', effects: 'regionAndPeriod', insurgencyBy: 'battles' },
  { exposure: 'same', effects: 'regionAndPeriod', insurgencyBy: 'battles' },
];

/** Log-linear regressions of leaving on the three explanations at once, in several forms. */
export function regressions(panel: Panel, window: WindowId): Regression[] {
  return choices
    .filter((choice) => panel.value[choice.insurgencyBy] !== null)
    .map((choice, i) => regression(panel, window, choice, i === 0));
}

interface CountIndexes {
  readonly counts: Float64Array;
  readonly offset: Float64Array;
  readonly periodOf: readonly number[];
  /** effects of regions (and periods) */
  readonly effects: readonly (readonly number[])[];
  /** logarithm of one plus the exposure, by explanation */
  readonly exposures: Readonly<Record<ExplanationId, readonly number[]>>;
}

function regression(panel: Panel, window: WindowId, choice: Choice, isMain: boolean): Regression {
  const cells = cellsOf(panel, choice);
  const base = {
    id: `${choice.exposure}-${choice.effects}-${choice.insurgencyBy}`,
    window,
    ...choice,
    isMain,
    cells: cells.counts.length,
  };
  const used = explanations.filter((id) => varies(cells.exposures[id]));
  const fit = fitWith(cells, used);
  const parameters = (cells.effects[0]?.length ?? 0) + used.length;
  if (!fit || cells.counts.length <= parameters) {
    const failure = !fit ? 'notEstimable' : 'tooFewCells';
    return { ...base, dispersion: null, terms: [], failure };
  }
  const periods = panel.from.length;
  const design = designOf(cells, used);
  const errors = robustErrors(fit, cells.counts, design, cells.periodOf, periods, lagsFor(periods));
  const t = studentQuantile975(Math.max(1, periods - 1));
  const deviances = deviancesOf(cells, used, fit);
  const terms = explanations.map((explanation): Term => {
    const k = used.indexOf(explanation);
    if (k < 0) return emptyTerm(explanation);
    const at = cells.effects[0]!.length + k;
    const coefficient = fit.coefficients[at]!;
    const half = t * errors[at]!;
    const share = (b: number) => attributable(fit.means, cells.exposures[explanation], b);
    return {
      explanation,
      coefficient,
      low95: coefficient - half,
      high95: coefficient + half,
      perDoubling: 2 ** coefficient,
      share: share(coefficient),
      shareLow95: share(coefficient - half),
      shareHigh95: share(coefficient + half),
      ...deviances[explanation]!,
    };
  });
  return { ...base, dispersion: fit.dispersion, terms, failure: '' };
}

function emptyTerm(explanation: ExplanationId): Term {
  return {
    explanation,
    coefficient: null,
    low95: null,
    high95: null,
    perDoubling: null,
    share: null,
    shareLow95: null,
    shareHigh95: null,
    devianceAlone: null,
    devianceLast: null,
  };
}

/**
 * Share of the people leaving that would not have left with the exposure at none and all else as
 * it was: 1 - sum of mean * exp(-b x) over sum of mean. Negative where b is.
 */
function attributable(means: Float64Array, exposure: readonly number[], b: number): number {
  let all = 0;
  let without = 0;
  means.forEach((mean, i) => {
    all += mean;
    without += mean * Math.exp(-b * exposure[i]!);
  });
  return 1 - without / all;
}

/** Periods and regions in which nobody left tell nothing beside an effect of their own: left out. */
function cellsOf(panel: Panel, choice: Choice): CountIndexes {
  const n = panel.from.length;
  const leaving = panel.value.leaving!;
  const regions = panel.regions.map((_, r) => r);
  const periods = panel.from.map((_, t) => t);
  const has = (r: number, t: number) => leaving[r * n + t]! > 0;
  const keptRegions = regions.filter((r) => periods.some((t) => has(r, t)));
  const keptPeriods =
    choice.effects === 'region' ? periods : periods.filter((t) => regions.some((r) => has(r, t)));
  const pairs = keptRegions.flatMap((r) => keptPeriods.map((t) => ({ r, t })));
  const usualDays = [...panel.days].sort((a, b) => a - b)[Math.floor(n / 2)]!;
  const exposure = (indicator: Indicator) =>
    pairs.map(({ r, t }) => {
      const values = panel.value[indicator]!;
      const isBefore = choice.exposure === 'sameAndBefore' && t > 0;
      const sum = values[r * n + t]! + (isBefore ? values[r * n + t - 1]! : 0);
      const days = panel.days[t]! + (isBefore ? panel.days[t - 1]! : 0);
      const periodsSeen = isBefore ? 2 : 1;
      return Math.log1p((sum * usualDays * periodsSeen) / days);
    });
  return {
    counts: Float64Array.from(pairs, ({ r, t }) => leaving[r * n + t]!),
    offset: Float64Array.from(pairs, ({ t }) => Math.log(panel.days[t]! / usualDays)),
    periodOf: pairs.map(({ t }) => t),
    effects: pairs.map(({ r, t }) => [
      ...keptRegions.map((other) => Number(other === r)),
      ...(choice.effects === 'region' ? [] : keptPeriods.slice(1).map((p) => Number(p === t))),
    ]),
    exposures: {
      strikes: exposure(indicatorOf.strikes),
      insurgency: exposure(choice.insurgencyBy),
      expulsion: exposure(indicatorOf.expulsion),
    },
  };
}

function varies(values: readonly number[]): boolean {
  return values.some((x) => x !== values[0]);
}

function designOf(cells: CountIndexes, used: readonly ExplanationId[]): number[][] {
  return cells.effects.map((row, i) => [...row, ...used.map((id) => cells.exposures[id][i]!)]);
}

function fitWith(cells: CountIndexes, used: readonly ExplanationId[]): PoissonFit | null {
  if (cells.counts.length === 0) return null;
  return fitPoisson(cells.counts, designOf(cells, used), cells.offset);
}

/** What each explanation adds to the fit, first and last, as a share of the deviance of the effects alone. */
function deviancesOf(
  cells: CountIndexes,
  used: readonly ExplanationId[],
  full: PoissonFit,
): Partial<Record<ExplanationId, Pick<Term, 'devianceAlone' | 'devianceLast'>>> {
  const none = fitWith(cells, []);
  const share = (worse: PoissonFit | null, better: PoissonFit | null) =>
    none && worse && better && none.deviance > 0
      ? (worse.deviance - better.deviance) / none.deviance
      : null;
  return Object.fromEntries(
    used.map((id) => {
      const rest = used.filter((other) => other !== id);
      return [
        id,
        {
          devianceAlone: share(none, fitWith(cells, [id])),
          devianceLast: share(fitWith(cells, rest), full),
        },
      ];
    }),
  );
}

/** Lags that are let in, by the usual rule of Newey and West (1994): 4 (n / 100)^(2/9). */
function lagsFor(periods: number): number {
  return Math.floor(4 * (periods / 100) ** (2 / 9));
}
