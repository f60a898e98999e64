import type { DatedMap, Ground, MapLayout, MapParts, MapScales, ReportTable } from '@asylia/view';
import {
  dayMap,
  groundNote,
  inNeighbours,
  mapGround,
  mapLayout,
  mapName,
  mapNames,
  mapScales,
  mapSummary,
  mapTitle,
  panelGrid,
  placePoints,
  waitingAtFrontier,
} from '@asylia/view';
import { useMemo } from 'react';
import { Figure } from '../../components/Figure.tsx';
import { useWidth } from '../../components/useWidth.ts';
import { useTexts } from '../../texts.ts';
import { allTogether } from './mapsOf.ts';
import { useOptionName } from './useColumnName.ts';
import type { Run } from './useRuns.ts';

/** Pixels between maps; as in panelGrid. */
const between = 22;
const letters = 11.5;
/** Below this width (pixels) a map has the short legend. */
const roomForLegend = 470;
/** A map alone is no wider than this, pixels. */
const widest = 820;
/** Height of a map as a share of its width. */
const tallness = 0.9;

/** How many maps stand in a row of some width, pixels. */
export function mapsInRow(maps: number, width: number): number {
  if (maps >= 4) return width >= 1360 ? 4 : width >= 600 ? 2 : 1;
  if (maps === 3) return width >= 1000 ? 3 : width >= 600 ? 2 : 1;
  return width >= 600 ? Math.max(1, maps) : 1;
}

/** What the maps call by its id, drawn once for all of them. */
const shared: MapParts = {
  ground: '<use href="#compare-ground"/>',
  names: '<use href="#compare-names"/>',
};

/** The same day in every run, on one scale. */
export function SideBySide({
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
  const { say, pair, count, longDate } = texts;
  const nameOf = useOptionName();
  const [frame, width] = useWidth<HTMLDivElement>();
  const columns = mapsInRow(runs.length, width);
  const wide = Math.min(widest, Math.floor((width - (columns - 1) * between) / columns));
  const all = useMemo(() => allTogether(maps), [maps]);
  const drawn = useMemo(() => {
    if (wide < 100) return null;
    const layout: MapLayout = mapLayout(all, ground, {
      width: wide,
      height: Math.round(wide * tallness),
    });
    const scales: MapScales = mapScales(
      maps.map(({ map }) => map),
      layout,
    );
    const names = mapNames(texts, all, ground, layout, scales, letters, wide < roomForLegend);
    return {
      layout,
      scales,
      parts: `<g id="compare-ground">${mapGround(ground, layout)}</g><g id="compare-names">${placePoints(layout)}${names}</g>`,
    };
  }, [all, maps, ground, wide, texts]);
  const { dates } = maps[0]!;
  const title = say('compare.maps', { date: longDate(dates[day]!) });
  const titles = runs.map((run) => pair(run.letter, nameOf(run)));
  const picture = drawn
    ? panelGrid({
        id: 'compare-maps',
        label: maps.map((map, i) => `${titles[i]!}. ${mapTitle(texts, map, day)}.`).join(' '),
        columns,
        wide: drawn.layout.width,
        tall: drawn.layout.height,
        shared: drawn.parts,
        panels: maps.map((map, i) => ({
          title: titles[i]!,
          note: say('compare.maps.figures', {
            stock: count(inNeighbours(map, day)),
            waiting: count(waitingAtFrontier(map, day)),
          }),
          picture: dayMap(texts, map, drawn.layout, drawn.scales, shared, day, ''),
        })),
      })
    : '';
  return (
    <div ref={frame} className="compare-maps">
      <div style={{ maxInlineSize: `${columns * (wide + between) - between}px` }}>
        <Figure
          id="compare-maps"
          title={title}
          picture={picture}
          summary={`${maps
            .map((map, i) => pair(runs[i]!.letter, mapSummary(texts, map, day)))
            .join(' ')} ${say('compare.maps.scale')}`}
          source={[
            groundNote(texts, ground, all.countries, dates[0]!.slice(0, 4)),
            texts.say('map.disclaimer'),
          ].join(' ')}
          table={useTable(maps, titles, day, title)}
        />
      </div>
    </div>
  );
}

function useTable(
  maps: readonly DatedMap[],
  titles: readonly string[],
  day: number,
  title: string,
): ReportTable {
  const { say, named } = useTexts();
  const [first] = maps;
  const countryName = new Map(
    first!.countries.map(({ id, name }) => [id, named('country', id, name)]),
  );
  const kinds = [
    { name: say('compare.col.here'), of: (map: DatedMap) => map.map.stockByPlace },
    { name: say('compare.col.waiting'), of: (map: DatedMap) => map.map.waiting },
  ];
  return {
    id: 'compare-maps',
    title,
    columns: [say('column.place'), say('column.country'), say('column.people'), ...titles],
    rows: first!.places.flatMap((place) =>
      kinds.flatMap(({ name, of }) => {
        const people = maps.map((map) => of(map)[place.id]?.[day] ?? 0);
        return people.some((n) => n > 0)
          ? [
              [
                mapName(place.name),
                countryName.get(place.country) ?? place.country,
                name,
                ...people,
              ],
            ]
          : [];
      }),
    ),
  };
}
