import { memo, useMemo } from 'react';
import { topicsOf } from '../../engine/figures.ts';
import type { Opened } from '../../engine/protocol.ts';
import { CountryCharts } from './CountryCharts.tsx';
import type { Drawn } from './chartGrid.ts';
import { Key } from './Key.tsx';
import { OtherCharts } from './OtherCharts.tsx';

/** Lines of all runs over the same days, on shared scales. */
export const Charts = memo(
  ({ opened, runs, dates, day }: Omit<Drawn, 'topics'> & { readonly opened: Opened }) => {
    const topics = useMemo(
      () => runs.map((run) => topicsOf(run.live, opened.case)),
      [runs, opened],
    );
    return (
      <>
        <Key runs={runs} />
        <CountryCharts topics={topics} runs={runs} dates={dates} day={day} />
        <OtherCharts topics={topics} runs={runs} dates={dates} day={day} />
      </>
    );
  },
);
