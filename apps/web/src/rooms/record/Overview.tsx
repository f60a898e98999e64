import { ownValue } from '@asylia/engine';
import type { RunSummary } from '@asylia/lab';
import type { FanPanel, ReportTable } from '@asylia/view';
import { fanGrid } from '@asylia/view';
import { Button, Group } from 'react-aria-components';
import { Figure } from '../../components/Figure.tsx';
import { useWidth } from '../../components/useWidth.ts';
import type { CurrentRun } from '../../engine/protocol.ts';
import { usePage } from '../../page.ts';
import type { Texts } from '../../texts.ts';
import { useTexts } from '../../texts.ts';
import type { Distance } from './distance.ts';
import { distanceFrom, insideOf } from './distance.ts';
import type { Judged } from './judged.ts';
import { judgedOf } from './judged.ts';
import type { Recorded } from './recorded.ts';
import { curveOf, datesOf, fitUntilOf } from './recorded.ts';
import { seriesName } from './seriesName.ts';
import { sourceLine } from './seriesTables.ts';
import type { RecordParts } from './shared.ts';

/** Pixels that a small chart needs for letters that can be read. */
const panelPixels = 330;
const mostColumns = 3;

/** A series of displaced persons: now, at baseline, and the most there ever were. */
interface Row {
  readonly series: Recorded;
  readonly expected: Float64Array;
  readonly before: Float64Array;
  readonly most: number;
  readonly was: number;
}

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
  const { say } = texts;
  const [frame, width] = useWidth<HTMLDivElement>();
  const judged = judgedOf(state);
  const rows = rowsOf(live, base, recorded);
  if (rows.length === 0) return null;
  const panels = rows.map((row) => panelOf(texts, row, judged, bands));
  const columns = Math.max(1, Math.min(mostColumns, Math.floor(width / panelPixels)));
  const title = say('record.overview');
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
        summary={wordsOf(texts, rows, judged)}
        source={sourceLine(
          texts,
          opened,
          rows.flatMap(({ series }) => series.points),
        )}
        table={tableOf(texts, rows, judged, bands)}
      />
      <Group className="buttons look" aria-label={say('record.look')}>
        {rows.map(({ series }) => (
          <Button key={series.id} onPress={() => onChoose(series.id)}>
            {placeOf(texts, series)}
          </Button>
        ))}
      </Group>
    </div>
  );
}

function rowsOf(live: CurrentRun, base: CurrentRun, recorded: readonly Recorded[]): Row[] {
  return recorded
    .filter((one) => one.measure === 'stock')
    .flatMap((series) => {
      const expected = curveOf(live, series.id);
      const before = curveOf(base, series.id);
      if (!expected || !before) return [];
      const [most, was] = [Math.max(...expected), Math.max(...before)];
      return [{ series, expected, before, most, was }];
    })
    .sort((a, b) => b.most - a.most);
}

const placeOf = ({ say, named }: Texts, { place, placeName }: Recorded) =>
  place === '' ? say('stocks.region') : named('country', place, placeName);

const away = ({ say, percent }: Texts, { points, share }: Distance) =>
  points > 0 ? percent(share) : say('window.notScored');

function panelOf(
  texts: Texts,
  { series, expected, before, most, was }: Row,
  judged: Judged,
  bands: RunSummary | null,
): FanPanel {
  const { say, figure } = texts;
  const isEdited = judged !== 'baseline';
  const band = ownValue(bands?.bands, series.id) ?? null;
  const change = { now: figure(Math.round(most)), was: figure(Math.round(was)) };
  return {
    title: placeOf(texts, series),
    note:
      judged === 'policy'
        ? say('record.panel.policy', change)
        : distanceNote(texts, series, expected),
    band,
    expected: !band || isEdited ? expected : undefined,
    baseline: isEdited ? before : undefined,
    record: series.points,
    firstDay: 0,
    lastDay: expected.length - 1,
    fitUntil: fitUntilOf(series.points),
  };
}

/** How far a curve lies from the figures it was fitted to, and from those kept apart. */
function distanceNote(texts: Texts, { points }: Recorded, expected: Float64Array): string {
  const fit = distanceFrom(expected, points, 'fit');
  const holdout = distanceFrom(expected, points, 'holdout');
  if (fit.points + holdout.points === 0) return texts.say('window.notScored');
  const id = fit.points === 0 ? 'holdout' : holdout.points === 0 ? 'fit' : 'both';
  const values = { fit: away(texts, fit), holdout: away(texts, holdout) };
  return texts.say(`record.panel.${id}`, values);
}

/** Where the curves lie nearest to the record and furthest from it, or where a policy moves most. */
function wordsOf(texts: Texts, rows: readonly Row[], judged: Judged): string {
  const { say, figure, percent, count } = texts;
  if (judged === 'policy') {
    const apart = (row: Row) => Math.abs(row.most - row.was);
    const { series, most, was } = [...rows].sort((a, b) => apart(b) - apart(a))[0]!;
    return say('record.overview.policy', {
      place: placeOf(texts, series),
      now: figure(Math.round(most)),
      was: figure(Math.round(was)),
    });
  }
  const ranked = rows
    .map(({ series, expected }) => ({ series, all: distanceFrom(expected, series.points) }))
    .filter(({ all }) => all.points > 0)
    .sort((a, b) => a.all.share - b.all.share);
  const [best, worst] = [ranked[0], ranked.at(-1)];
  if (!best || !worst) return say('window.notScored');
  const points = ranked.reduce((sum, { all }) => sum + all.points, 0);
  return say(ranked.length > 1 ? 'record.overview.summary' : 'record.overview.one', {
    best: placeOf(texts, best.series),
    bestAway: percent(best.all.share),
    worst: placeOf(texts, worst.series),
    worstAway: percent(worst.all.share),
    count: points,
    points: count(points),
  });
}

/** A column of the table: its heading, and what stands in a row. */
type Column = readonly [head: string, of: (row: Row) => string | number];

function tableOf(
  texts: Texts,
  rows: readonly Row[],
  judged: Judged,
  bands: RunSummary | null,
): ReportTable {
  const { say, percent } = texts;
  const apart = ({ series, expected }: Row, window?: 'fit' | 'holdout') =>
    distanceFrom(expected, series.points, window);
  const inside = ({ series }: Row) => {
    const band = ownValue(bands?.bands, series.id);
    const found = band && insideOf(band, series.points);
    return found && found.points > 0 ? percent(found.inside90 / found.points) : '';
  };
  const scores: readonly Column[] = [
    [say('record.col.figures'), (row) => apart(row).points],
    [say('record.col.away.fit'), (row) => away(texts, apart(row, 'fit'))],
    [say('record.col.away.holdout'), (row) => away(texts, apart(row, 'holdout'))],
    [say('record.col.inside90'), inside],
  ];
  const columns: readonly Column[] = [
    [say('record.col.series'), ({ series }) => seriesName(texts, series)],
    [say('record.col.most'), ({ most }) => Math.round(most)],
    ...(judged === 'baseline'
      ? []
      : [[say('record.col.mostWas'), ({ was }) => Math.round(was)] satisfies Column]),
    ...(judged === 'policy' ? [] : scores),
  ];
  return {
    id: 'record-overview',
    title: say('record.overview'),
    columns: columns.map(([head]) => head),
    rows: rows.map((row) => columns.map(([, of]) => of(row))),
  };
}
