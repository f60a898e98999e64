import type { PlaceKind } from '../vocabulary/index.ts';
import type { Network } from './network.ts';

/** What the search for destinations abroad is given. */
export interface CandidateInput {
  readonly network: Network;
  readonly placeKind: readonly PlaceKind[];
  readonly placeCountry: Int32Array;
  readonly originCountry: number;
  /** Ways longer than this are not considered, km. */
  readonly maxKm: number;
  /** Most destinations that people of one place consider. */
  readonly maxCandidates: number;
}
