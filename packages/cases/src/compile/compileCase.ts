import type { HomeCondition, HostingRow, Offer, ParameterValues, World } from '@asylia/engine';
import { buildNetwork, defaultParameters, findCandidates } from '@asylia/engine';
import { dayNumber } from '../dates.ts';
import type { Case } from '../readCase.ts';
import { frontierSpells } from './frontier.ts';
import type { Indices } from './indices.ts';
import { groupsMeant, indexCase, placesMeant } from './indices.ts';
import { keyOf } from './keyOf.ts';
import { placePeople } from './people.ts';
import { stateFacts } from './states.ts';
import { tiesOf } from './ties.ts';
import { spellsOf } from './violence.ts';

/**
 * Compiles a checked case to the typed arrays of a world. Pure; a case that passed the check
 * compiles.
 * @param parameters overrides of declared defaults
 */
export function compileCase(source: Case, parameters: Partial<ParameterValues> = {}): World {
  const indices = indexCase(source);
  const { places } = source.tables;
  const values: ParameterValues = { ...defaultParameters(), ...parameters };
  const firstDay = dayNumber(source.start);
  const placeCountry = Int32Array.from(places, (row) => indices.country.get(row.country)!);
  const placeKind = places.map((row) => row.kind);
  const originCountry = indices.country.get(source.origin)!;
  const network = buildNetwork(
    places.length,
    source.tables.routes
      // Evacuation flies by offer; nobody in flight boards an aircraft of their own accord.
      .filter((row) => row.mode !== 'air' && row.mode !== 'sea')
      .map((row) => ({
        from: indices.place.get(row.from)!,
        to: indices.place.get(row.to)!,
        km: row.distance_km,
      })),
  );
  const candidates = findCandidates({
    network,
    placeKind,
    placeCountry,
    originCountry,
    maxKm: values.awarenessKm,
    maxCandidates: values.awarenessPlaces,
  });
  const leadsTo = new Map<number, Set<string>>();
  for (const { crossing, to } of candidates.passages) {
    if (crossing < 0) continue;
    const countries = leadsTo.get(crossing) ?? new Set<string>();
    leadsTo.set(crossing, countries.add(places[to]!.country));
  }
  const people = placePeople(source, indices);
  return {
    days: dayNumber(source.end) - firstDay + 1,
    placeIds: indices.placeIds,
    placeKey: Uint32Array.from(indices.placeIds, keyOf),
    countryKey: Uint32Array.from(indices.countryIds, keyOf),
    placeKind,
    placeCountry,
    placeRegion: Int32Array.from(places, (row) =>
      row.country === source.origin && row.region ? indices.region.get(row.region)! : -1,
    ),
    frontierKm: Float64Array.from(places, (row) => row.frontier_km),
    groupIds: indices.groupIds,
    countryIds: indices.countryIds,
    regionIds: indices.regionIds,
    originCountry,
    ...stateFacts(source, indices),
    initial: people.initial,
    initialAway: people.initialAway,
    violence: spellsOf(source, indices, people.residents),
    violenceRowKey: Uint32Array.from(source.tables.violence, (row) => keyOf(row.id)),
    frontier: frontierSpells(source, indices, leadsTo),
    hosting: source.tables.hosting.map(
      (row): HostingRow => ({
        place: indices.place.get(row.place)!,
        line: row.line,
        fromDay: dayNumber(row.from) - firstDay,
        amount: row.amount,
      }),
    ),
    offers: offersOf(source, indices, firstDay),
    openAdmission: null,
    moralHazard: null,
    homes: homesOf(source, indices, firstDay),
    ...candidates,
    turnBackPlace: turnBackPlaces(source, indices),
    ...tiesOf(source, indices),
    parameters: values,
  };
}

function offersOf(source: Case, indices: Indices, firstDay: number): Offer[] {
  const { places } = source.tables;
  return source.tables.offers.flatMap((row): Offer[] => {
    const inState = places.findIndex((p) => p.country === row.state && p.kind === 'state');
    const inTown = places.findIndex((p) => p.country === row.state && p.kind === 'town');
    const statePlace = inState >= 0 ? inState : inTown;
    if (statePlace < 0) return [];
    return [
      {
        id: row.id,
        programme: row.programme,
        statePlace,
        fromCountry: indices.country.get(row.from_country)!,
        fromDay: dayNumber(row.from) - firstDay,
        toDay: row.to ? dayNumber(row.to) - firstDay : Number.POSITIVE_INFINITY,
        places: row.places,
      },
    ];
  });
}

function homesOf(source: Case, indices: Indices, firstDay: number): HomeCondition[] {
  const groups = indices.groupIds.length;
  const homes: HomeCondition[] = Array.from({ length: indices.placeIds.length * groups }, () => ({
    safeDay: Number.POSITIVE_INFINITY,
    destroyedShare: 0,
  }));
  for (const row of source.tables.return) {
    for (const place of placesMeant(source, indices, row.place)) {
      for (const group of groupsMeant(indices, row.group)) {
        homes[place * groups + group] = {
          safeDay: row.safe_from ? dayNumber(row.safe_from) - firstDay : Number.POSITIVE_INFINITY,
          destroyedShare: row.homes_destroyed_share ?? 0,
        };
      }
    }
  }
  return homes;
}

/** [place] the settlement of the origin nearest to a crossing by one link, else -1. */
function turnBackPlaces(source: Case, indices: Indices): Int32Array {
  const nearest = new Int32Array(indices.placeIds.length).fill(-1);
  const nearestKm = new Float64Array(indices.placeIds.length).fill(Number.POSITIVE_INFINITY);
  const { places } = source.tables;
  const isSettlement = (index: number) =>
    places[index]!.kind === 'settlement' && places[index]!.country === source.origin;
  for (const row of source.tables.routes) {
    const from = indices.place.get(row.from)!;
    const to = indices.place.get(row.to)!;
    for (const [crossing, inside] of [
      [from, to],
      [to, from],
    ] as const) {
      if (places[crossing]!.kind !== 'crossing' || !isSettlement(inside)) continue;
      if (row.distance_km < nearestKm[crossing]!) {
        nearestKm[crossing] = row.distance_km;
        nearest[crossing] = inside;
      }
    }
  }
  return nearest;
}
