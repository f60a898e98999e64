import type { Panel, ReportTable } from '@asylia/view';
import { panelGrid } from '@asylia/view';
import type { Topic } from '../../engine/figures.ts';
import type { Run } from './useRuns.ts';

/** Pixels: a small chart is at least so wide, so far apart, so tall and at most so wide. */
const narrowest = 300;
const between = 22;
export const tall = 210;
const widest = 620;
const mostInRow = 4;

/** Days between the rows of the tables behind the charts. */
const tableStep = 7;

/** What charts of several runs over the same days are drawn from. */
export interface Drawn {
  readonly runs: readonly Run[];
  readonly dates: readonly string[];
  readonly day: number;
  /** [run][topic] */
  readonly topics: readonly (readonly Topic[])[];
}

interface Grid {
  readonly columns: number;
  readonly wide: number;
}

/** How many of some charts stand in a row of some width, and how wide each is. */
export function gridOf(charts: number, width: number): Grid {
  const columns = Math.max(
    1,
    Math.min(charts, mostInRow, Math.floor((width + between) / (narrowest + between))),
  );
  const wide = Math.min(widest, Math.floor((width - (columns - 1) * between) / columns));
  return { columns, wide };
}

/** A picture is not drawn larger than it was laid out for. */
export const asLaidOut = ({ columns, wide }: Grid) => ({
  maxInlineSize: `${columns * (wide + between) - between}px`,
});

export function picture(
  { columns, wide }: Grid,
  id: string,
  label: string,
  panels: () => readonly Panel[],
): string {
  if (wide < 100) return '';
  return panelGrid({ id, label, columns, wide, tall, panels: panels() });
}

/** Every seventh day and the last, a column for each figure of each run. */
export function dayTable(
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
