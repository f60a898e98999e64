import type { Texts } from '../../texts.ts';
import type { Recorded } from './recorded.ts';

/** The name of a recorded series in the language of the page; its id where it has none. */
export function seriesName(
  { say, has, named }: Texts,
  { id, measure, place, placeName }: Pick<Recorded, 'id' | 'measure' | 'place' | 'placeName'>,
): string {
  const key = `record.measure.${measure}`;
  if (!has(key)) return id;
  const where = place === '' ? 'all' : 'one';
  return say(key, { where, place: named('country', place, placeName) });
}
