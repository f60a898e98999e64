import { useTexts } from '../../texts.ts';
import type { Recorded } from './recorded.ts';

/** The name of a recorded series in the language of the page; its id where it has none. */
export function useSeriesName(): (
  series: Pick<Recorded, 'id' | 'measure' | 'place' | 'placeName'>,
) => string {
  const { say, has, named } = useTexts();
  return ({ id, measure, place, placeName }) => {
    const key = `record.measure.${measure}`;
    return has(key)
      ? say(key, {
          where: place === '' ? 'all' : 'one',
          place: named('country', place, placeName),
        })
      : id;
  };
}
