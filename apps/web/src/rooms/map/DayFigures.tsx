import type { ReportTable } from '@asylia/view';
import { OpenTable } from '../../components/DataTable.tsx';
import type { CurrentRun, Opened } from '../../engine/protocol.ts';
import { valueAt, wholeSeries } from '../../map/series.ts';
import { SaveButtons } from '../../take/SaveButtons.tsx';
import { useTexts } from '../../texts.ts';

interface Props {
  readonly opened: Opened;
  readonly live: CurrentRun;
  readonly base: CurrentRun | null;
  readonly day: number;
  readonly date: string;
}

/** The figures of the day by country, now and at baseline. */
export function DayFigures({ opened, live, base, day, date }: Props) {
  const { say, named, longDate } = useTexts();
  const hosts = opened.case.tables.states.filter((state) =>
    live.names.includes(`stock.${state.country}`),
  );
  const row = (name: string, series: string): ReportTable['rows'][number] => {
    const now = Math.round(valueAt(live, series, day));
    const was = base ? Math.round(valueAt(base, series, day)) : null;
    return [name, now, was, was === null ? null : now - was];
  };
  const table: ReportTable = {
    id: `day-${date}`,
    title: say('map.figures', { date: longDate(date) }),
    columns: [
      say('map.figures.what'),
      say('map.figures.now'),
      say('threat.head.baseline'),
      say('map.figures.change'),
    ],
    rows: [
      ...hosts.map((state) =>
        row(
          say('map.figures.stock', { country: named('country', state.country, state.name) }),
          `stock.${state.country}`,
        ),
      ),
      ...wholeSeries
        .filter((series) => live.names.includes(series))
        .map((series) => row(say(`series.${series}` as 'series.stock'), series)),
    ],
  };
  return (
    <div className="table day-figures">
      <OpenTable table={table} />
      <SaveButtons table={table} />
    </div>
  );
}
