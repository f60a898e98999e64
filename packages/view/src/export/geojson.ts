import type { RunSummary } from '@asylia/study';

type Feature = {
  type: 'Feature';
  geometry: { type: 'Point' | 'LineString'; coordinates: number[] | number[][] };
  properties: Record<string, string | number>;
};
export interface FeatureCollection {
  readonly type: 'FeatureCollection';
  readonly features: readonly Feature[];
}

/** Places with the most people that stood there and when (expected run). */
export function placesGeoJson(summary: RunSummary): FeatureCollection {
  return {
    type: 'FeatureCollection',
    features: summary.places.map((place) => {
      const people = summary.map.stockByPlace[place.id] ?? summary.map.waiting[place.id] ?? [];
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
        },
      };
    }),
  };
}

/** Flows from settlements over crossings, with all who set out (expected run). */
export function flowsGeoJson(summary: RunSummary): FeatureCollection {
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
