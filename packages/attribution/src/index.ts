/**
 * Which factor contributed what to an outcome: mathematics on tables of numbers. A coalition of k
 * factors is a bit mask (bit i set = factor i on); v[mask] is the outcome with exactly these factors
 * on, length 2^k. Rests on `@asylia/engine` for keyed chance alone.
 * @module attribution
 */
export type { Agreement } from './agreement.ts';
export { agreement } from './agreement.ts';
export type { Resamples } from './bootstrap.ts';
export { drawResamples } from './bootstrap.ts';
export { coalitionOf, factorsOf, mostFactors, partsOf, sizeOf } from './coalitions.ts';
export { conditional, firstIn, lastIn, shapley } from './estimands.ts';
export { exceeds } from './events.ts';
export type { Conjunction } from './implicants.ts';
export { minimalConjunctions, mostFactorsOfConjunctions } from './implicants.ts';
export { pairInteractions } from './interactions.ts';
export type { Bounded, Causation } from './necessity.ts';
export { causation } from './necessity.ts';
export { groupTotals, owen } from './owen.ts';
export type { Orders, SampledShapley } from './permutations.ts';
export { coalitionsOfOrders, drawOrders, sampledShapley } from './permutations.ts';
export type { Budget, SamplingPlan } from './planning.ts';
export { budget } from './planning.ts';
export type { ConditionRow, ConditionTable, SufficientPath } from './qca.ts';
export { conditionTable } from './qca.ts';
export type { CauseDefinition, Responsibility } from './responsibility.ts';
export { responsibility } from './responsibility.ts';
export { restrict } from './restrict.ts';
export type { ShapleyEffects } from './shapleyEffects.ts';
export { mostParameters, shapleyEffects } from './shapleyEffects.ts';
export type { SwitchPoint } from './switchPoint.ts';
export { rankingSwitches } from './switchPoint.ts';
