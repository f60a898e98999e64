import { pow } from '../arithmetic/index.ts';
import type { ParameterValues } from '../parameters/index.ts';
import type { World } from '../world.ts';

/**
 * The destinations that people of each place and group consider, the strongest first. An option is
 * one such destination; options of place p and group g are start[p x groups + g] up to the next
 * start.
 */
export interface DestinationOptions {
  readonly start: Int32Array;
  /** [option] tie / (softening + km) ^ power, before closures */
  readonly weight: Float64Array;
  /** [option] entry route taken, crossing on it (-1 without) and country reached */
  readonly entryRoute: Int32Array;
  readonly crossing: Int32Array;
  readonly country: Int32Array;
  /** [option] travel cohort with which people of the option arrive */
  readonly travelCohort: Int32Array;
}

/** All who set out on a day for one entry route and need the same days to it. */
export interface TravelCohort {
  readonly entryRoute: number;
  /** Whole days on the way: 0 when the crossing is reached on the day of leaving. */
  readonly vehicleDays: number;
  readonly footDays: number;
  /** Name in keys of chance: of the entry route, so that it stays when places are added. */
  readonly key: number;
}

/** What both functions below read: the ways out of each settlement as the network has them. */
type CandidateInputs = Pick<World, 'candidateEntryRoute' | 'placeIds'> & {
  /** [entry route] crossing on it (-1 without), and place reached */
  readonly crossing: Int32Array;
  readonly to: Int32Array;
};

/** All travel cohorts, and [candidate] the one with which people arrive who go this way. */
export interface TravelCohorts {
  readonly travelCohorts: readonly TravelCohort[];
  readonly cohortOf: Int32Array;
}

export function planTravelCohorts(
  world: CandidateInputs &
    Pick<World, 'candidateCrossingKm' | 'placeKey'> &
    Pick<ParameterValues, 'vehicleKmPerDay' | 'footKmPerDay'>,
): TravelCohorts {
  const travelCohorts: TravelCohort[] = [];
  const entryRoutes = world.crossing.length;
  // [entry route] travel cohorts on it
  const known: number[][] = Array.from({ length: entryRoutes }, () => []);
  const cohortOf = world.candidateEntryRoute.map((entryRoute, candidate) => {
    const km = world.candidateCrossingKm[candidate]!;
    const vehicleDays = travelDays(km, world.vehicleKmPerDay);
    const footDays = travelDays(km, world.footKmPerDay);
    const own = known[entryRoute]!;
    for (const index of own) {
      const one = travelCohorts[index]!;
      if (one.vehicleDays === vehicleDays && one.footDays === footDays) return index;
    }
    own.push(travelCohorts.length);
    const key = entryRouteKey(world, entryRoute);
    return travelCohorts.push({ entryRoute, vehicleDays, footDays, key }) - 1;
  });
  return { travelCohorts, cohortOf };
}

export function planDestinationOptions(
  world: CandidateInputs &
    Pick<World, 'groupIds' | 'candidateStart' | 'candidateKm' | 'placeCountry' | 'tie'> &
    Pick<TravelCohorts, 'cohortOf'> &
    Pick<ParameterValues, 'distanceSofteningKm' | 'distancePower' | 'awarenessLeastWeight'>,
): DestinationOptions {
  const { candidateStart, candidateEntryRoute } = world;
  const groups = world.groupIds.length;
  const places = world.placeIds.length;
  const country = candidateEntryRoute.map((one) => world.placeCountry[world.to[one]!]!);
  const decay = world.candidateKm.map(
    (km) => 1 / pow(world.distanceSofteningKm + km, world.distancePower),
  );
  const start = new Int32Array(places * groups + 1);
  const all = new Int32Array(candidateEntryRoute.length * groups);
  const weights = new Float64Array(candidateEntryRoute.length * groups);
  let destinationOptions = 0;
  for (let place = 0; place < places; place++) {
    const first = candidateStart[place]!;
    const last = candidateStart[place + 1]!;
    for (let g = 0; g < groups; g++) {
      let most = 0;
      for (let k = first; k < last; k++) most = Math.max(most, weightOf(k, g));
      // Those negligible beside the strongest are not considered.
      const least = most * world.awarenessLeastWeight;
      const from = destinationOptions;
      for (let k = first; k < last; k++) {
        const weight = weightOf(k, g);
        if (!(weight > 0 && weight >= least)) continue;
        // Behind all that are as strong: candidates come nearest first, so this is seldom far.
        let at = destinationOptions++;
        for (; at > from && weights[at - 1]! < weight; at--) {
          weights[at] = weights[at - 1]!;
          all[at] = all[at - 1]!;
        }
        weights[at] = weight;
        all[at] = k;
      }
      start[place * groups + g + 1] = destinationOptions;
    }
  }
  const candidates = all.slice(0, destinationOptions);
  const entryRoute = candidates.map((candidate) => candidateEntryRoute[candidate]!);
  return {
    start,
    weight: weights.slice(0, destinationOptions),
    entryRoute,
    crossing: entryRoute.map((index) => world.crossing[index]!),
    country: candidates.map((candidate) => country[candidate]!),
    travelCohort: candidates.map((candidate) => world.cohortOf[candidate]!),
  };

  function weightOf(candidate: number, group: number): number {
    return world.tie[country[candidate]! * groups + group]! * decay[candidate]!;
  }
}

function travelDays(km: number, kmPerDay: number): number {
  return Math.max(0, Math.ceil(km / kmPerDay) - 1);
}

function entryRouteKey(
  world: Pick<CandidateInputs, 'crossing' | 'to'> & Pick<World, 'placeKey'>,
  entryRoute: number,
): number {
  const crossing = world.crossing[entryRoute]!;
  const crossingKey = crossing < 0 ? 0 : world.placeKey[crossing]!;
  return (Math.imul(crossingKey, 0x9e3779b1) ^ world.placeKey[world.to[entryRoute]!]!) >>> 0;
}
