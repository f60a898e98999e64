import { checkTable, sizeOf } from './coalitions.ts';
import { exceeds } from './events.ts';
import { type Conjunction, meets, minimalConjunctions } from './implicants.ts';

/** How far a condition is necessary and sufficient; a ratio over no coalition is null. */
export interface ConditionRow {
  readonly condition: Conjunction;
  /** Coalitions that meet the condition, that have the event, that have both. */
  readonly met: number;
  readonly events: number;
  readonly together: number;
  /** together / events: 1 if the event never occurs without the condition. */
  readonly necessityConsistency: number | null;
  /** together / met: small if the condition is there much more often than the event. */
  readonly necessityCoverage: number | null;
  /** together / met: 1 if the event always occurs with the condition. */
  readonly sufficiencyConsistency: number | null;
  /** together / events: how much of the event the condition accounts for. */
  readonly sufficiencyCoverage: number | null;
  /** (all - met) / (all - together): near 0 a necessary condition is trivial, always there. */
  readonly relevanceOfNecessity: number | null;
}

/** A minimal sufficient conjunction and what it accounts for. */
export interface SufficientPath extends Conjunction {
  /** Share of coalitions with the event that meet it. */
  readonly rawCoverage: number;
  /** Share that meet it and no other path. */
  readonly uniqueCoverage: number;
}

/** Table of necessity and sufficiency in the manner of crisp-set QCA. */
export interface ConditionTable {
  /** Event: outcome > threshold. */
  readonly threshold: number;
  readonly coalitions: number;
  readonly events: number;
  /** Every factor on, then every factor off, then on request every pair on. */
  readonly rows: readonly ConditionRow[];
  readonly paths: readonly SufficientPath[];
}

/**
 * Consistency and coverage over the coalitions, each counting once, and the minimal sufficient
 * conjunctions. Here the coalitions are the cases: all of them are run, so there are no remainders,
 * and the ratios say how the model answers, not how often the world offers a combination.
 * Sources: Ragin 1987, 2006; relevance of necessity Schneider and Wagemann 2012.
 *
 * @param v [coalition], k at most 12
 * @param pairs also a row for each two factors on together
 */
export function conditionTable(
  v: Float64Array,
  k: number,
  threshold: number,
  pairs = false,
): ConditionTable {
  checkTable(v, k);
  const yes = exceeds(v, threshold);
  const events = yes.reduce((sum, one) => sum + one, 0);
  const conditions: Conjunction[] = [];
  for (let i = 0; i < k; i++) conditions.push({ on: 1 << i, off: 0 });
  for (let i = 0; i < k; i++) conditions.push({ on: 0, off: 1 << i });
  if (pairs) {
    for (let i = 0; i < k; i++) {
      for (let j = i + 1; j < k; j++) conditions.push({ on: (1 << i) | (1 << j), off: 0 });
    }
  }
  return {
    threshold,
    coalitions: v.length,
    events,
    rows: conditions.map((condition) => rowOf(yes, events, k, condition)),
    paths: pathsOf(yes, events, k),
  };
}

function ratio(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}

function rowOf(yes: Uint8Array, events: number, k: number, condition: Conjunction): ConditionRow {
  let together = 0;
  for (let mask = 0; mask < yes.length; mask++) {
    if (yes[mask] === 1 && meets(mask, condition)) together++;
  }
  const met = 1 << (k - sizeOf(condition.on | condition.off));
  return {
    condition,
    met,
    events,
    together,
    necessityConsistency: ratio(together, events),
    necessityCoverage: ratio(together, met),
    sufficiencyConsistency: ratio(together, met),
    sufficiencyCoverage: ratio(together, events),
    relevanceOfNecessity: ratio(yes.length - met, yes.length - together),
  };
}

function pathsOf(yes: Uint8Array, events: number, k: number): SufficientPath[] {
  const paths = minimalConjunctions(yes, k);
  const raw = new Float64Array(paths.length);
  const unique = new Float64Array(paths.length);
  for (let mask = 0; mask < yes.length; mask++) {
    if (yes[mask] === 0) continue;
    let count = 0;
    let last = 0;
    for (let n = 0; n < paths.length; n++) {
      if (!meets(mask, paths[n]!)) continue;
      raw[n]! += 1;
      count++;
      last = n;
    }
    if (count === 1) unique[last]! += 1;
  }
  return paths.map((path, n) => ({
    ...path,
    rawCoverage: raw[n]! / events,
    uniqueCoverage: unique[n]! / events,
  }));
}
