import { around } from 'geokdbush';
import KDBush from 'kdbush';

interface Position {
  readonly lat: number;
  readonly lon: number;
}

/** Great-circle km from a place to the nearest of a list; Infinity where the list is empty. */
export function nearestTo(places: readonly Position[]): (from: Position) => number {
  if (places.length === 0) return () => Number.POSITIVE_INFINITY;
  const index = new KDBush(places.length);
  for (const { lat, lon } of places) index.add(lon, lat);
  index.finish();
  return (from) => {
    let least = Number.POSITIVE_INFINITY;
    // The index rounds otherwise than we do: of places equally far it may take any.
    for (const place of around(index, from.lon, from.lat, 4)) {
      least = Math.min(least, greatCircleKm(from, places[place]!));
    }
    return least;
  };
}

function greatCircleKm(to: Position, from: Position): number {
  const rad = Math.PI / 180;
  return (
    2 *
    6371 *
    Math.asin(
      Math.sqrt(
        Math.sin(((to.lat - from.lat) * rad) / 2) ** 2 +
          Math.cos(from.lat * rad) *
            Math.cos(to.lat * rad) *
            Math.sin(((to.lon - from.lon) * rad) / 2) ** 2,
      ),
    )
  );
}
