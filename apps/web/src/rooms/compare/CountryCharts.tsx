import type { Panel } from '@asylia/view';
import { highest, lineChart } from '@asylia/view';
import { useState } from 'react';
import { Choice } from '../../components/Choice.tsx';
import type { Topic } from '../../engine/figures.ts';
import { figureOf } from '../../engine/figures.ts';
import { useTexts } from '../../texts.ts';
import type { Drawn } from './chartGrid.ts';
import { tall } from './chartGrid.ts';
import type { Shown } from './RunCharts.tsx';
import { RunCharts } from './RunCharts.tsx';
import { useOptionName } from './useColumnName.ts';
import { useFigureName } from './useFigureName.ts';

/** Lines that can be told apart in one chart. */
const mostLines = 5;
const arrangements = ['byCountry', 'byCountryOwn', 'byRun'] as const;
type Arrangement = (typeof arrangements)[number];

/** Displaced persons: a chart a country with all runs, or a chart a run with all countries. */
export function CountryCharts({ topics, runs, dates, day }: Drawn) {
  const { say, count, longDate, listed } = useTexts();
  const figureName = useFigureName();
  const [by, setBy] = useState<Arrangement>('byCountry');
  const order = countriesByPeople(topics);
  const peak = (topic: Topic) => {
    const { value, day: on } = figureOf(topic);
    return say('compare.most', { people: count(value), date: longDate(dates[on]!) });
  };
  const panels = usePanels({ topics, runs, dates, day }, order, by, peak);
  if (order.length === 0) return null;
  const summary = order.map(({ topic, i }) =>
    say('compare.countries.summary', {
      country: figureName(topic),
      runs: listed(runs.map((run, r) => `${run.letter} ${peak(topics[r]![i]!)}`)),
    }),
  );
  const scale = by === 'byCountryOwn' ? 'compare.others.scale' : 'compare.charts.scale';
  return (
    <RunCharts
      id="compare-countries"
      title={say('compare.countries')}
      topics={topics}
      runs={runs}
      dates={dates}
      shown={order}
      charts={by === 'byRun' ? runs.length : order.length}
      panels={panels}
      summary={`${summary.join(' ')} ${say(scale)}`}
      above={
        <Choice
          label={say('compare.arrange')}
          value={by}
          choices={arrangements.map((value) => ({ value, label: say(`compare.arrange.${value}`) }))}
          onChange={setBy}
        />
      }
    />
  );
}

/** The charts in the arrangement that was chosen, as wide as there is room. */
function usePanels(
  { topics, runs, dates, day }: Drawn,
  order: readonly Shown[],
  by: Arrangement,
  peak: (topic: Topic) => string,
): (wide: number) => Panel[] {
  const texts = useTexts();
  const { pair, count } = texts;
  const nameOf = useOptionName();
  const figureName = useFigureName();
  return (wide) => {
    const top = highest(
      order.flatMap(({ i }) => topics.map((own) => own[i]!)),
      dates.map((_, d) => d),
    );
    const scale = by === 'byCountryOwn' ? {} : { top };
    const chart = (lines: readonly { name: string; values: Float64Array }[]) =>
      lineChart(texts, '', lines, dates, 0, dates.length - 1, day, { wide, tall, ...scale });
    if (by === 'byRun')
      return runs.map((run, r) => ({
        title: pair(run.letter, nameOf(run)),
        note: peak(topics[r]![0]!),
        picture: chart(
          order.slice(0, mostLines).map(({ topic, i }) => ({
            name: figureName(topic),
            values: topics[r]![i]!.values,
          })),
        ),
      }));
    return order.map(({ topic, i }) => ({
      title: figureName(topic),
      note: runs
        .map((run, r) => `${run.letter} ${count(figureOf(topics[r]![i]!).value)}`)
        .join(' · '),
      picture: chart(runs.map((run, r) => ({ name: run.letter, values: topics[r]![i]!.values }))),
    }));
  };
}

/** The countries in which most people were come first. */
function countriesByPeople(topics: Drawn['topics']) {
  return (topics[0] ?? [])
    .map((topic, i) => ({
      topic,
      i,
      most: Math.max(...topics.map((own) => figureOf(own[i]!).value)),
    }))
    .filter(({ topic }) => topic.topic === 'country')
    .sort((a, b) => b.most - a.most);
}
