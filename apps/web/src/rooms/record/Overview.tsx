import type { FanPanel, ReportTable } from '@asylia/view';
import { fanGrid } from '@asylia/view';
import { Button, Group } from 'react-aria-components';
import { Figure } from '../../components/Figure.tsx';
import { useWidth } from '../../components/useWidth.ts';
import { usePage } from '../../page.ts';
import { useTexts } from '../../texts.ts';
import type { Distance } from './distance.ts';
import { distanceFrom, insideOf } from './distance.ts';
import { judgedOf } from './judged.ts';
import type { Recorded } from './recorded.ts';
import { curveOf, datesOf, fitUntilOf } from './recorded.ts';
import type { RecordParts } from './shared.ts';
import { useSeriesName } from './useSeriesName.ts';
import { useSeriesTables } from './useSeriesTables.ts';

/** Pixels that a small chart needs for letters that can be read. */
const panelPixels = 330;
const mostColumns = 3;

/** Displaced persons by country at a glance, each with its distance from the record. */
export function Overview({
  opened,
  live,
  base,
  recorded,
  onChoose,
}: RecordParts & { readonly onChoose: (series: string) => void }) {
  const { state, bands } = usePage();
  const texts = useTexts();
  const { say, percent, count, figure, named } = texts;
  const nameOf = useSeriesName();
  const placeOf = ({ place, placeName }: Recorded) =>
    place === '' ? say('stocks.region') : named('country', place, placeName);
  const tables = useSeriesTables();
  const [frame, width] = useWidth<HTMLDivElement>();
  const judged = judgedOf(state);
  const moved = judged !== 'asItWas';
  const rows = recorded
    .filter((one) => one.measure === 'stock')
    .flatMap((series) => {
      const expected = curveOf(live, series.id);
      const before = curveOf(base, series.id);
      if (!expected || !before) return [];
      const [most, was] = [Math.max(...expected), Math.max(...before)];
      return [{ series, expected, before, most, was }];
    })
    .sort((a, b) => b.most - a.most);
  if (rows.length === 0) return null;
  const away = (distance: Distance) =>
    distance.points > 0 ? percent(distance.share) : say('window.notScored');
  const noteOf = (series: Recorded, expected: Float64Array) => {
    const [fit, holdout] = (['fit', 'holdout'] as const).map((window) =>
      distanceFrom(expected, series.points, window),
    ) as [Distance, Distance];
    const known = [fit, holdout].filter((one) => one.points > 0);
    if (known.length === 0) return say('window.notScored');
    const id = known.length === 2 ? 'both' : fit.points > 0 ? 'fit' : 'holdout';
    return say(`record.panel.${id}`, { fit: away(fit), holdout: away(holdout) });
  };
  const panels = rows.map(({ series, expected, before, most, was }): FanPanel => {
    const band = bands?.bands[series.id] ?? null;
    return {
      title: placeOf(series),
      note:
        judged === 'policy'
          ? say('record.panel.policy', {
              now: figure(Math.round(most)),
              was: figure(Math.round(was)),
            })
          : noteOf(series, expected),
      band,
      expected: !band || moved ? expected : undefined,
      asItWas: moved ? before : undefined,
      record: series.points,
      firstDay: 0,
      lastDay: live.days - 1,
      fitUntil: fitUntilOf(series.points),
    };
  });
  const columns = Math.max(1, Math.min(mostColumns, Math.floor(width / panelPixels)));
  const title = say('record.overview');
  const ranked = rows
    .map(({ series, expected }) => ({ series, all: distanceFrom(expected, series.points) }))
    .filter(({ all }) => all.points > 0)
    .sort((a, b) => a.all.share - b.all.share);
  const [best, worst] = [ranked[0], ranked.at(-1)];
  const furthest = [...rows].sort(
    (a, b) => Math.abs(b.most - b.was) - Math.abs(a.most - a.was),
  )[0]!;
  const words = () => {
    if (judged === 'policy')
      return say('record.overview.policy', {
        place: placeOf(furthest.series),
        now: figure(Math.round(furthest.most)),
        was: figure(Math.round(furthest.was)),
      });
    if (!best || !worst) return say('window.notScored');
    const points = ranked.reduce((sum, { all }) => sum + all.points, 0);
    return say(ranked.length > 1 ? 'record.overview.summary' : 'record.overview.one', {
      best: placeOf(best.series),
      bestAway: percent(best.all.share),
      worst: placeOf(worst.series),
      worstAway: percent(worst.all.share),
      count: points,
      points: count(points),
    });
  };
  const scores = judged !== 'policy';
  const table: ReportTable = {
    id: 'record-overview',
    title,
    columns: [
      say('record.col.series'),
      say('record.col.most'),
      ...(moved ? [say('record.col.mostWas')] : []),
      ...(scores
        ? [
            say('record.col.figures'),
            say('record.col.away.fit'),
            say('record.col.away.holdout'),
            say('record.col.inside90'),
          ]
        : []),
    ],
    rows: rows.map(({ series, expected, most, was }) => {
      const band = bands?.bands[series.id];
      const inside = band ? insideOf(band, series.points) : null;
      return [
        nameOf(series),
        Math.round(most),
        ...(moved ? [Math.round(was)] : []),
        ...(scores
          ? [
              distanceFrom(expected, series.points).points,
              away(distanceFrom(expected, series.points, 'fit')),
              away(distanceFrom(expected, series.points, 'holdout')),
              inside && inside.points > 0 ? percent(inside.inside90 / inside.points) : '',
            ]
          : []),
      ];
    }),
  };
  return (
    <div ref={frame}>
      <Figure
        id="record-overview"
        isKeyed
        title={title}
        picture={fanGrid(texts, {
          label: title,
          panels,
          dates: datesOf(opened.case, live.days),
          columns,
        })}
        summary={words()}
        source={tables.sourceLine(
          opened,
          rows.flatMap(({ series }) => series.points),
        )}
        table={table}
      />
      <Group className="buttons look" aria-label={say('record.look')}>
        {rows.map(({ series }) => (
          <Button key={series.id} onPress={() => onChoose(series.id)}>
            {placeOf(series)}
          </Button>
        ))}
      </Group>
    </div>
  );
}
