import type { Rows } from '../tables/index.ts';
import { byCodeUnits } from './keyOf.ts';

/** Tables whose order of rows says nothing. */
type Unordered = Pick<Rows, 'places' | 'routes' | 'violence' | 'offers'>;

/**
 * The same rows in the order of their ids (routes: of their ends), so that sums of floating-point
 * numbers and ties come out alike however a table is sorted. In the other tables either no row
 * meets another, or the later row holds.
 */
export function inOrder({ places, routes, violence, offers }: Unordered): Unordered {
  return {
    places: sorted(places, (row) => row.id),
    routes: sorted(routes, (row) => [row.from, row.to, row.mode, row.distance_km].join('\n')),
    violence: sorted(violence, (row) => row.id),
    offers: sorted(offers, (row) => row.id),
  };
}

function sorted<R>(rows: readonly R[], name: (row: R) => string): R[] {
  return [...rows].sort((a, b) => byCodeUnits(name(a), name(b)));
}
