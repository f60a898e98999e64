import type { Panel } from '@asylia/view';
import { lineChart } from '@asylia/view';
import { Figure } from '../../components/Figure.tsx';
import { useWidth } from '../../components/useWidth.ts';
import { figureOf } from '../../engine/figures.ts';
import { useTexts } from '../../texts.ts';
import type { Drawn } from './chartGrid.ts';
import { asLaidOut, dayTable, gridOf, picture, tall } from './chartGrid.ts';
import { useFigureName } from './useFigureName.ts';

/** Waiting, without shelter, evacuated, returned, displaced in their turn, deaths. */
export function OtherCharts({ topics, runs, dates, day }: Drawn) {
  const texts = useTexts();
  const { say, count, listed } = texts;
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
        texts,
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
          picture={picture(grid, 'compare-others', title, panels)}
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
            { id: 'compare-others', title, dateName: say('column.date') },
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
