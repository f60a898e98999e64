export { binomialQuantile, cumulative as binomialCumulative } from './binomial.ts';
export { uniformsInWebAssembly } from './kernel.ts';
export type { Keys } from './keys.ts';
export { makeKeys, uniform } from './keys.ts';
export { logNormal } from './logNormal.ts';
export { logBinomialPmf } from './logPmf.ts';
export { normalQuantile } from './normal.ts';
export { philox, uniformsInJavaScript } from './philox.ts';
export { apportion, splitByWeights, successiveChances } from './split.ts';
