export type { CandidateTable } from './candidates.ts';
export { findCandidates } from './candidates.ts';
export type { Links, Network } from './network.ts';
export { buildNetwork, linkPlaces, withLengths } from './network.ts';
export type { PathSearch, ShortestPaths } from './shortestPaths.ts';
export { pathSearch, shortestPaths } from './shortestPaths.ts';
