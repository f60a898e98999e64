/**
 * What the consequences of movement depend on beside the movement itself, the assumptions and the
 * levels of factors: compiled from a case, read-only. C countries, D days, P places.
 */
export interface SocietyContext {
  readonly days: number;
  readonly countryIds: readonly string[];
  readonly groupIds: readonly string[];
  /** [country] role of the country towards the state of origin */
  readonly role: readonly ('origin' | 'neighbour' | 'federation' | 'receiving')[];
  /** [country] 1 where displaced persons can stand in towns or camps, outside the origin */
  readonly hosts: Uint8Array;
  /** [country] residents, persons; 0 = not known */
  readonly population: Float64Array;
  /** [country] gross domestic product, USD a year; NaN = not known */
  readonly gdpUsd: Float64Array;
  /** [country] 1 where the state belongs to the union that is one object of security */
  readonly member: Uint8Array;
  /** Name of that union, '' when the case names none: then all receiving states count. */
  readonly union: string;
  /** [country] 1 where the state took part in an armed intervention: read by duties only */
  readonly intervened: Uint8Array;
  /** [country] share of residents who are kin of the persecuted, 0 to 1 */
  readonly kinShare: Float64Array;
  /** [country] how far these kin are kept from power, 0 to 1 */
  readonly kinExcluded: Float64Array;
  /** [country] how far the persecutor is an enemy to the society too, 0 to 1; NaN = not known */
  readonly sharedEnemy: Float64Array;
  /** [country] share of the displaced who end up with a status of any kind, and Convention status */
  readonly statusShare: Float64Array;
  readonly conventionShare: Float64Array;
  /** [day x country] recorded attacks across the frontier, events, country fastest */
  readonly attacks: Float64Array;
  /** [place] recorded attacks over the period, events, and the country of each place */
  readonly attacksAt: Float64Array;
  readonly placeCountry: Int32Array;
  /** [place] 1 for towns and camps abroad */
  readonly hostPlace: Uint8Array;
  /** [country] share of a fair division of people over receiving states; sums to 1 over them */
  readonly fairShare: Float64Array;
}
