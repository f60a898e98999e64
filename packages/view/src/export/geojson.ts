import { ownValue } from '@asylia/engine';
import type { RunSummary } from '@asylia/lab';

type Feature = {
  type: 'Feature';
  geometry: { type: 'Point' | 'LineString'; coordinates: number[] | number[][] };
  properties: Record<string, string | number>;
};
export interface FeatureCollection {
  readonly type: 'FeatureCollection';
  readonly features: readonly Feature[];
}

type Mapped = Pick<RunSummary, 'places' | 'map' | 'dates'>;

/**
 * Places with the most people that stood there and when (expected run). With a day also the
 * people on that day; with another run also its people on that day and how many more that are.
 */
export function placesGeoJson(
  summary: Mapped,
  day?: number,
  other?: Pick<RunSummary, 'map'>,
): FeatureCollection {
  return {
    type: 'FeatureCollection',
    features: summary.places.map((place) => {
      const people = peopleAt(summary.map, place.id);
      const most = people.reduce((a, b) => Math.max(a, b), 0);
      return {
        type: 'Feature',
        geometry: { type: 'Point', coordinates: [place.lon, place.lat] },
        properties: {
          id: place.id,
          name: place.name,
          name_other: place.nameOther,
          country: place.country,
          kind: place.kind,
          peak_persons: most,
          peak_date: most > 0 ? summary.dates[people.indexOf(most)]! : '',
          ...(day === undefined ? {} : onDay(summary, place.id, day, other)),
        },
      };
    }),
  };
}

/** People at a place by day; those who wait where the place is a crossing. */
function peopleAt(map: RunSummary['map'], id: string): readonly number[] {
  return ownValue(map.stockByPlace, id) ?? ownValue(map.waiting, id) ?? [];
}

function onDay(
  summary: Mapped,
  id: string,
  day: number,
  other: Pick<RunSummary, 'map'> | undefined,
): Feature['properties'] {
  const date = summary.dates[day];
  if (date === undefined)
    throw new Error(
      `GeoJSON of places: expected a day from 0 to ${summary.dates.length - 1}, got ${day}; choose a day of the run`,
    );
  const persons = peopleAt(summary.map, id)[day] ?? 0;
  if (!other) return { date, persons };
  const persons_other = peopleAt(other.map, id)[day] ?? 0;
  return { date, persons, persons_other, difference: persons_other - persons };
}

/** Flows from settlements over crossings, with all who set out (expected run). */
export function flowsGeoJson(summary: Pick<RunSummary, 'places' | 'map'>): FeatureCollection {
  const at = new Map(summary.places.map((place) => [place.id, [place.lon, place.lat]]));
  return {
    type: 'FeatureCollection',
    features: summary.map.flows.map((flow) => ({
      type: 'Feature',
      geometry: {
        type: 'LineString',
        coordinates: [flow.from, flow.via, flow.to].flatMap((id) =>
          at.has(id) ? [at.get(id)!] : [],
        ),
      },
      properties: {
        from: flow.from,
        via: flow.via,
        to: flow.to,
        persons: flow.perDay.reduce((a, b) => a + b, 0),
      },
    })),
  };
}
