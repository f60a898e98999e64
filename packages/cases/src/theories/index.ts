export type { CheckArgs, CheckKind, TheoryCheck } from './checkKinds.ts';
export { checkKindNames, checkKinds } from './checkKinds.ts';
export type { Observation } from './observations.ts';
export { observationsSchema, readObservations } from './observations.ts';
export { readTheory } from './readTheory.ts';
export type { Theory, TheoryParameterId, TheorySetting } from './schema.ts';
export { theoryParameterIds, theorySchema } from './schema.ts';
export { underTheory } from './settings.ts';
