import type { Topic } from '../../engine/figures.ts';
import { usePage } from '../../page.ts';
import { useTexts } from '../../texts.ts';

/** Name of a figure or a chart: that of the country, or what is counted. */
export function useFigureName(): (topic: Pick<Topic, 'topic' | 'country'>) => string {
  const { opened } = usePage();
  const { say, named } = useTexts();
  return ({ topic, country }) => {
    if (topic !== 'country') return say(`compare.topic.${topic}`);
    const row = opened?.case.tables.states.find((one) => one.country === country);
    return named('country', country, row?.name ?? country);
  };
}
