import { checkFactorCount, sizeOf } from './coalitions.ts';

/**
 * How a contingency is admitted. `2001`: the event still occurs with the contingency and the
 * factor at its actual value (Halpern and Pearl 2001, on which Chockler and Halpern 2004 build).
 * `2005`: also under every part of the contingency (Halpern and Pearl 2005), which asks more.
 */
export type CauseDefinition = '2001' | '2005';

/** What the test of actual cause says of one factor. */
export interface Responsibility {
  /** 1 / (1 + changes); 0 when the factor is no cause. */
  readonly degree: number;
  /** Least number of other switches to turn before the factor decides; null when it never does. */
  readonly changes: number | null;
  /** Those switches, a coalition; the smallest number among equals; null likewise. */
  readonly contingency: number | null;
  /** The event would not have occurred but for this factor, everything else at its actual value. */
  readonly butFor: boolean;
}

const noCause: Responsibility = { degree: 0, changes: null, contingency: null, butFor: false };

/** @throws RangeError unless `yes` is 2^k zeros and ones */
function checkSwitchTable(yes: ArrayLike<number>, k: number): void {
  checkFactorCount(k);
  if (yes.length !== 1 << k) {
    throw new RangeError(`switch table: expected 2^${k} = ${1 << k} values, got ${yes.length}`);
  }
  for (let mask = 0; mask < yes.length; mask++) {
    if (yes[mask] !== 0 && yes[mask] !== 1) {
      throw new RangeError(`switch table, coalition ${mask}: expected 0 or 1, got ${yes[mask]}`);
    }
  }
}

/**
 * Actual cause in the manner of Halpern and Pearl, on the switch table alone, and Chockler and
 * Halpern's degree of responsibility: 1 / (1 + the least number of other switches that must be
 * turned so that the event still occurs but now depends on this one). A but-for cause has 1; one of
 * n + 1 factors each enough alone has 1 / (1 + n); each of eleven voters for an 11-0 choice 1/6.
 *
 * The table knows switches and the event, nothing between: paths through mediators, on which their
 * full test can turn, are not tested apart. The switch may have been on or off; one that was off can
 * be a cause too (what was not done).
 *
 * @param yes [coalition] 1 if the event occurs, length 2^k
 * @param actual coalition that was on in fact; if the event did not occur there, nobody caused it:
 *   turn the table over to ask who prevented it
 * @returns [factor]
 * @throws RangeError for a table of another length, values other than 0 and 1, no such coalition
 * @example
 * ```js
 * import { responsibility } from '@asylia/attribution';
 * // Either of two is enough: one must be turned off before the other decides.
 * responsibility([0, 1, 1, 1], 2).map((one) => one.degree); // is [0.5, 0.5]
 * ```
 */
export function responsibility(
  yes: ArrayLike<number>,
  k: number,
  actual: number = (1 << k) - 1,
  definition: CauseDefinition = '2001',
): Responsibility[] {
  checkSwitchTable(yes, k);
  if (!Number.isInteger(actual) || actual < 0 || actual >= 1 << k) {
    throw new RangeError(`actual coalition: expected a coalition of ${k} factors, got ${actual}`);
  }
  return Array.from({ length: k }, (_, factor) =>
    yes[actual] === 1 ? testFactor(yes, k, actual, factor, definition) : noCause,
  );
}

function testFactor(
  yes: ArrayLike<number>,
  k: number,
  actual: number,
  factor: number,
  definition: CauseDefinition,
): Responsibility {
  const bit = 1 << factor;
  // [turned switches] the contingency is admitted: the event stands, with the factor at its actual
  // value.
  const admitted = new Uint8Array(1 << k);
  let least = k;
  let contingency = -1;
  for (let turned = 0; turned < yes.length; turned++) {
    if (turned & bit) continue;
    let stands = yes[actual ^ turned] === 1;
    if (definition === '2005') {
      for (let j = 0; stands && j < k; j++) {
        if ((turned >>> j) & 1) stands = admitted[turned ^ (1 << j)] === 1;
      }
    }
    if (!stands) continue;
    admitted[turned] = 1;
    if (yes[actual ^ turned ^ bit] === 1) continue;
    const changes = sizeOf(turned);
    if (changes < least) {
      least = changes;
      contingency = turned;
    }
  }
  if (contingency < 0) return noCause;
  return { degree: 1 / (1 + least), changes: least, contingency, butFor: least === 0 };
}
