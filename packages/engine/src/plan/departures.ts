import type { SeriesLayout } from '../seriesLayout.ts';
import type { World } from '../world.ts';
import type { DestinationOptions, TravelCohort } from './destinationOptions.ts';

/**
 * Where the day writes those who set out: indices that the options and travel cohorts of a world
 * give.
 */
export interface Departures {
  /** [option] count index of its travel cohort and group: cohort x groups + group */
  readonly cohortSlot: Int32Array;
  /** [option] series of those who left a region for a country, -1 without one */
  readonly leftTo: Int32Array;
  /** [cohort] see TravelCohort */
  readonly entryRoute: Int32Array;
  readonly vehicleDays: Int32Array;
  readonly footDays: Int32Array;
  readonly key: Float64Array;
  /** [cohort] the two lengths of the way as a slot in keys of chance */
  readonly slot: Int32Array;
}

export function planDepartures({
  destinationOptions: { start, country, travelCohort },
  travelCohorts,
  layout,
  persecuted,
  ...world
}: Pick<World, 'groupIds' | 'countryIds' | 'placeRegion'> & {
  readonly destinationOptions: DestinationOptions;
  readonly travelCohorts: readonly TravelCohort[];
  readonly layout: SeriesLayout;
  readonly persecuted: Uint8Array;
}): Departures {
  const groups = world.groupIds.length;
  const cohortSlot = new Int32Array(travelCohort.length);
  const leftTo = new Int32Array(travelCohort.length).fill(-1);
  for (let pair = 0; pair + 1 < start.length; pair++) {
    const g = pair % groups;
    const region = persecuted[g] ? world.placeRegion[(pair - g) / groups]! : -1;
    for (let option = start[pair]!; option < start[pair + 1]!; option++) {
      cohortSlot[option] = travelCohort[option]! * groups + g;
      if (region < 0) continue;
      leftTo[option] = layout.leftTo[region * world.countryIds.length + country[option]!]!;
    }
  }
  return {
    cohortSlot,
    leftTo,
    entryRoute: new Int32Array(travelCohorts.map((one) => one.entryRoute)),
    vehicleDays: new Int32Array(travelCohorts.map((one) => one.vehicleDays)),
    footDays: new Int32Array(travelCohorts.map((one) => one.footDays)),
    key: new Float64Array(travelCohorts.map((one) => one.key)),
    slot: new Int32Array(
      travelCohorts.map(
        (one) => Math.min(one.vehicleDays, 255) * 256 + Math.min(one.footDays, 255),
      ),
    ),
  };
}
