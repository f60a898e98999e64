import type { Factor, OutcomeDefinition } from '@asylia/security';
import {
  causation,
  conditionTable,
  drawResamples,
  groupTotals,
  mostFactorsOfConjunctions,
  owen,
  pairInteractions,
  rankingSwitches,
  responsibility,
  stopOrGoOn,
} from '@asylia/security';
import { tidy } from '../bands.ts';
import { estimate } from './estimate.ts';
import { leadersOf } from './leaders.ts';
import { ledgerColumns, uncertainOf } from './ledger.ts';
import type { ThreatParts } from './parts.ts';
import {
  effectRow,
  expectedLevels,
  expectedTable,
  levelRow,
  overWorlds,
  withoutPlacebo,
} from './parts.ts';
import type { TheoryInput } from './setting.ts';
import type { ThreatPart } from './task.ts';
import type { Answer, LedgerEntry, NecessityRow, SwitchEntry } from './threatSummary.ts';

/** How many assumptions, pairs and paths an answer names. */
const most = { assumptions: 5, interactions: 3, paths: 4 };
const bootstraps = 400;

/** How every theory answers for the headline measures, beyond the cells; in the first frame. */
export function answersOf(
  parts: ThreatParts,
  headlines: readonly OutcomeDefinition[],
  seed: number,
): Answer[] {
  return parts.input.theories.flatMap((theory, t) =>
    headlines.map((outcome) => answer(parts, theory, t, outcome, seed)),
  );
}

function answer(
  parts: ThreatParts,
  theory: TheoryInput,
  t: number,
  definition: OutcomeDefinition,
  seed: number,
): Answer {
  const { input } = parts;
  const o = parts.outcomes.indexOf(definition.id);
  const whole = Float64Array.from(expectedTable(parts, t, o));
  const { v, factors } = withoutPlacebo(whole, input.factors);
  const k = factors.length;
  const effects = estimate(v, factors, ['all'], input.given);
  const { leader, leaderGiven } = leadersOf(effects, factors);
  const levels = expectedLevels(parts, t, o);
  const threshold = (levels[0]! + levels[1]!) / 2;
  // Harm points upwards: where more is better, everything is turned round.
  const sign = definition.direction === 'moreIsWorse' ? 1 : -1;
  const harm = v.map((x) => sign * x);
  const { stable, why, chanceShare } = stability(parts, t, o, factors, leader, seed);
  const { groups, actors } = byActor(factors);
  const totals = groupTotals(owen(v, k, groups), groups);
  // Minimal conjunctions are listed for up to twelve factors: 3^12 of them.
  const conditions =
    k <= mostFactorsOfConjunctions ? conditionTable(harm, k, sign * threshold) : null;
  const moved = ledgerOf(parts, theory, t, definition.id, factors, leader);
  return {
    theory: theory.id,
    outcome: definition.id,
    leader: leader?.id ?? '',
    leaderGiven: leaderGiven?.id ?? '',
    leaderStable: stable,
    stopRule: why,
    chanceShare,
    actors: actors.map((actor, g) => ({ actor, owen: tidy(totals[g]!) })),
    interactions: topPairs(v, factors),
    necessity: factors.map((factor, i) =>
      necessityRow(parts, t, o, factor, i, { harm, k, sign, threshold, conditions }),
    ),
    paths: (conditions?.paths ?? []).slice(0, most.paths).map((path) => ({
      on: namesOf(path.on, factors),
      off: namesOf(path.off, factors),
    })),
    threshold: tidy(threshold),
    ...moved,
  };
}

const namesOf = (mask: number, factors: readonly Factor[]) =>
  factors.flatMap((factor, i) => (mask & (1 << i) ? [factor.id] : []));

function byActor(factors: readonly Factor[]) {
  const actors = [...new Set(factors.map((factor) => factor.actor))];
  const groups = actors.map((actor) =>
    factors.flatMap((factor, i) => (factor.actor === actor ? [i] : [])),
  );
  return { actors, groups };
}

function topPairs(v: Float64Array, factors: readonly Factor[]) {
  const k = factors.length;
  const values = pairInteractions(v, k);
  const pairs: { pair: [string, string]; value: number }[] = [];
  for (let i = 0; i < k; i++) {
    for (let j = i + 1; j < k; j++) {
      const value = values[i * k + j]!;
      if (value !== 0) pairs.push({ pair: [factors[i]!.id, factors[j]!.id], value: tidy(value) });
    }
  }
  return pairs.sort((a, b) => Math.abs(b.value) - Math.abs(a.value)).slice(0, most.interactions);
}

/** How sure the leader is over worlds, and how much of its spread is chance alone. */
function stability(
  parts: ThreatParts,
  t: number,
  o: number,
  factors: readonly Factor[],
  leader: Factor | null,
  seed: number,
) {
  const { input, worldCount } = parts;
  if (worldCount < 2 || !leader) {
    return {
      stable: null,
      why: leader ? 'no interval: fewer than two sampled worlds' : 'nothing contributes',
      chanceShare: null,
    };
  }
  const k = factors.length;
  const effects = new Float64Array(worldCount * k);
  factors.forEach((factor, i) => {
    const at = input.factors.indexOf(factor);
    const values = overWorlds(parts, t, o, effectRow(input, 0, at, 'shapley'));
    values.forEach((value, w) => {
      effects[w * k + i] = value;
    });
  });
  const resamples = drawResamples(worldCount, bootstraps, seed);
  const names = factors.map((factor) => factor.id);
  const verdict = stopOrGoOn(effects, k, resamples, names);
  const own = Float64Array.from(
    { length: worldCount },
    (_, w) => effects[w * k + factors.indexOf(leader)]!,
  );
  return {
    stable: tidy(verdict.leadersStable),
    why: verdict.why,
    chanceShare: chanceShareOf(own, input.perDraw),
  };
}

/** Variance within draws of the assumptions over the whole variance; null with one world a draw. */
export function chanceShareOf(values: Float64Array, perDraw: number): number | null {
  const draws = Math.floor(values.length / perDraw);
  if (perDraw < 2 || draws < 2) return null;
  const n = draws * perDraw;
  const mean = values.subarray(0, n).reduce((sum, x) => sum + x, 0) / n;
  let within = 0;
  let whole = 0;
  for (let d = 0; d < draws; d++) {
    const own = values.subarray(d * perDraw, (d + 1) * perDraw);
    const middle = own.reduce((sum, x) => sum + x, 0) / perDraw;
    for (const x of own) {
      within += (x - middle) * (x - middle);
      whole += (x - mean) * (x - mean);
    }
  }
  if (whole <= 0) return null;
  return tidy(Math.min(1, within / (n - draws) / (whole / (n - 1))));
}

interface Event {
  readonly harm: Float64Array;
  readonly k: number;
  readonly sign: number;
  readonly threshold: number;
  readonly conditions: ReturnType<typeof conditionTable> | null;
}

function necessityRow(
  parts: ThreatParts,
  t: number,
  o: number,
  factor: Factor,
  i: number,
  { harm, k, sign, threshold, conditions }: Event,
): NecessityRow {
  const { input, worldCount } = parts;
  const yes = harm.map((x) => (x > sign * threshold ? 1 : 0));
  const row = conditions?.rows.find(
    (one) => one.condition.on === 1 << i && one.condition.off === 0,
  );
  const degree = responsibility(yes, k)[i]?.degree ?? 0;
  const base = {
    factor: factor.id,
    pn: null,
    pnLow: null,
    pnHigh: null,
    ps: null,
    necessityConsistency: row?.necessityConsistency ?? null,
    sufficiencyConsistency: row?.sufficiencyConsistency ?? null,
    necessityCoverage: row?.necessityCoverage ?? null,
    responsibility: tidy(degree),
  };
  if (worldCount < 2) return base;
  const at = input.factors.indexOf(factor);
  const read = (which: 'lastIn' | 'firstIn' | 'firstGiven', of = at) =>
    overWorlds(parts, t, o, effectRow(input, 0, of, which));
  const happens = (values: Float64Array) =>
    values.map((x) => (sign * x > sign * threshold ? 1 : 0));
  const all = overWorlds(parts, t, o, levelRow(input, 0));
  const last = read('lastIn');
  const { necessity } = causation(happens(all.map((x, w) => x - last[w]!)), happens(all));
  const none = overWorlds(parts, t, o, levelRow(input, 1));
  const givenAt = input.factors.findIndex((one) => one.id === input.given);
  const isGiven = at === givenAt || givenAt < 0;
  const first = read('firstIn', isGiven ? at : givenAt);
  const context = isGiven ? none : none.map((x, w) => x + first[w]!);
  const added = isGiven ? first : read('firstGiven');
  const { sufficiency } = causation(
    happens(context),
    happens(context.map((x, w) => x + added[w]!)),
  );
  const digits = (x: number | null) => (x === null ? null : tidy(x));
  return {
    ...base,
    pn: digits(necessity.value),
    pnLow: digits(necessity.low),
    pnHigh: digits(necessity.high),
    ps: digits(sufficiency.value),
  };
}

/** The assumptions that most move the leader's but-for contribution, and where ranks change. */
function ledgerOf(
  parts: ThreatParts,
  theory: TheoryInput,
  t: number,
  outcome: string,
  factors: readonly Factor[],
  leader: Factor | null,
): { ledger: LedgerEntry[]; explained: number | null; switches: SwitchEntry[] } {
  const part = parts.ledgers[t];
  if (!part || !leader) return { ledger: [], explained: null, switches: [] };
  const uncertain = uncertainOf(theory);
  const own = ledgerColumn(part, outcome, leader.id);
  if (!own) return { ledger: [], explained: null, switches: [] };
  return {
    ledger: movingAssumptions(part, theory, outcome, leader.id),
    explained: shownOrNull(own[3 * uncertain.length + 1]!),
    switches: switchesOf(theory, factors, (factor) => ledgerColumn(part, outcome, factor.id)),
  };
}

const shownOrNull = (x: number) => (Number.isNaN(x) ? null : tidy(x));

function ledgerColumn(part: ThreatPart, outcome: string, factor: string): Float64Array | null {
  const at = part.columns.indexOf(ledgerColumns(outcome, factor));
  return at < 0 ? null : part.values.subarray(at * part.rows, (at + 1) * part.rows);
}

/**
 * The assumptions that most move what would be gone of a measure but for one source, the most
 * moving first; none where the ledger has no such column.
 * @param part the ledger of the theory
 */
export function movingAssumptions(
  part: ThreatPart,
  theory: TheoryInput,
  outcome: string,
  factor: string,
): LedgerEntry[] {
  const uncertain = uncertainOf(theory);
  const own = ledgerColumn(part, outcome, factor);
  if (!own) return [];
  const middle = own[3 * uncertain.length]!;
  return uncertain
    .map((one, i) => ({ one, atLow: own[3 * i]!, atHigh: own[3 * i + 1]!, share: own[3 * i + 2]! }))
    .map((row) => ({
      ...row,
      swing: Math.max(row.atLow, row.atHigh, middle) - Math.min(row.atLow, row.atHigh, middle),
    }))
    .filter((row) => row.swing > 0)
    .sort((a, b) => b.swing - a.swing)
    .slice(0, most.assumptions)
    .map(
      ({ one, atLow, atHigh, share }): LedgerEntry => ({
        assumption: one.id,
        title: one.declaration.title,
        unit: one.declaration.unit,
        low: tidy(one.lowValue),
        value: tidy(one.declaration.default),
        high: tidy(one.highValue),
        atLow: tidy(atLow),
        atHigh: tidy(atHigh),
        shapleyEffect: shownOrNull(share),
        source: one.declaration.source,
        mark: one.declaration.mark,
      }),
    );
}

/** Where, along one assumption, the two largest contributions change places. */
function switchesOf(
  theory: TheoryInput,
  factors: readonly Factor[],
  column: (factor: Factor) => Float64Array | null,
): SwitchEntry[] {
  const uncertain = uncertainOf(theory);
  const listed = factors.flatMap((factor) => {
    const values = column(factor);
    return values ? [{ factor, values }] : [];
  });
  const middle = (values: Float64Array) => values[3 * uncertain.length]!;
  const ranked = listed
    .filter(({ values }) => middle(values) !== 0)
    .sort((a, b) => Math.abs(middle(b.values)) - Math.abs(middle(a.values)));
  const [a, b] = ranked;
  if (!a || !b) return [];
  return uncertain.flatMap((one, i): SwitchEntry[] => {
    const grid = [one.lowValue, one.declaration.default, one.highValue];
    if (!(grid[0]! < grid[1]! && grid[1]! < grid[2]!)) return [];
    const along = ({ values }: { values: Float64Array }) => [
      values[3 * i]!,
      middle(values),
      values[3 * i + 1]!,
    ];
    return rankingSwitches(grid, along(a), along(b)).map((turn) => ({
      assumption: one.id,
      factors: [a.factor.id, b.factor.id] as const,
      at: tidy((turn.at + turn.until) / 2),
    }));
  });
}
