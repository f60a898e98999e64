export type { Exposure, FarField, HostField } from './exposure.ts';
export { farAt, farFields, hostAt, hostFields, observeExposure } from './exposure.ts';
export type { FlowRecorder } from './flows.ts';
export { observeFlows } from './flows.ts';
export type { Observed, Observer, Observers } from './observer.ts';
export type { PeopleRecorder } from './people.ts';
export { observePeople, peopleRow } from './people.ts';
