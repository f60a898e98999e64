import type { Case } from '@asylia/cases';
import type { RunSummary } from './summary.ts';

type Geography = Pick<RunSummary, 'places' | 'countries'>;

const made = new WeakMap<Case, Geography>();

/** Places and countries of a case as maps read them; made once for each case. */
export function geographyOf(source: Case): Geography {
  const known = made.get(source) ?? {
    places: source.tables.places.map((row) => ({
      id: row.id,
      name: row.name,
      nameOther: row.name_other,
      country: row.country,
      region: row.region,
      kind: row.kind,
      lat: row.lat,
      lon: row.lon,
      frontierKm: row.frontier_km,
    })),
    countries: source.tables.states.map((row) => ({
      id: row.country,
      name: row.name,
      role: row.role,
      population: row.population ?? 0,
    })),
  };
  made.set(source, known);
  return known;
}
