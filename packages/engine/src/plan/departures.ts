import type { SeriesLayout } from '../seriesLayout.ts';
import type { World } from '../world.ts';
import type { Convoy, Ways } from './ways.ts';

/** Where the day writes those who set out: indices that the ways and convoys of a world give. */
export interface Departures {
  /** [way] cell of its convoy and group: convoy x groups + group */
  readonly convoyCell: Int32Array;
  /** [way] series of those who left a region for a country, -1 without one */
  readonly leftTo: Int32Array;
  /** [convoy] see Convoy */
  readonly passage: Int32Array;
  readonly vehicleDays: Int32Array;
  readonly footDays: Int32Array;
  readonly key: Float64Array;
  /** [convoy] the two lengths of the way as a slot in keys of chance */
  readonly slot: Int32Array;
}

export function planDepartures({
  ways: { start, country, convoy },
  convoys,
  layout,
  persecuted,
  ...world
}: Pick<World, 'groupIds' | 'countryIds' | 'placeRegion'> & {
  readonly ways: Ways;
  readonly convoys: readonly Convoy[];
  readonly layout: SeriesLayout;
  readonly persecuted: Uint8Array;
}): Departures {
  const groups = world.groupIds.length;
  const convoyCell = new Int32Array(convoy.length);
  const leftTo = new Int32Array(convoy.length).fill(-1);
  for (let pair = 0; pair + 1 < start.length; pair++) {
    const g = pair % groups;
    const region = persecuted[g] ? world.placeRegion[(pair - g) / groups]! : -1;
    for (let way = start[pair]!; way < start[pair + 1]!; way++) {
      convoyCell[way] = convoy[way]! * groups + g;
      if (region < 0) continue;
      leftTo[way] = layout.leftTo[region * world.countryIds.length + country[way]!]!;
    }
  }
  return {
    convoyCell,
    leftTo,
    passage: new Int32Array(convoys.map((one) => one.passage)),
    vehicleDays: new Int32Array(convoys.map((one) => one.vehicleDays)),
    footDays: new Int32Array(convoys.map((one) => one.footDays)),
    key: new Float64Array(convoys.map((one) => one.key)),
    slot: new Int32Array(
      convoys.map((one) => Math.min(one.vehicleDays, 255) * 256 + Math.min(one.footDays, 255)),
    ),
  };
}
