import { exp } from './exp.ts';
import { log } from './log.ts';

export { exp } from './exp.ts';
export { log } from './log.ts';

/** log(1 + x), accurate for small x. */
export function log1p(x: number): number {
  const u = 1 + x;
  return u === 1 ? x : (log(u) * x) / (u - 1);
}

/** x to the power y for x >= 0; relative error about |y log x| units in the last place. */
export function pow(x: number, y: number): number {
  if (y === 0) return 1;
  return x === 0 ? (y > 0 ? 0 : Number.POSITIVE_INFINITY) : exp(y * log(x));
}
