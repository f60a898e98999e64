export type { CandidateTable } from './candidates.ts';
export { findCandidates } from './candidates.ts';
export type { Links, Network } from './network.ts';
export { buildNetwork, linkPlaces, withLengths } from './network.ts';
export type { ShortestPaths } from './shortestPaths.ts';
export { shortestPaths } from './shortestPaths.ts';
