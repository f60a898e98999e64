import type { Case, Row } from '@asylia/cases';
import type { World } from '@asylia/engine';
import { inNeighbour, inReceivingState } from '@asylia/engine';
import type { Daily } from './daily.ts';
import { daily } from './daily.ts';
import type { PlaceSituation } from './whoIsThere.ts';

/**
 * How many at a place hold which status. The model knows shares of a country, and holds them to be
 * the same in all its places, all its groups and on all days: of the single place it knows nothing.
 */
export interface PlaceStatus {
  /** Status that the country is recorded to grant, last row of the case; null without a row. */
  readonly granted: Row<'states'>['status_granted'] | null;
  /** Share of the displaced in the country with a status of a state or of UNHCR, 0 to 1. */
  readonly countryStatusShare: number;
  /** Share of them with Convention status; of a receiving state: of those who claimed asylum. */
  readonly countryConventionShare: number;
  /** The three add up to those who have fled and are at the place. */
  readonly none: Daily;
  /** temporary protection, or another status short of the Convention's */
  readonly other: Daily;
  readonly convention: Daily;
  /** Ids of the sources of the rows of the country. */
  readonly sources: readonly string[];
}

/**
 * By the rule of the series refugees.grantedStatus and refugees.convention: in a neighbouring
 * country the shares hold for all; in a receiving state temporary protection is that of the
 * evacuated, Convention status that of those who claimed asylum, and who came irregularly has none.
 * @param persons [day] those at the place in some situations
 */
export function statusOf(
  source: Case,
  world: World,
  place: number,
  persons: (situations: readonly PlaceSituation[]) => Float64Array,
): PlaceStatus {
  const country = world.placeCountry[place]!;
  const statusShare = world.statusShare[country]!;
  const conventionShare = world.conventionShare[country]!;
  const rows = source.tables.states.filter((row) => row.country === world.countryIds[country]);
  const far = world.placeKind[place] === 'state';
  const held = persons(far ? ['evacuated'] : inNeighbour);
  const claimed = persons(far ? ['claimed'] : []);
  const everyone = persons(far ? inReceivingState : inNeighbour);
  const convention = everyone.map((_, day) =>
    far ? claimed[day]! * conventionShare : held[day]! * conventionShare,
  );
  const other = everyone.map((_, day) =>
    far ? held[day]! * statusShare : held[day]! * Math.max(0, statusShare - conventionShare),
  );
  return {
    granted: rows.at(-1)?.status_granted ?? null,
    countryStatusShare: statusShare,
    countryConventionShare: conventionShare,
    none: daily(everyone.map((n, day) => Math.max(0, n - other[day]! - convention[day]!))),
    other: daily(other),
    convention: daily(convention),
    sources: [...new Set(rows.map((row) => row.source))],
  };
}
