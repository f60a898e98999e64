import type { ReportTable } from '@asylia/view';
import { fanChart } from '@asylia/view';
import { useState } from 'react';
import { Choice } from '../../components/Choice.tsx';
import { Figure } from '../../components/Figure.tsx';
import { chartWidth, useWidth } from '../../components/useWidth.ts';
import type { Live, Opened } from '../../engine/protocol.ts';
import { seriesOf, wholeSeries } from '../../map/series.ts';
import { usePage } from '../../page.ts';
import { useTexts } from '../../texts.ts';

/** One curve over the whole period: now with its bands, and as it was. */
export function TimeChart({
  opened,
  live,
  base,
  day,
  dates,
}: {
  readonly opened: Opened;
  readonly live: Live;
  readonly base: Live | null;
  readonly day: number;
  readonly dates: readonly string[];
}) {
  const { bands, worldsDone, state } = usePage();
  const texts = useTexts();
  const { say, named, count, longDate } = texts;
  const [series, setSeries] = useState('stock');
  const [frame, width] = useWidth<HTMLDivElement>();
  const curves = curvesOf(opened, live, say, named);
  const chosen = curves.find((one) => one.value === series) ?? curves[0]!;
  const now = Array.from(seriesOf(live, chosen.value));
  const was = base ? Array.from(seriesOf(base, chosen.value)) : null;
  const isMoved = was?.some((x, i) => Math.abs(x - now[i]!) > 0.5) ?? false;
  const top = now.reduce((best, x, i) => (x > now[best]! ? i : best), 0);
  const band = bands?.bands[chosen.value] ?? null;
  const title = say('map.chart.title', {
    what: chosen.label,
    people: count(now[top]!),
    date: longDate(dates[top]!),
  });
  const table: ReportTable = {
    id: `curve-${chosen.value}`,
    title: chosen.label,
    columns: [
      say('map.day'),
      say('map.figures.now'),
      say('threat.head.asItWas'),
      ...(band ? [say('map.chart.low'), say('map.chart.high')] : []),
    ],
    rows: dates.map((date, i) => [
      date,
      Math.round(now[i]!),
      was ? Math.round(was[i]!) : null,
      ...(band ? [Math.round(band.q05[i]!), Math.round(band.q95[i]!)] : []),
    ]),
  };
  return (
    <div ref={frame}>
      <Choice
        label={say('map.chart.which')}
        value={chosen.value}
        choices={curves}
        onChange={setSeries}
      />
      <Figure
        id="curve"
        title={title}
        picture={fanChart(texts, {
          label: title,
          band,
          expected: now,
          asItWas: isMoved && was ? was : undefined,
          record: [],
          dates,
          firstDay: 0,
          lastDay: live.days - 1,
          fitUntil: null,
          markedDay: day,
          wide: chartWidth(width),
        })}
        summary={`${say(was && isMoved ? 'map.chart.moved' : 'map.chart.same', {
          now: count(now[live.days - 1]!),
          was: count(was?.[live.days - 1] ?? 0),
          date: longDate(dates[live.days - 1]!),
        })} ${
          band
            ? say('map.chart.band', {
                worlds: bands!.worlds,
                low: count(band.q05[day]!),
                high: count(band.q95[day]!),
                date: longDate(dates[day]!),
              })
            : say('map.chart.noBand', { done: worldsDone, wanted: state.worlds })
        }`}
        table={table}
      />
    </div>
  );
}

function curvesOf(
  opened: Opened,
  live: Live,
  say: ReturnType<typeof useTexts>['say'],
  named: ReturnType<typeof useTexts>['named'],
) {
  const has = (name: string) => live.names.includes(name);
  const general = wholeSeries
    .filter(has)
    .map((value) => ({ value, label: say(`series.${value}` as 'series.stock') }));
  const countries = opened.case.tables.states
    .filter((row) => has(`stock.${row.country}`))
    .map((row) => ({
      value: `stock.${row.country}`,
      label: say('map.figures.stock', { country: named('country', row.country, row.name) }),
    }));
  const crossings = opened.case.tables.places
    .filter((row) => row.kind === 'crossing' && has(`entries.${row.id}`))
    .flatMap((row) => [
      { value: `entries.${row.id}`, label: say('series.entries', { place: row.name }) },
      { value: `waiting.${row.id}`, label: say('series.waiting', { place: row.name }) },
    ]);
  return [...general, ...countries, ...crossings];
}
