export { causeOfFlight } from './causeOfFlight.ts';
export type { CauseDeclaration } from './declaration.ts';
export { causeDeclarationSchema, plainDeclaration } from './declaration.ts';
export { phaseRows, regionsOf } from './phases.ts';
export { readPeriods } from './readPeriods.ts';
export * from './types.ts';
export { causeRules } from './verdicts.ts';
