import type { DatedMap, Ground, ReportTable } from '@asylia/view';
import { differenceMap, differenceMarks, differenceScales, mapLayout, mapName } from '@asylia/view';
import { memo, useMemo, useState } from 'react';
import { Choice } from '../../components/Choice.tsx';
import { DataTable } from '../../components/DataTable.tsx';
import { Figure } from '../../components/Figure.tsx';
import { useWidth } from '../../components/useWidth.ts';
import { useTexts } from '../../texts.ts';
import { allTogether, peopleAt } from './mapsOf.ts';
import { useOptionName } from './useColumnName.ts';
import type { Run } from './useRuns.ts';

const widest = 820;
/** From this width on (pixels) the table stands open beside the map. */
const roomForTable = 1200;
const tallness = 0.9;
/** How many places the summary names. */
const named = 3;

/** Where more and where fewer people are in one run than in another, on the day of the maps. */
export const DifferenceOnMap = memo(function DifferenceOnMap({
  runs,
  maps,
  ground,
  day,
}: {
  readonly runs: readonly Run[];
  readonly maps: readonly DatedMap[];
  readonly ground: Ground;
  readonly day: number;
}) {
  const texts = useTexts();
  const { say, pair, count, longDate, listed } = texts;
  const nameOf = useOptionName();
  const [chosen, setChosen] = useState<readonly [string, string]>(['', '']);
  const at = (id: string, otherwise: number) => {
    const found = runs.findIndex((run) => run.id === id);
    return found < 0 ? otherwise : found;
  };
  const [from, to] = [at(chosen[0], 0), at(chosen[1], 1)];
  const [one, other] = [maps[from]!, maps[to]!];
  const [frame, width] = useWidth<HTMLDivElement>();
  const wide = Math.min(widest, Math.floor(width));
  const { dates } = one;
  const drawn = useMemo(() => {
    if (wide < 100) return null;
    const layout = mapLayout(allTogether([one, other]), ground, {
      width: wide,
      height: Math.round(wide * tallness),
    });
    return { layout, scales: differenceScales(one, other, layout, dates.length) };
  }, [one, other, ground, wide, dates]);
  const marks = drawn ? differenceMarks(one, other, drawn.layout, drawn.scales, day) : [];
  const names = { one: runs[from]!.letter, other: runs[to]!.letter, date: longDate(dates[day]!) };
  const title = say('compare.difference', names);
  const placeName = new Map(one.places.map((place) => [place.id, mapName(place.name)]));
  const list = (sign: 'more' | 'fewer') =>
    listed(
      marks
        .filter((mark) => mark.sign === sign)
        .slice(0, named)
        .map((mark) =>
          say('map.atPlace', {
            place: placeName.get(mark.place)!,
            people: count(Math.abs(mark.difference)),
          }),
        ),
      'items',
    );
  const [more, fewer] = [list('more'), list('fewer')];
  const summary = [
    more ? say('compare.difference.more', { ...names, places: more }) : '',
    fewer ? say('compare.difference.fewer', { ...names, places: fewer }) : '',
    more || fewer ? say('compare.difference.read', names) : say('compare.difference.none', names),
  ];
  const table: ReportTable = {
    id: 'compare-difference',
    title,
    columns: [say('column.place'), names.one, names.other, say('compare.col.difference')],
    rows: marks.map((mark) => [
      placeName.get(mark.place)!,
      peopleAt(one, mark.place, day),
      peopleAt(other, mark.place, day),
      mark.difference,
    ]),
  };
  const choices = runs.map((run) => ({ value: run.id, label: pair(run.letter, nameOf(run)) }));
  return (
    <div ref={frame} className="compare-difference">
      <div className="two-choices">
        <Choice
          label={say('compare.difference.other')}
          value={runs[to]!.id}
          choices={choices}
          onChange={(id) => setChosen([runs[from]!.id, id])}
        />
        <Choice
          label={say('compare.difference.one')}
          value={runs[from]!.id}
          choices={choices}
          onChange={(id) => setChosen([id, runs[to]!.id])}
        />
      </div>
      <div className="difference-parts">
        <div style={{ maxInlineSize: `${widest}px` }}>
          <Figure
            id="compare-difference"
            title={title}
            picture={
              drawn
                ? differenceMap(texts, one, other, ground, drawn.layout, drawn.scales, day, title)
                : ''
            }
            summary={summary.filter((sentence) => sentence !== '').join(' ')}
          />
        </div>
        {marks.length > 0 && <DataTable table={table} open={width >= roomForTable} />}
      </div>
    </div>
  );
});
