import type { Panel, ReportTable } from '@asylia/view';
import { panelGrid } from '@asylia/view';
import type { ReactNode } from 'react';
import { Figure } from '../../components/Figure.tsx';
import { useWidth } from '../../components/useWidth.ts';
import type { Topic } from '../../engine/figures.ts';
import { useTexts } from '../../texts.ts';
import type { Drawn } from './chartGrid.ts';
import { asLaidOut, gridOf, tall } from './chartGrid.ts';
import { useFigureName } from './useFigureName.ts';

/** A figure of every run: its place among the topics. */
export interface Shown {
  readonly topic: Topic;
  readonly i: number;
}

/** Days between the rows of the tables behind the charts. */
const tableStep = 7;

interface Props extends Omit<Drawn, 'day'> {
  readonly id: string;
  readonly title: string;
  /** Figures of the table. */
  readonly shown: readonly Shown[];
  readonly charts: number;
  /** @param wide of a chart, pixels */
  readonly panels: (wide: number) => readonly Panel[];
  readonly summary: string;
  /** Controls that decide what is drawn. */
  readonly above?: ReactNode;
}

/** Small charts of several runs over the same days, as many in a row as can be read. */
export function RunCharts({ id, title, charts, panels, summary, above, ...drawn }: Props) {
  const [frame, width] = useWidth<HTMLDivElement>();
  const grid = gridOf(charts, width);
  const { columns, wide } = grid;
  const picture =
    wide < 100 ? '' : panelGrid({ id, label: title, columns, wide, tall, panels: panels(wide) });
  return (
    <div ref={frame} className="compare-charts">
      {above}
      <div style={asLaidOut(grid)}>
        <Figure
          id={id}
          isKeyed
          title={title}
          picture={picture}
          summary={summary}
          table={useDayTable({ id, title, ...drawn })}
        />
      </div>
    </div>
  );
}

/** Every seventh day and the last, a column for each figure of each run. */
function useDayTable({
  id,
  title,
  shown,
  topics,
  runs,
  dates,
}: Pick<Props, 'id' | 'title' | 'shown' | 'topics' | 'runs' | 'dates'>): ReportTable {
  const { say, listed } = useTexts();
  const figureName = useFigureName();
  const days = dates.flatMap((_, d) => (d % tableStep === 0 || d === dates.length - 1 ? [d] : []));
  const columns = shown.flatMap(({ topic }) =>
    runs.map((run) => listed([figureName(topic), run.letter], 'items')),
  );
  return {
    id,
    title,
    columns: [say('column.date'), ...columns],
    rows: days.map((d) => [
      dates[d]!,
      ...shown.flatMap(({ i }) => runs.map((_, r) => Math.round(topics[r]![i]!.values[d]!))),
    ]),
  };
}
