import type { ParameterValues } from './parameters/index.ts';
import type { PlaceKind, ShelterLine, SupplyLine, ViolenceKind } from './vocabulary/index.ts';

/** Violence of one kind at one place and group between two days. */
export interface ViolenceSpell {
  /** Ordinal of the row among the rows of violence of the case: its places share its chance. */
  readonly row: number;
  readonly kind: ViolenceKind;
  readonly place: number;
  /** Group, or -1 for events that hit no one group. */
  readonly group: number;
  readonly fromDay: number;
  /** Last day, included. */
  readonly toDay: number;
  /** Country to whose frontier people are driven, or -1 when they are left to choose. */
  readonly toward: number;
  /** Hazard per person and day, or events per day for bombing, insurgency and pursuit. */
  readonly amountPerDay: number;
}

/** A rule at a crossing between two days; of overlapping spells the later in the list holds. */
export interface FrontierSpell {
  readonly crossing: number;
  readonly fromDay: number;
  readonly toDay: number;
  /** Persons a day let through; Infinity = no limit; 0 = closed; -1 = held, figure not known. */
  readonly throughputPerDay: number;
  /** Share of those who come to the front of the queue that is admitted. */
  readonly admittedShare: number;
}

/** What a place abroad can give, from a day on, until a later row of the same line. */
export interface HostingRow {
  readonly place: number;
  readonly line: ShelterLine | SupplyLine | 'relocation';
  readonly fromDay: number;
  readonly amount: number;
}

/**
 * Places offered by a state for people evacuated from a country. An `evacuation` runs at the pace
 * of the programme; a `transfer` is carried out evenly between its dates.
 */
export interface Offer {
  readonly id: string;
  readonly programme: 'evacuation' | 'transfer';
  /** Place of the receiving state; for a transfer it can be a town of a neighbour. */
  readonly statePlace: number;
  /** Country index evacuated from. */
  readonly fromCountry: number;
  readonly fromDay: number;
  readonly toDay: number;
  readonly places: number;
}

/**
 * Admission by states open to all who would go on: no quota, and no wait but for the pace at which
 * people are received.
 */
export interface OpenAdmission {
  /** Share of the displaced in neighbouring countries who would go, 0 to 1. */
  readonly willingShare: number;
  /** Share of those who would go and have not gone yet who are received each day, 0 to 1. */
  readonly pacePerDay: number;
  /** [place] weight of each receiving state, 0 elsewhere */
  readonly weight: Float64Array;
  /** Demand for ways without permission that is left while admission is open, 0 to 1. */
  readonly unmetDemand: number;
}

/**
 * Expulsion that answers to reception abroad (function f12). Relative to the history: where
 * reception is at baseline, so is the expulsion.
 */
export interface MoralHazard {
  /** Added share of expulsion when everybody is received by a state beyond the neighbours. */
  readonly strength: number;
  /** [day] reception at baseline when the day began, 0 to 1 */
  readonly baselineReception: Float64Array;
}

/** When a group can go home to a place, and what is left of it. */
export interface HomeCondition {
  /** First safe day, or Infinity. */
  readonly safeDay: number;
  readonly destroyedShare: number;
}

/**
 * A way abroad: a crossing (or -1 when no crossing lies on the way) and the first place
 * reached behind it. People wait for an entry route, not for a crossing, because their goal is
 * known.
 */
export interface EntryRoute {
  readonly crossing: number;
  readonly to: number;
}

/**
 * A compiled crisis: read-only, shared by every world of an ensemble.
 *
 * P places, G groups, C countries, R regions of the state of origin.
 */
export interface World {
  readonly days: number;
  readonly placeIds: readonly string[];
  /** [place] 32-bit name of the place in keys of chance: does not change when others are added */
  readonly placeKey: Uint32Array;
  /** [place] */
  readonly placeKind: readonly PlaceKind[];
  /** [place] country index */
  readonly placeCountry: Int32Array;
  /** [place] region index, -1 outside the state of origin */
  readonly placeRegion: Int32Array;
  /** [place] km from the frontier of the state of origin */
  readonly frontierKm: Float64Array;
  readonly groupIds: readonly string[];
  readonly countryIds: readonly string[];
  /** [country] 32-bit name of the country in keys of chance */
  readonly countryKey: Uint32Array;
  readonly regionIds: readonly string[];
  readonly originCountry: number;
  /** [country] 1 where the country is a republic of the same federation as the origin */
  readonly inFederation: Uint8Array;
  /** [country] residents of the host society, persons */
  readonly hostPopulation: Float64Array;
  /** [country] share of the displaced there who hold a status granted by a state or by UNHCR */
  readonly statusShare: Float64Array;
  /** [country] share of the displaced there who hold Convention status */
  readonly conventionShare: Float64Array;
  /** [place] weight of each receiving state among claims for asylum elsewhere */
  readonly claimWeight: Float64Array;
  /** [situation x place x group], place fastest but group: see state.ts */
  readonly initial: Float64Array;
  /** [place x group], group fastest: persons whose home is there and who are away on day 0 */
  readonly initialAway: Float64Array;
  readonly violence: readonly ViolenceSpell[];
  /** [row of violence] 32-bit name of the row in keys of chance */
  readonly violenceRowKey: Uint32Array;
  readonly frontier: readonly FrontierSpell[];
  readonly hosting: readonly HostingRow[];
  readonly offers: readonly Offer[];
  /** null = only by offer */
  readonly openAdmission: OpenAdmission | null;
  /** null = expulsion does not answer to reception */
  readonly moralHazard: MoralHazard | null;
  /** [place x group] */
  readonly homes: readonly HomeCondition[];
  readonly entryRoutes: readonly EntryRoute[];
  /** [place] first candidate of the place; candidates of p are start[p] .. start[p + 1] - 1 */
  readonly candidateStart: Int32Array;
  /** [candidate] entry route taken */
  readonly candidateEntryRoute: Int32Array;
  /** [candidate] km from the origin to the destination */
  readonly candidateKm: Float64Array;
  /** [candidate] km from the origin to the crossing */
  readonly candidateCrossingKm: Float64Array;
  /** [crossing place] settlement inside to which people are turned back, -1 elsewhere */
  readonly turnBackPlace: Int32Array;
  /** [country x group], group fastest: how strongly a country draws a group */
  readonly tie: Float64Array;
  /** [country x group] share weight of a country among onward moves between neighbours */
  readonly onwardTie: Float64Array;
  /** [country x group] hazard of return from a country, relative to the others */
  readonly returnTie: Float64Array;
  readonly parameters: ParameterValues;
}

/** The same world with other values of the parameters. */
export function withParameters(world: World, parameters: ParameterValues): World {
  return { ...world, parameters };
}
