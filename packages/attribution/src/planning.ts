import { pow } from '@asylia/engine';
import { mostFactors } from './coalitions.ts';

/** Orders past which more are of no use: they add less than half a per cent. */
const mostOrders = 65_536;

/** Binomial coefficient as a number; exact up to 2^53. */
function choose(n: number, r: number): number {
  let c = 1;
  for (let i = 1; i <= r; i++) c = (c * (n - r + i)) / i;
  return c;
}

/** @throws RangeError unless `value` is a whole number of at least 1 */
function checkCount(name: string, value: number): void {
  if (!Number.isInteger(value) || value < 1) {
    throw new RangeError(`${name}: expected a whole number of at least 1, got ${value}`);
  }
}

/** @throws RangeError unless `value` is above 0 and finite */
function checkPositive(name: string, value: number): void {
  if (!(value > 0 && value < Number.POSITIVE_INFINITY)) {
    throw new RangeError(`${name}: expected a number above 0, got ${value}`);
  }
}

/** Sampling of orders in the place of the whole table. */
export interface SamplingPlan {
  /** Even: each order comes with its reverse. */
  readonly orders: number;
  /** Expected number of different coalitions to run. */
  readonly coalitions: number;
  readonly runs: number;
  readonly seconds: number;
  /**
   * Standard error that not running every order adds, in units of the standard deviation, over
   * orders, of what a factor adds when it enters: 1 / sqrt(orders). Where an order and its reverse
   * agree it is up to sqrt(2) times as much; where they offset each other, less.
   */
  readonly standardError: number;
}

/** What a table of coalitions costs, and what to do if that is too much. */
export interface Budget {
  readonly runs: number;
  readonly seconds: number;
  readonly fits: boolean;
  /** Worlds that the whole table can have within the time; 0 if none or with over 20 factors. */
  readonly worldsThatFit: number;
  /** Null when the table fits, or when not even two orders do. */
  readonly sampling: SamplingPlan | null;
  /** All of it in a sentence. */
  readonly says: string;
}

/**
 * Expected number of different coalitions that an even number of antithetic orders pass through:
 * 2 + sum over sizes s from 1 to k - 1 of C(k, s) [1 - (1 - 2 / C(k, s))^(orders / 2)].
 */
export function expectedCoalitions(k: number, orders: number): number {
  let expected = 2;
  for (let s = 1; s < k; s++) {
    const c = choose(k, s);
    expected += c * (1 - pow(1 - 2 / c, orders / 2));
  }
  return expected;
}

/**
 * Runs and time of a whole table of coalitions; if it is too much, how many sampled orders fit.
 *
 * @param k factors, 1 to 30
 * @param worlds worlds of every coalition and draw
 * @param draws draws of the parameters, 1 if they are not drawn
 * @param secondsPerRun wall time of a run, all cores together
 * @param allowedSeconds wall time that may be spent
 */
export function budget(
  k: number,
  worlds: number,
  draws: number,
  secondsPerRun: number,
  allowedSeconds: number,
): Budget {
  checkCount('number of factors', k);
  if (k > 30) throw new RangeError(`number of factors: expected at most 30, got ${k}`);
  checkCount('worlds', worlds);
  checkCount('draws', draws);
  checkPositive('seconds per run', secondsPerRun);
  checkPositive('allowed seconds', allowedSeconds);
  const runs = (1 << k) * worlds * draws;
  const seconds = runs * secondsPerRun;
  const fits = seconds <= allowedSeconds && k <= mostFactors;
  const worldsThatFit =
    k > mostFactors ? 0 : Math.floor(allowedSeconds / ((1 << k) * draws * secondsPerRun));
  const secondsPerCoalition = worlds * draws * secondsPerRun;
  const sampling = fits
    ? null
    : planSampling(k, secondsPerCoalition, allowedSeconds, worlds * draws);
  const figures = { runs, seconds, fits, worldsThatFit, sampling };
  const costs =
    `2^${k} coalitions x ${worlds} worlds x ${draws} draws = ${runs} runs, ` +
    `about ${inWords(seconds)}; allowed ${inWords(allowedSeconds)}`;
  return { ...figures, says: `${costs}: ${fits ? 'fits' : adviceOn(k, worldsThatFit, sampling)}` };
}

/** What to do instead of a whole table that does not fit. */
function adviceOn(k: number, worldsThatFit: number, sampling: SamplingPlan | null): string {
  const fewer =
    worldsThatFit > 0
      ? `${worldsThatFit} worlds of the whole table would fit`
      : 'no world of it fits';
  const instead =
    sampling === null
      ? 'and not even two sampled orders: take fewer worlds, draws or factors'
      : `or sample ${sampling.orders} orders (about ${Math.round(sampling.coalitions)} coalitions, ` +
        `${sampling.runs} runs, ${inWords(sampling.seconds)}), which adds a standard error of ` +
        `${sampling.standardError.toFixed(3)} x the spread of what a factor adds over orders`;
  return k > mostFactors
    ? `no whole table with more than ${mostFactors} factors, ${instead}`
    : `too much; ${fewer}, ${instead}`;
}

function planSampling(
  k: number,
  secondsPerCoalition: number,
  allowedSeconds: number,
  runsPerCoalition: number,
): SamplingPlan | null {
  const affordable = (pairs: number) =>
    expectedCoalitions(k, 2 * pairs) * secondsPerCoalition <= allowedSeconds;
  if (!affordable(1)) return null;
  let low = 1;
  let high = mostOrders / 2 + 1;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (affordable(middle)) low = middle;
    else high = middle;
  }
  const orders = 2 * low;
  const coalitions = expectedCoalitions(k, orders);
  return {
    orders,
    coalitions,
    runs: Math.ceil(coalitions * runsPerCoalition),
    seconds: coalitions * secondsPerCoalition,
    standardError: 1 / Math.sqrt(orders),
  };
}

function inWords(seconds: number): string {
  if (seconds < 120) return `${Number(seconds.toPrecision(3))} s`;
  if (seconds < 7200) return `${Number((seconds / 60).toPrecision(3))} min`;
  return `${Number((seconds / 3600).toPrecision(3))} h`;
}
