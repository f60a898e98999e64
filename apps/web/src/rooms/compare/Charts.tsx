import type { Panel, ReportTable } from '@asylia/view';
import { highest, lineChart, panelGrid } from '@asylia/view';
import { memo, useMemo, useState } from 'react';
import type { Topic } from '../../engine/figures.ts';
import { figureOf, topicsOf } from '../../engine/figures.ts';
import type { Opened } from '../../engine/protocol.ts';
import { Choice } from '../../parts/Choice.tsx';
import { Figure } from '../../parts/Figure.tsx';
import { useWidth } from '../../parts/useWidth.ts';
import { useTexts } from '../../texts.ts';
import { Key } from './Key.tsx';
import { useOptionName } from './useColumnName.ts';
import { useFigureName } from './useFigureName.ts';
import type { Run } from './useRuns.ts';

/** Pixels: a small chart is at least so wide, so far apart, so tall and at most so wide. */
const narrowest = 300;
const between = 22;
const tall = 210;
const widest = 620;
const mostInRow = 4;
/** Lines that can be told apart in one chart. */
const mostLines = 5;
const arrangements = ['byCountry', 'byCountryOwn', 'byRun'] as const;

/** Days between the rows of the tables behind the charts. */
const tableStep = 7;

interface Drawing {
  readonly runs: readonly Run[];
  readonly dates: readonly string[];
  readonly day: number;
}

/** Lines of all runs over the same days, on shared scales. */
export const Charts = memo(function Charts({
  opened,
  runs,
  dates,
  day,
}: Drawing & { readonly opened: Opened }) {
  const topics = useMemo(() => runs.map((run) => topicsOf(run.live, opened.case)), [runs, opened]);
  return (
    <>
      <Key runs={runs} />
      <Countries topics={topics} runs={runs} dates={dates} day={day} />
      <Others topics={topics} runs={runs} dates={dates} day={day} />
    </>
  );
});

type Drawn = Drawing & {
  /** [run][topic] */
  readonly topics: readonly (readonly Topic[])[];
};

/** Displaced persons: a chart a country with all runs, or a chart a run with all countries. */
function Countries({ topics, runs, dates, day }: Drawn) {
  const { say, pair, count, longDate, render, listed } = useTexts();
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
    lineChart('', lines, dates, 0, days.length - 1, day, {
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
          picture={picture(grid, 'compare-countries', title, panels, render)}
          summary={`${summary.join(' ')} ${say(by === 'byCountryOwn' ? 'compare.others.scale' : 'compare.charts.scale')}`}
          table={dayTable(
            { id: 'compare-countries', title, dateName: say('compare.col.date') },
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

/** Waiting, without shelter, evacuated, returned, displaced in their turn, deaths. */
function Others({ topics, runs, dates, day }: Drawn) {
  const { say, count, render, listed } = useTexts();
  const figureName = useFigureName();
  const [frame, width] = useWidth<HTMLDivElement>();
  const all = (topics[0] ?? [])
    .map((topic, i) => ({ topic, i }))
    .filter(({ topic }) => topic.topic !== 'country' && topic.topic !== 'stock');
  const isAny = (i: number) => topics.some((own) => figureOf(own[i]!).value > 0);
  const shown = all.filter(({ i }) => isAny(i));
  const empty = all.filter(({ i }) => !isAny(i));
  const grid = gridOf(shown.length, width);
  const figures = (i: number) =>
    runs.map((run, r) => `${run.letter} ${count(figureOf(topics[r]![i]!).value)}`);
  const panels = (): Panel[] =>
    shown.map(({ topic, i }) => ({
      title: figureName(topic),
      note: figures(i).join(' · '),
      picture: lineChart(
        '',
        runs.map((run, r) => ({ name: run.letter, values: topics[r]![i]!.values })),
        dates,
        0,
        dates.length - 1,
        day,
        { wide: grid.wide, tall },
      ),
    }));
  const title = say('compare.others');
  return (
    <div ref={frame} className="compare-charts">
      <div style={asLaidOut(grid)}>
        <Figure
          id="compare-others"
          isKeyed
          title={title}
          picture={picture(grid, 'compare-others', title, panels, render)}
          summary={`${shown
            .map(({ topic, i }) =>
              say('compare.countries.summary', {
                country: figureName(topic),
                runs: listed(figures(i)),
              }),
            )
            .join(' ')} ${say('compare.others.scale')}${
            empty.length > 0
              ? ` ${say('compare.others.none', { topics: listed(empty.map(({ topic }) => figureName(topic))) })}`
              : ''
          }`}
          table={dayTable(
            { id: 'compare-others', title, dateName: say('compare.col.date') },
            (topic, run) => listed([figureName(topic), run.letter], 'items'),
            shown.map(({ i }) => i),
            topics,
            runs,
            dates,
          )}
        />
      </div>
    </div>
  );
}

interface Grid {
  readonly columns: number;
  readonly wide: number;
}

/** How many of some charts stand in a row of some width, and how wide each is. */
function gridOf(charts: number, width: number): Grid {
  const columns = Math.max(
    1,
    Math.min(charts, mostInRow, Math.floor((width + between) / (narrowest + between))),
  );
  const wide = Math.min(widest, Math.floor((width - (columns - 1) * between) / columns));
  return { columns, wide };
}

/** A picture is not drawn larger than it was laid out for. */
const asLaidOut = ({ columns, wide }: Grid) => ({
  maxInlineSize: `${columns * (wide + between) - between}px`,
});

function picture(
  { columns, wide }: Grid,
  id: string,
  label: string,
  panels: () => readonly Panel[],
  render: <T>(make: () => T) => T,
): string {
  if (wide < 100) return '';
  return render(() => panelGrid({ id, label, columns, wide, tall, panels: panels() }));
}

/** Every seventh day and the last, a column for each figure of each run. */
function dayTable(
  {
    id,
    title,
    dateName,
  }: { readonly id: string; readonly title: string; readonly dateName: string },
  nameOf: (topic: Topic, run: Run) => string,
  shown: readonly number[],
  topics: readonly (readonly Topic[])[],
  runs: readonly Run[],
  dates: readonly string[],
): ReportTable {
  const days = dates.flatMap((_, d) => (d % tableStep === 0 || d === dates.length - 1 ? [d] : []));
  return {
    id,
    title,
    columns: [dateName, ...shown.flatMap((i) => runs.map((run) => nameOf(topics[0]![i]!, run)))],
    rows: days.map((d) => [
      dates[d]!,
      ...shown.flatMap((i) => runs.map((_, r) => Math.round(topics[r]![i]!.values[d]!))),
    ]),
  };
}
