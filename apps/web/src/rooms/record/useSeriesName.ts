import type { PageMessageId } from '../../texts.ts';
import { englishMessages, useTexts } from '../../texts.ts';
import type { Recorded } from './recorded.ts';

/** The name of a recorded series in the language of the page; its id where it has none. */
export function useSeriesName(): (
  series: Pick<Recorded, 'id' | 'measure' | 'placeName'>,
) => string {
  const { say } = useTexts();
  return ({ id, measure, placeName }) => {
    const key = `record.measure.${measure}`;
    return key in englishMessages
      ? say(key as PageMessageId, {
          where: placeName === '' ? 'all' : 'one',
          place: placeName,
        })
      : id;
  };
}
