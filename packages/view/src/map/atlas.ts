import countries from 'world-atlas/countries-50m.json' with { type: 'json' };
import type { Ground, MapCountry, MapPlace } from './ground.ts';
import { groundOf } from './groundOf.ts';

/** Lands and frontiers of today: Natural Earth 1:50m through world-atlas, public domain. */
export const atlas: unknown = countries;

/** The ground of a case, from the atlas that comes along. */
export function atlasGround(
  places: readonly MapPlace[],
  countriesOfCase: readonly MapCountry[],
): Ground {
  return groundOf(atlas, places, countriesOfCase);
}
