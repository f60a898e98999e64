import type { ReportTable } from '@asylia/view';
import { OpenTable } from '../../components/DataTable.tsx';
import type { Live, Opened } from '../../engine/protocol.ts';
import { valueAt, wholeSeries } from '../../map/series.ts';
import { SaveButtons } from '../../take/SaveButtons.tsx';
import { useTexts } from '../../texts.ts';

/** The figures of the day by country, now and as it was. */
export function DayFigures({
  opened,
  live,
  base,
  day,
  date,
}: {
  readonly opened: Opened;
  readonly live: Live;
  readonly base: Live | null;
  readonly day: number;
  readonly date: string;
}) {
  const { say, named, longDate } = useTexts();
  const hosts = opened.case.tables.states.filter((row) =>
    live.names.includes(`stock.${row.country}`),
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
      say('threat.head.asItWas'),
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
