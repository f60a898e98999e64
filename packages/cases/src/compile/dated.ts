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
  return offers.flatMap((row): Offer[] => {
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

export function homesOf(inputs: Pick<Rows, 'return' | 'places'> & Dated): HomeCondition[] {
  const { indices, firstDay } = inputs;
  const groups = indices.groupIds.length;
  const homes: HomeCondition[] = Array.from({ length: indices.placeIds.length * groups }, () => ({
    safeDay: Number.POSITIVE_INFINITY,
    destroyedShare: 0,
  }));
  for (const row of inputs.return) {
    for (const place of placesMeant(inputs, row.place)) {
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
