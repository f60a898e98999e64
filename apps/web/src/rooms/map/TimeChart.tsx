import { ownValue } from '@asylia/engine';
import type { Band } from '@asylia/lab';
import type { ReportTable } from '@asylia/view';
import { fanChart } from '@asylia/view';
import { useState } from 'react';
import { Choice } from '../../components/Choice.tsx';
import { Figure } from '../../components/Figure.tsx';
import { chartWidth, useWidth } from '../../components/useWidth.ts';
import type { CurrentRun, Opened } from '../../engine/protocol.ts';
import { seriesOf, wholeSeries } from '../../map/series.ts';
import { usePage } from '../../page.ts';
import type { Texts } from '../../texts.ts';
import { useTexts } from '../../texts.ts';

interface Props {
  readonly opened: Opened;
  readonly live: CurrentRun;
  readonly base: CurrentRun | null;
  readonly day: number;
  readonly dates: readonly string[];
}

/** One curve over the whole period: now with its bands, and at baseline. */
export function TimeChart({ opened, live, base, day, dates }: Props) {
  const { bands, worldsDone, state } = usePage();
  const texts = useTexts();
  const { say, count, longDate } = texts;
  const [series, setSeries] = useState('stock');
  const [frame, width] = useWidth<HTMLDivElement>();
  const curves = curvesOf(opened, live, texts);
  const chosen = curves.find((one) => one.value === series) ?? curves[0]!;
  const now = Array.from(seriesOf(live, chosen.value));
  const was = base ? Array.from(seriesOf(base, chosen.value)) : null;
  const isEdited = was?.some((x, i) => Math.abs(x - now[i]!) > 0.5) ?? false;
  const top = now.reduce((best, x, i) => (x > now[best]! ? i : best), 0);
  const band = ownValue(bands?.bands, chosen.value) ?? null;
  const title = say('map.chart.title', {
    what: chosen.label,
    people: count(now[top]!),
    date: longDate(dates[top]!),
  });
  const table = curveTable(texts, chosen, { now, was, band, dates });
  const last = live.days - 1;
  const ends = say(was && isEdited ? 'map.chart.edited' : 'map.chart.same', {
    now: count(now[last]!),
    was: count(was?.[last] ?? 0),
    date: longDate(dates[last]!),
  });
  const within = band
    ? say('map.chart.band', {
        worlds: bands!.worlds,
        low: count(band.q05[day]!),
        high: count(band.q95[day]!),
        date: longDate(dates[day]!),
      })
    : say('map.chart.noBand', { done: worldsDone, wanted: state.worlds });
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
          baseline: isEdited && was ? was : undefined,
          record: [],
          dates,
          firstDay: 0,
          lastDay: last,
          fitUntil: null,
          markedDay: day,
          wide: chartWidth(width),
        })}
        summary={`${ends} ${within}`}
        table={table}
      />
    </div>
  );
}

/** Day by day: now, at baseline, and the band. */
function curveTable(
  { say }: Texts,
  { value, label }: { readonly value: string; readonly label: string },
  {
    now,
    was,
    band,
    dates,
  }: {
    readonly now: readonly number[];
    readonly was: readonly number[] | null;
    readonly band: Band | null;
    readonly dates: readonly string[];
  },
): ReportTable {
  return {
    id: `curve-${value}`,
    title: label,
    columns: [
      say('map.day'),
      say('map.figures.now'),
      say('threat.head.baseline'),
      ...(band ? [say('map.chart.low'), say('map.chart.high')] : []),
    ],
    rows: dates.map((date, i) => [
      date,
      Math.round(now[i]!),
      was ? Math.round(was[i]!) : null,
      ...(band ? [Math.round(band.q05[i]!), Math.round(band.q95[i]!)] : []),
    ]),
  };
}

function curvesOf(opened: Opened, live: CurrentRun, { say, named }: Texts) {
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
