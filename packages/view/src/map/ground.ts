import type { RunSummary } from '@asylia/lab';

/** What a map needs of a run; a run that still goes on can hand it over too. */
export type MapInput = Pick<RunSummary, 'places' | 'countries' | 'map'>;
export type MapPlace = RunSummary['places'][number];
export type MapCountry = Pick<RunSummary['countries'][number], 'id' | 'name' | 'role'>;

/**
 * What a line of the ground separates. `coast`: land and sea. `frontier`: two states of the time.
 * `internal`: parts of what was one state at the time of the case. `disputed`: a line that is
 * de facto today, because the atlas knows no ISO number for one side.
 */
export type LineKind = 'coast' | 'frontier' | 'internal' | 'disputed';

/**
 * The ground of a case as plain JSON, clipped to its region. Rings and lines are flat lists of
 * whole numbers: x, y of the first point, then steps to the next one, in units of `unit` degrees;
 * x counts eastward from `west`, y northward from `south`.
 */
export interface Ground {
  readonly format: 1;
  /** degrees a unit */
  readonly unit: number;
  /** The region, degrees; `east` may be more than 180. */
  readonly box: Box;
  /** What every map of the case shows: the land of the origin, if the places spread over it. */
  readonly frame: Box | null;
  readonly countries: readonly GroundCountry[];
  readonly lines: readonly { readonly kind: LineKind; readonly points: readonly number[] }[];
  /** Ids of the countries of the case that formed one state with the origin; empty if none did. */
  readonly oneState: readonly string[];
  /** Names of the lands in the region for which the atlas knows no ISO number. */
  readonly disputed: readonly string[];
}

export interface GroundCountry {
  /** Id in the case; empty for land of countries outside the case. */
  readonly id: string;
  readonly origin: boolean;
  readonly rings: readonly (readonly number[])[];
}

export interface Box {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

/** Degrees from a flat list of the ground: longitude and latitude of each point in turn. */
export function degreesOf(ground: Ground, list: readonly number[]): [number, number][] {
  const points: [number, number][] = [];
  let x = 0;
  let y = 0;
  for (let i = 0; i + 1 < list.length; i += 2) {
    x += list[i]!;
    y += list[i + 1]!;
    points.push([ground.box.west + x * ground.unit, ground.box.south + y * ground.unit]);
  }
  return points;
}

/** The name as it stands on a map: without what a bracket adds. */
export function mapName(name: string): string {
  return name.replace(/ \(.*/, '');
}
