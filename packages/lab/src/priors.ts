import { keyOf } from '@asylia/cases';
import type { ParameterDeclaration, Prior } from '@asylia/engine';
import { exp, makeKeys, normalQuantile, uniform } from '@asylia/engine';

/** Names the draws of parameters apart from the decisions inside a world. */
const parameterDraw = 1000;

/** The uniform that belongs to one assumption in one world; strictly between 0 and 1. */
export function assumptionUniform(seed: number, world: number, name: string): number {
  return uniform(makeKeys(seed, world), 0, keyOf(name), 0, parameterDraw, 0);
}

/**
 * The value of a parameter at a quantile of its prior, kept within its range.
 * @param u strictly between 0 and 1
 */
export function priorQuantile(
  {
    prior,
    low,
    high,
    default: middle,
  }: Pick<ParameterDeclaration, 'low' | 'high' | 'default'> & {
    readonly prior: Prior;
  },
  u: number,
): number {
  switch (prior.kind) {
    case 'fixed':
      return middle;
    case 'uniform':
      return low + u * (high - low);
    case 'logNormal':
      return clamp(middle * exp(prior.sdLog * normalQuantile(u)), low, high);
    case 'normal':
      return clamp(middle + prior.sd * normalQuantile(u), low, high);
  }
}

export function clamp(x: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, x));
}

/** A prior in words, for ledgers and documents. */
export function priorWords(prior: Prior, low: number, high: number): string {
  switch (prior.kind) {
    case 'fixed':
      return 'not varied';
    case 'uniform':
      return `uniform on ${low} to ${high}`;
    case 'logNormal':
      return `log-normal, sd of ln ${prior.sdLog}, within ${low} to ${high}`;
    case 'normal':
      return `normal, sd ${prior.sd}, within ${low} to ${high}`;
  }
}
