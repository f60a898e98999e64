import { groupBy } from '../groupBy.ts';
import type { Case } from '../readCase.ts';
import type { Rows } from '../tables/index.ts';
import { byCodeUnits } from './keyOf.ts';

/** Positions of everything that a case names, and the dates of its period as day numbers. */
export interface Indices {
  readonly place: ReadonlyMap<string, number>;
  readonly group: ReadonlyMap<string, number>;
  readonly country: ReadonlyMap<string, number>;
  readonly region: ReadonlyMap<string, number>;
  readonly placeIds: readonly string[];
  readonly groupIds: readonly string[];
  readonly countryIds: readonly string[];
  readonly regionIds: readonly string[];
  /** Settlements of the state of origin. */
  readonly settlements: readonly number[];
  /** Those of each region by its name. */
  readonly inRegion: ReadonlyMap<string, readonly number[]>;
}

/** Where the names of a case come from. */
export type NamesInputs = Pick<Case, 'origin'> &
  Pick<Rows, 'places' | 'states'> & { readonly groupNames: Case['groups'] };

export function namesOf(
  { origin, groups }: Case,
  { places, states }: Pick<Rows, 'places' | 'states'>,
): NamesInputs {
  return { origin, groupNames: groups, places, states };
}

/** Order: places as given; the country of origin, then the others by id; regions by name. */
export function indexNames({ origin, groupNames, places, states }: NamesInputs): Indices {
  const others = [...places, ...states].map((row) => row.country).sort(byCodeUnits);
  const countryIds = unique([origin, ...others]);
  const regionIds = unique(
    places
      .flatMap((row) => (row.country === origin && row.region ? [row.region] : []))
      .sort(byCodeUnits),
  );
  const placeIds = places.map((row) => row.id);
  const groupIds = groupNames.map((group) => group.id);
  const settlements = places.flatMap((row, index) =>
    row.country === origin && row.kind === 'settlement' ? [index] : [],
  );
  return {
    place: positions(placeIds),
    group: positions(groupIds),
    country: positions(countryIds),
    region: positions(regionIds),
    placeIds,
    groupIds,
    countryIds,
    regionIds,
    settlements,
    inRegion: groupBy(settlements, (place) => places[place]!.region),
  };
}

/** Places that a row means: one place, `region:name`, or `*` for all settlements of the origin. */
export function placesMeant(indices: Indices, name: string): readonly number[] {
  if (name === '*') return indices.settlements;
  if (name.startsWith('region:')) {
    return indices.inRegion.get(name.slice('region:'.length)) ?? [];
  }
  return [indices.place.get(name)!];
}

/** Groups that a row means: one group, or `*` for all. */
export function groupsMeant(indices: Indices, name: string): readonly number[] {
  return name === '*' ? indices.groupIds.map((_, group) => group) : [indices.group.get(name)!];
}

function unique(ids: readonly string[]): string[] {
  return [...new Set(ids)];
}

function positions(ids: readonly string[]): Map<string, number> {
  return new Map(ids.map((id, index) => [id, index]));
}
