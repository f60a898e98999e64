import type { Case } from '@asylia/cases';
import type { State } from './state.ts';

/** What an address asks for of a case and the case does not have, as it stands in the address. */
export function notThere(
  { place, date }: Pick<State, 'place' | 'date'>,
  source: Pick<Case, 'start' | 'end' | 'tables'>,
): { readonly place?: string; readonly date?: string } {
  const isPlace = place === '' || source.tables.places.some(({ id }) => id === place);
  const isDay =
    date === '' ||
    (/^\d{4}-\d{2}-\d{2}$/.test(date) &&
      !Number.isNaN(Date.parse(date)) &&
      date >= source.start &&
      date <= source.end);
  return { ...(isPlace ? {} : { place }), ...(isDay ? {} : { date }) };
}
