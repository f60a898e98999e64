import { exp, log, makeKeys, uniform } from '@asylia/engine';
import type { Level, RemedyCell } from '../threat/types.ts';

/** Below this part of the harm at baseline a measure counts as this part: a mean needs no zero. */
const leastPart = 0.01;
/** Name of the draws of random weights among the keys of chance. */
const weightDraw = 2000;

/** A measure in a composite, with the weight that the user gives it. */
export interface Weight {
  readonly outcome: string;
  readonly weight: number;
}

/** One remedy under one theory: its composite, and how stable its rank is. */
export interface CompositeRow {
  readonly theory: string;
  readonly remedy: string;
  /** 1 = baseline, 0 = without any source of threat; below 1 is less harm */
  readonly composite: number;
  /** 1 = least harm under the weights given */
  readonly rank: number;
  /** Share of random weights under which it has the least harm. */
  readonly firstShare: number;
}

/**
 * A composite over measures, only ever on request: each measure on the scale from without any
 * source of threat (0) to baseline (1), geometric mean with the weights given. The ranks are
 * tried again under random weights, uniform over all weights that add up to 1. Measures that no
 * source of threat moves are left out.
 *
 * @param weights above 0
 * @param draws random weights
 */
export function compositeOf(
  levels: readonly Level[],
  remedies: readonly RemedyCell[],
  weights: readonly Weight[],
  seed: number,
  draws: number,
): CompositeRow[] {
  const theories = [...new Set(levels.map((level) => level.theory))];
  const ids = [...new Set(remedies.map((cell) => cell.remedy))];
  const effect = new Map(
    remedies.map((cell) => [`${cell.remedy} ${cell.theory} ${cell.outcome}`, cell.effect]),
  );
  return theories.flatMap((theory) => {
    const own = weights.flatMap(({ outcome, weight }) => {
      const level = levels.find((one) => one.theory === theory && one.outcome === outcome);
      const harm = level ? level.baseline - level.without : 0;
      return harm === 0 ? [] : [{ outcome, weight, harm }];
    });
    // [remedy][measure] ln of the part of the harm that is left
    const left = ids.map((remedy) =>
      own.map(({ outcome, harm }) => {
        const change = effect.get(`${remedy} ${theory} ${outcome}`) ?? 0;
        return log(Math.max(leastPart, 1 + change / harm));
      }),
    );
    const given = own.map((one) => one.weight);
    const scores = left.map((parts) => weighted(parts, given));
    const first = new Array<number>(ids.length).fill(0);
    for (let draw = 0; draw < draws; draw++) {
      const random = own.map((_, i) => -log(uniform(makeKeys(seed, draw), 0, i, 0, weightDraw, 0)));
      const tried = left.map((parts) => weighted(parts, random));
      first[tried.indexOf(Math.min(...tried))]! += 1 / draws;
    }
    return ids.map((remedy, r) => ({
      theory,
      remedy,
      composite: exp(scores[r]!),
      rank: 1 + scores.filter((score) => score < scores[r]!).length,
      firstShare: first[r]!,
    }));
  });
}

function weighted(parts: readonly number[], weights: readonly number[]): number {
  let sum = 0;
  let whole = 0;
  parts.forEach((part, i) => {
    sum += weights[i]! * part;
    whole += weights[i]!;
  });
  return whole > 0 ? sum / whole : 0;
}
