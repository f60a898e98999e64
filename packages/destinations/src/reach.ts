import { buildNetwork, pathSearch } from '@asylia/engine';
import type { ConflictAging, JourneyDay, JourneyNetwork } from './network.ts';
import { journeyDays } from './network.ts';
import type { Observed } from './observed.ts';

/** A place of a conflict: where people set out, pass through or arrive. */
export interface ConflictPlace {
  readonly name: string;
  readonly region: string;
  readonly lat: number;
  readonly lon: number;
  /** residents; of a destination its stated capacity, persons; 0 or less where none is stated */
  readonly population: number;
}

/** What is known of a conflict before any number of the model. */
export interface Conflict {
  readonly name: string;
  /** first day, YYYY-MM-DD */
  readonly start: string;
  /** [place] in the order of the network */
  readonly places: readonly ConflictPlace[];
  readonly observed: Observed;
  readonly network: JourneyNetwork;
}

/** A conflict as the model of destinations sees it. */
export interface Reach extends Conflict {
  /** [camp] place, country, and whether it stands for a province */
  readonly campPlace: Int32Array;
  readonly campCountry: Int32Array;
  readonly province: Uint8Array;
  /** places of the country of origin with residents */
  readonly origins: Int32Array;
  readonly days: readonly JourneyDay[];
  /** [day] [origin x camp] km by open roads, Infinity when there is no way in */
  readonly km: readonly Float64Array[];
}

/** Everything about a conflict that does not depend on the numbers of the model. Pure. */
export function findReach(conflict: Conflict, aging: ConflictAging): Reach {
  const { places, observed, network } = conflict;
  const placeOf = new Map(network.placeIds.map((id, place) => [id, place]));
  const campPlace = Int32Array.from(observed.camps, (camp) => placeOf.get(camp)!);
  const origins = Int32Array.from(network.placeIds.keys()).filter(
    (place) => network.placeCountry[place] === 0 && network.population[place]! > 0,
  );
  const days = journeyDays(network, aging);
  const known = new Map<string, Float64Array>();
  const km = days.map((day) => {
    const name = `${day.open.join('')} ${[...campPlace].map((place) => day.kind[place]).join()}`;
    const table = known.get(name) ?? distances(network, day, origins, campPlace);
    known.set(name, table);
    return table;
  });
  return {
    ...conflict,
    campPlace,
    campCountry: campPlace.map((place) => network.placeCountry[place]!),
    province: Uint8Array.from(campPlace, (place) => (isProvince(places[place]!) ? 1 : 0)),
    origins,
    days,
    km,
  };
}

/**
 * The first day on which people set out, but no place with residents is in conflict; null when
 * there is none. Under the peer's rules such a day cannot be run.
 */
export function dayWithoutOrigin({ network, days }: Reach): number | null {
  const day = days.findIndex(
    ({ intensity }, d) =>
      network.arrivals[d]! > 0 &&
      !network.population.some((people, place) => people * intensity[place]! > 0),
  );
  return day < 0 ? null : day;
}

function distances(
  network: JourneyNetwork,
  day: JourneyDay,
  origins: Int32Array,
  camps: Int32Array,
): Float64Array {
  const open = network.roads.filter((_, road) => day.open[road]);
  const graph = buildNetwork(network.placeIds.length, open);
  const table = new Float64Array(origins.length * camps.length).fill(Number.POSITIVE_INFINITY);
  const search = pathSearch(graph);
  origins.forEach((origin, i) => {
    const paths = search(origin, Number.POSITIVE_INFINITY);
    camps.forEach((place, c) => {
      // A camp that is not open yet is a town to pass through.
      if (day.kind[place] !== 'town') table[i * camps.length + c] = paths.km[place]!;
    });
  });
  return table;
}

/** Whether a destination has the name of its region, give or take two letters. */
function isProvince({ name, region }: ConflictPlace): boolean {
  const plain = (name: string) =>
    name.toLowerCase().replace(/[_ ]?(province|region|district|state)$/, '');
  return letters(plain(name), plain(region)) <= 2;
}

/** Least number of letters to change, add or drop between two words. */
function letters(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, change));
    }
    row = next;
  }
  return row[b.length]!;
}
