import {
  causation,
  conditionTable,
  groupTotals,
  mostFactorsOfConjunctions,
  owen,
  pairInteractions,
  rankingSwitches,
  responsibility,
} from '@asylia/attribution';
import type { Factor, MeasureDefinition } from '@asylia/security';
import { fewestDraws } from '@asylia/security';
import { tidy } from '../bands.ts';
import { estimate } from './estimate.ts';
import { leadersOf } from './leaders.ts';
import { ledgerColumns, uncertainOf } from './ledger.ts';
import type { ThreatChunks } from './parts.ts';
import { expectedLevels, expectedTable, overWorlds, withoutPlacebo } from './parts.ts';
import { sampledRow } from './sampled.ts';
import type { TheoryInput } from './setting.ts';
import type { ThreatChunk } from './task.ts';
import type { Answer, AssumptionRow, NecessityRow, SwitchEntry } from './threatSummary.ts';

/** How many assumptions, pairs and paths an answer names. */
const most = { assumptions: 5, interactions: 3, paths: 4 };

/** How every theory answers for the headline measures, beyond the cells; in the first frame. */
export function answersOf(parts: ThreatChunks, headlines: readonly MeasureDefinition[]): Answer[] {
  return parts.input.theories.flatMap((theory, t) =>
    headlines.map((outcome) => answer(parts, theory, t, outcome)),
  );
}

function answer(
  parts: ThreatChunks,
  theory: TheoryInput,
  t: number,
  definition: MeasureDefinition,
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

interface Event {
  readonly harm: Float64Array;
  readonly k: number;
  readonly sign: number;
  readonly threshold: number;
  readonly conditions: ReturnType<typeof conditionTable> | null;
}

function necessityRow(
  parts: ThreatChunks,
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
  if (worldCount < fewestDraws) return base;
  const at = input.factors.indexOf(factor);
  const happens = (index: number) =>
    overWorlds(parts, t, o, index).map((x) => (sign * x > sign * threshold ? 1 : 0));
  const all = happens(sampledRow.baseline());
  const { necessity } = causation(happens(sampledRow.allBut(input, at)), all);
  const isGiven = factor.id === input.given;
  const nothing = happens(sampledRow.without());
  const hasNothingGiven = isGiven || !input.factors.some((one) => one.id === input.given);
  const sufficiency = hasNothingGiven
    ? causation(nothing, happens(sampledRow.alone(input, at))).sufficiency.value
    : null;
  const digits = (x: number | null) => (x === null ? null : tidy(x));
  return {
    ...base,
    pn: digits(necessity.value),
    pnLow: digits(necessity.low),
    pnHigh: digits(necessity.high),
    ps: digits(sufficiency),
  };
}

/** The assumptions that most move the leader's but-for contribution, and where ranks change. */
function ledgerOf(
  parts: ThreatChunks,
  theory: TheoryInput,
  t: number,
  outcome: string,
  factors: readonly Factor[],
  leader: Factor | null,
): { ledger: AssumptionRow[]; explained: number | null; switches: SwitchEntry[] } {
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

function ledgerColumn(part: ThreatChunk, outcome: string, factor: string): Float64Array | null {
  const at = part.columns.indexOf(ledgerColumns(outcome, factor));
  return at < 0 ? null : part.values.subarray(at * part.rows, (at + 1) * part.rows);
}

/**
 * The assumptions that most move what would be gone of a measure but for one source, the most
 * moving first; none where the ledger has no such column.
 * @param part the ledger of the theory
 */
export function movingAssumptions(
  part: ThreatChunk,
  theory: TheoryInput,
  outcome: string,
  factor: string,
): AssumptionRow[] {
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
      ({ one, atLow, atHigh, share }): AssumptionRow => ({
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
    .sort((one, other) => Math.abs(middle(other.values)) - Math.abs(middle(one.values)));
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
