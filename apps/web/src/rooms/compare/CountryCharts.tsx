import type { Panel } from '@asylia/view';
import { highest, lineChart } from '@asylia/view';
import { useState } from 'react';
import { Choice } from '../../components/Choice.tsx';
import { Figure } from '../../components/Figure.tsx';
import { useWidth } from '../../components/useWidth.ts';
import type { Topic } from '../../engine/figures.ts';
import { figureOf } from '../../engine/figures.ts';
import { useTexts } from '../../texts.ts';
import type { Drawn } from './chartGrid.ts';
import { asLaidOut, dayTable, gridOf, picture, tall } from './chartGrid.ts';
import { useOptionName } from './useColumnName.ts';
import { useFigureName } from './useFigureName.ts';

/** Lines that can be told apart in one chart. */
const mostLines = 5;
const arrangements = ['byCountry', 'byCountryOwn', 'byRun'] as const;

/** Displaced persons: a chart a country with all runs, or a chart a run with all countries. */
export function CountryCharts({ topics, runs, dates, day }: Drawn) {
  const texts = useTexts();
  const { say, pair, count, longDate, listed } = texts;
  const nameOf = useOptionName();
  const figureName = useFigureName();
  const [by, setBy] = useState<(typeof arrangements)[number]>('byCountry');
  const [frame, width] = useWidth<HTMLDivElement>();
  const days = dates.map((_, d) => d);
  // The countries in which most people were come first.
  const order = (topics[0] ?? [])
    .map((topic, i) => ({
      topic,
      i,
      most: Math.max(...topics.map((own) => figureOf(own[i]!).value)),
    }))
    .filter(({ topic }) => topic.topic === 'country')
    .sort((a, b) => b.most - a.most);
  if (order.length === 0) return null;
  const grid = gridOf(by === 'byRun' ? runs.length : order.length, width);
  const top = highest(
    order.flatMap(({ i }) => topics.map((own) => own[i]!)),
    days,
  );
  const chart = (lines: readonly { name: string; values: Float64Array }[]) =>
    lineChart(texts, '', lines, dates, 0, days.length - 1, day, {
      wide: grid.wide,
      tall,
      ...(by === 'byCountryOwn' ? {} : { top }),
    });
  const peak = (topic: Topic) => {
    const { value, day: on } = figureOf(topic);
    return say('compare.most', { people: count(value), date: longDate(dates[on]!) });
  };
  const panels = (): Panel[] =>
    by !== 'byRun'
      ? order.map(({ topic, i }) => ({
          title: figureName(topic),
          note: runs
            .map((run, r) => `${run.letter} ${count(figureOf(topics[r]![i]!).value)}`)
            .join(' · '),
          picture: chart(
            runs.map((run, r) => ({ name: run.letter, values: topics[r]![i]!.values })),
          ),
        }))
      : runs.map((run, r) => ({
          title: pair(run.letter, nameOf(run)),
          note: peak(topics[r]![0]!),
          picture: chart(
            order.slice(0, mostLines).map(({ topic, i }) => ({
              name: figureName(topic),
              values: topics[r]![i]!.values,
            })),
          ),
        }));
  const title = say('compare.countries');
  const summary = order.map(({ topic, i }) =>
    say('compare.countries.summary', {
      country: figureName(topic),
      runs: listed(runs.map((run, r) => `${run.letter} ${peak(topics[r]![i]!)}`)),
    }),
  );
  return (
    <div ref={frame} className="compare-charts">
      <Choice
        label={say('compare.arrange')}
        value={by}
        choices={arrangements.map((value) => ({ value, label: say(`compare.arrange.${value}`) }))}
        onChange={setBy}
      />
      <div style={asLaidOut(grid)}>
        <Figure
          id="compare-countries"
          isKeyed
          title={title}
          picture={picture(grid, 'compare-countries', title, panels)}
          summary={`${summary.join(' ')} ${say(by === 'byCountryOwn' ? 'compare.others.scale' : 'compare.charts.scale')}`}
          table={dayTable(
            { id: 'compare-countries', title, dateName: say('column.date') },
            (topic, run) => listed([figureName(topic), run.letter], 'items'),
            order.map(({ i }) => i),
            topics,
            runs,
            dates,
          )}
        />
      </div>
    </div>
  );
}
