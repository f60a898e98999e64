import { lineChart } from '@asylia/view';
import { figureOf } from '../../engine/figures.ts';
import { useTexts } from '../../texts.ts';
import type { Drawn } from './chartGrid.ts';
import { tall } from './chartGrid.ts';
import { RunCharts } from './RunCharts.tsx';
import { useFigureName } from './useFigureName.ts';

/** Waiting, without shelter, evacuated, returned, displaced later, deaths. */
export function OtherCharts({ topics, runs, dates, day }: Drawn) {
  const texts = useTexts();
  const { say, count, listed } = texts;
  const figureName = useFigureName();
  const all = (topics[0] ?? [])
    .map((topic, i) => ({ topic, i }))
    .filter(({ topic }) => topic.topic !== 'country' && topic.topic !== 'stock');
  const isAny = (i: number) => topics.some((own) => figureOf(own[i]!).value > 0);
  const shown = all.filter(({ i }) => isAny(i));
  const empty = all.filter(({ i }) => !isAny(i));
  const figures = (i: number) =>
    runs.map((run, r) => `${run.letter} ${count(figureOf(topics[r]![i]!).value)}`);
  const lines = (i: number) =>
    runs.map((run, r) => ({ name: run.letter, values: topics[r]![i]!.values }));
  const none = listed(empty.map(({ topic }) => figureName(topic)));
  return (
    <RunCharts
      id="compare-others"
      title={say('compare.others')}
      topics={topics}
      runs={runs}
      dates={dates}
      shown={shown}
      charts={shown.length}
      panels={(wide) =>
        shown.map(({ topic, i }) => ({
          title: figureName(topic),
          note: figures(i).join(' · '),
          picture: lineChart(texts, '', lines(i), dates, 0, dates.length - 1, day, { wide, tall }),
        }))
      }
      summary={[
        ...shown.map(({ topic, i }) =>
          say('compare.countries.summary', {
            country: figureName(topic),
            runs: listed(figures(i)),
          }),
        ),
        say('compare.others.scale'),
        ...(empty.length > 0 ? [say('compare.others.none', { topics: none })] : []),
      ].join(' ')}
    />
  );
}
