export type { ComputedParts, DonePart, Machine, WantedParts } from './compute.ts';
export { computeChunks } from './compute.ts';
export { handOut } from './handOut.ts';
export type { PartIdentity } from './identity.ts';
export { identityOfPart, misfitOf } from './identity.ts';
export type {
  Column,
  Executor,
  Job,
  JobKind,
  PartFile,
  PartOf,
  ReadTable,
  Store,
} from './job.ts';
export { threatJob } from './threat.ts';
export type { WorldRange } from './worlds.ts';
export { worldsJob } from './worlds.ts';
export { columnsOfWorlds, expectWorlds, worldsName, worldsOfTable } from './worldTable.ts';
