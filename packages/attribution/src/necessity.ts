/** A probability with what holds whatever the coupling of the noise. */
export interface Bounded {
  /** From the paired worlds; null when the condition never occurs. */
  readonly value: number | null;
  /** Bounds from the two margins alone; null together with `value`. */
  readonly low: number | null;
  readonly high: number | null;
}

/** Probabilities of causation of one factor for a yes or no outcome. */
export interface Causation {
  readonly worlds: number;
  /** Share of worlds with the event, factor off and on. */
  readonly probabilityOff: number;
  readonly probabilityOn: number;
  /** PN: of worlds with the factor and the event, the share without the event but for it. */
  readonly necessity: Bounded;
  /** PS: of worlds with neither, the share in which the factor alone would bring the event. */
  readonly sufficiency: Bounded;
  /** PNS: share of worlds in which the event follows the factor both ways. */
  readonly both: Bounded;
  /** Share of worlds in which the factor prevents the event; 0 is monotone: PN = lower bound. */
  readonly prevented: number;
}

function bounded(value: number, low: number, high: number): Bounded {
  return { value, low: Math.max(0, low), high: Math.min(1, high) };
}

const never: Bounded = { value: null, low: null, high: null };

/**
 * PN, PS and PNS from worlds run twice on the same noise (Pearl's abduction), the factor being set
 * from outside. With p1 = P(event | on) and p0 = P(event | off), whatever the coupling of noise:
 * max(0, (p1 - p0) / p1) <= PN <= min(1, (1 - p0) / p1);
 * max(0, (p1 - p0) / (1 - p0)) <= PS <= min(1, p1 / (1 - p0));
 * max(0, p1 - p0) <= PNS <= min(p1, 1 - p0).
 * Sources: Pearl 2000; Tian and Pearl 2000; for events of climate Hannart and others 2016.
 *
 * @param off [world] 1 if the event occurs with the factor off
 * @param on [world] the same worlds with the factor on
 * @throws RangeError when the worlds are not paired, there is none, or a value is neither 0 nor 1
 * @example
 * ```js
 * import { causation } from '@asylia/attribution';
 * // In three worlds the event occurs with the factor; in one of them also without.
 * causation([1, 0, 0], [1, 1, 1]).necessity.value; // is 2 / 3
 * ```
 */
export function causation(off: ArrayLike<number>, on: ArrayLike<number>): Causation {
  const worlds = off.length;
  if (worlds < 1 || on.length !== worlds) {
    throw new RangeError(
      `paired worlds: expected the same worlds with the factor off and on, at least one, ` +
        `got ${worlds} and ${on.length}`,
    );
  }
  let withOff = 0;
  let withOn = 0;
  let caused = 0;
  let prevented = 0;
  for (let w = 0; w < worlds; w++) {
    const a = off[w]!;
    const b = on[w]!;
    if ((a !== 0 && a !== 1) || (b !== 0 && b !== 1)) {
      throw new RangeError(
        `world ${w}: expected 0 or 1 with the factor off and on, got ${a}, ${b}`,
      );
    }
    withOff += a;
    withOn += b;
    if (b > a) caused++;
    if (b < a) prevented++;
  }
  // In counts of worlds, so that value and bound agree to the bit where they are one.
  const withoutOff = worlds - withOff;
  const more = withOn - withOff;
  return {
    worlds,
    probabilityOff: withOff / worlds,
    probabilityOn: withOn / worlds,
    necessity: withOn === 0 ? never : bounded(caused / withOn, more / withOn, withoutOff / withOn),
    sufficiency:
      withoutOff === 0
        ? never
        : bounded(caused / withoutOff, more / withoutOff, withOn / withoutOff),
    both: bounded(caused / worlds, more / worlds, Math.min(withOn, withoutOff) / worlds),
    prevented: prevented / worlds,
  };
}
