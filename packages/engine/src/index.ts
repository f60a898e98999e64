/**
 * The model: where people go, day by day, as a pure function of a world and a seed. No dependency,
 * no input or output, no clock. `simulate` is the door; a `World` is what `compileCase` of
 * `@asylia/cases` makes of a folder of data, or what a program of your own builds.
 *
 * A layout such as [series x day] says how a flat array is ordered: the last index runs fastest.
 * @module engine
 */
export * from './arithmetic/index.ts';
export * from './chance/index.ts';
export { ConservationError, checkConservation, countEveryone } from './conservation.ts';
export type { DayRow } from './dayTable.ts';
export { dayTable } from './dayTable.ts';
export { decision } from './decisions.ts';
export * from './network/index.ts';
export * from './observers/index.ts';
export { ownValue } from './ownValue.ts';
export * from './parameters/index.ts';
export type { Make, Parts } from './parts.ts';
export { assemble, pick } from './parts.ts';
export { needPerPerson } from './plan/needs.ts';
export type { Plan } from './plan.ts';
export { planWorld } from './plan.ts';
export { hostingCountries, persecutedGroups, refuges } from './roles.ts';
export type { Mode } from './run.ts';
export { shaper } from './shape.ts';
export type { SavedRun, Series, SimulateOptions, Simulation } from './simulate.ts';
export { simulate } from './simulate.ts';
export type { State } from './state.ts';
export { countIndex } from './state.ts';
export { version } from './version.ts';
export * from './vocabulary/index.ts';
export * from './world.ts';
