import type { HomeCondition, HostingRow, Offer } from '@asylia/engine';
import { dayNumber } from '../dates.ts';
import type { Rows } from '../tables/index.ts';
import type { Indices } from './indices.ts';
import { groupsMeant, placesMeant } from './indices.ts';

/** What rows with names and dates are read by. */
interface Dated {
  readonly indices: Indices;
  /** Day number of the first day. */
  readonly firstDay: number;
}

export function hostingRows({
  hosting,
  indices,
  firstDay,
}: Pick<Rows, 'hosting'> & Dated): HostingRow[] {
  return hosting.map((row) => ({
    place: indices.place.get(row.place)!,
    line: row.line,
    fromDay: dayNumber(row.from) - firstDay,
    amount: row.amount,
  }));
}

export function offersOf({
  offers,
  places,
  indices,
  firstDay,
}: Pick<Rows, 'offers' | 'places'> & Dated): Offer[] {
  const inState = firstOfCountry(places, 'state');
  const inTown = firstOfCountry(places, 'town');
  return offers.flatMap((row): Offer[] => {
    const statePlace = inState.get(row.state) ?? inTown.get(row.state);
    if (statePlace === undefined) return [];
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

/** The first place of a kind in each country that has one. */
function firstOfCountry(
  places: Rows['places'],
  kind: Rows['places'][number]['kind'],
): Map<string, number> {
  const first = new Map<string, number>();
  places.forEach((row, place) => {
    if (row.kind === kind && !first.has(row.country)) first.set(row.country, place);
  });
  return first;
}

export function homesOf(inputs: Pick<Rows, 'return'> & Dated): HomeCondition[] {
  const { indices, firstDay } = inputs;
  const groups = indices.groupIds.length;
  const homes: HomeCondition[] = Array.from({ length: indices.placeIds.length * groups }, () => ({
    safeDay: Number.POSITIVE_INFINITY,
    destroyedShare: 0,
  }));
  for (const row of inputs.return) {
    for (const place of placesMeant(indices, row.place)) {
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
