import { exp } from '../arithmetic/index.ts';
import { normalQuantile } from './normal.ts';

/** Quantile of the log-normal law with mean 1. @param u 0 < u < 1 @param spread sd of ln, >= 0 */
export function logNormal(u: number, spread: number): number {
  return spread > 0 ? exp(spread * normalQuantile(u) - 0.5 * spread * spread) : 1;
}
