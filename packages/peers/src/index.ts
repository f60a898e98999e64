export type { FleeCase, FleeClosure, FleeLocation, FleeRoad } from './flee/model.ts';
export { isCamp, kindOfType } from './flee/model.ts';
export { networkOf } from './flee/network.ts';
export type { Observed } from './flee/observed.ts';
export { arrivalsOf, observe } from './flee/observed.ts';
export { readFlee } from './flee/readFlee.ts';
export { fleeDefaults, fleeValidation, readFleeRules } from './flee/rules.ts';
