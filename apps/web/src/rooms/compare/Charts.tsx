import { memo, useMemo } from 'react';
import { topicsOf } from '../../engine/figures.ts';
import { CountryCharts } from './CountryCharts.tsx';
import type { Drawn } from './chartGrid.ts';
import { Key } from './Key.tsx';
import { OtherCharts } from './OtherCharts.tsx';

/** Lines of all runs over the same days, on shared scales. */
export const Charts = memo(function Charts({ runs, dates, day }: Omit<Drawn, 'topics'>) {
  const topics = useMemo(() => runs.map((run) => topicsOf(run.live)), [runs]);
  return (
    <>
      <Key runs={runs} />
      <CountryCharts topics={topics} runs={runs} dates={dates} day={day} />
      <OtherCharts topics={topics} runs={runs} dates={dates} day={day} />
    </>
  );
});
