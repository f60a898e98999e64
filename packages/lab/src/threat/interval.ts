import type { Resamples } from '@asylia/attribution';
import { drawResamples } from '@asylia/attribution';
import type { Interval } from '@asylia/security';
import { fewestDraws } from '@asylia/security';
import { tidy } from '../bands.ts';

/** Resamples behind the error of an end: it is then known to about a twentieth of itself. */
const bootstraps = 200;

/** Share of the values beyond each end of an interval. */
const beyond = 0.05;

/** Between which order statistics a quantile lies: `weight` of the way from `below` to the next. */
interface Place {
  readonly below: number;
  readonly weight: number;
}

/**
 * Place of a quantile among n values in rising order, from 0 (median-unbiased: type 8 of Hyndman
 * and Fan).
 */
function placeOf(n: number, share: number): Place {
  const place = Math.min(Math.max((n + 1 / 3) * share + 1 / 3, 1), n) - 1;
  const below = Math.min(Math.floor(place), n - 2);
  return { below, weight: place - below };
}

/** All that intervals over the same draws share. */
export interface IntervalRule {
  readonly resamples: Resamples;
  /** of an end, counted from outside: of the low one among rising values, of the high one falling */
  readonly end: Place;
}

/**
 * How intervals over some draws are taken; null with fewer than `fewestDraws`. Resamples of whole
 * draws are keyed by the seed and the same for every figure.
 * @param draws how many, whole number
 * @param seed of the resamples, whole number
 */
export function intervalRule(draws: number, seed: number): IntervalRule | null {
  if (draws < fewestDraws) return null;
  return {
    resamples: drawResamples(draws, bootstraps, seed),
    end: placeOf(draws, beyond),
  };
}

/**
 * The 5 % to 95 % range of a figure over draws and chance, and the bootstrap standard error of both
 * ends; null without a rule.
 * @param values [draw]
 */
export function intervalOf(values: Float64Array, rule: IntervalRule | null): Interval | null {
  if (!rule) return null;
  const order = Uint32Array.from(values, (_, w) => w).sort((a, b) => values[a]! - values[b]!);
  const rising = Float64Array.from(order, (w) => values[w]!);
  const low = endOf(rising, order, rule);
  const high = endOf(rising.reverse(), order.reverse(), rule);
  return {
    low90: tidy(low.value),
    high90: tidy(high.value),
    lowError: tidy(low.error),
    highError: tidy(high.error),
  };
}

/**
 * One end and its error.
 * @param sorted the values, the outermost first
 * @param order [place in `sorted`] number of the draw
 */
function endOf(
  sorted: Float64Array,
  order: Uint32Array,
  { end: { below, weight }, resamples }: IntervalRule,
) {
  const { counts, worlds, bootstraps: many } = resamples;
  const between = (a: number, b: number) => (a === b ? a : a + weight * (b - a));
  const value = between(sorted[below]!, sorted[below + 1]!);
  if (sorted[0] === sorted.at(-1)) return { value, error: 0 };
  let sum = 0;
  let squares = 0;
  for (let b = 0; b < many; b++) {
    const from = b * worlds;
    // Walk inwards until so many drawn values lie outside or here.
    let at = 0;
    let seen = counts[from + order[0]!]!;
    while (seen <= below) seen += counts[from + order[++at]!]!;
    const one = sorted[at]!;
    while (seen <= below + 1) seen += counts[from + order[++at]!]!;
    // From the end itself: large values that differ little lose no digits.
    const off = between(one, sorted[at]!) - value;
    sum += off;
    squares += off * off;
  }
  const mean = sum / many;
  return { value, error: Math.sqrt(Math.max(0, squares - sum * mean) / (many - 1)) };
}

/** The larger error of an interval's ends as a part of its width; null without width. */
export function relativeError({ low90, high90, lowError, highError }: Interval): number | null {
  const width = high90 - low90;
  return width > 0 ? Math.max(lowError, highError) / width : null;
}
