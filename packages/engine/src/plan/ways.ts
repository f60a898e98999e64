import { pow } from '../arithmetic/index.ts';
import type { World } from '../world.ts';

/**
 * The destinations that people of each place and group consider, the strongest first. A way is one
 * such destination; ways of place p and group g are start[p x groups + g] up to the next start.
 */
export interface Ways {
  readonly start: Int32Array;
  /** [way] tie / (softening + km) ^ power, before closures */
  readonly weight: Float64Array;
  /** [way] passage taken, crossing on it (-1 without) and country reached */
  readonly passage: Int32Array;
  readonly crossing: Int32Array;
  readonly country: Int32Array;
  /** [way] convoy with which people of the way arrive */
  readonly convoy: Int32Array;
}

/** All who set out on a day for one passage and need the same days to it. */
export interface Convoy {
  readonly passage: number;
  /** Whole days on the way: 0 when the crossing is reached on the day of leaving. */
  readonly vehicleDays: number;
  readonly footDays: number;
  /** Name in keys of chance: of the passage, so that it stays when places are added. */
  readonly key: number;
}

export function planWays(world: World): { ways: Ways; convoys: Convoy[] } {
  const { groupIds, parameters, candidateStart, candidatePassage } = world;
  const groups = groupIds.length;
  const convoys: Convoy[] = [];
  const known = new Map<string, number>();
  const convoyOf = Int32Array.from(candidatePassage, (passage, candidate) => {
    const km = world.candidateCrossingKm[candidate]!;
    const vehicleDays = travelDays(km, parameters.vehicleKmPerDay);
    const footDays = travelDays(km, parameters.footKmPerDay);
    const name = `${passage} ${vehicleDays} ${footDays}`;
    const index = known.get(name) ?? convoys.length;
    if (index === convoys.length) {
      known.set(name, index);
      convoys.push({ passage, vehicleDays, footDays, key: passageKey(world, passage) });
    }
    return index;
  });
  const start = new Int32Array(world.placeIds.length * groups + 1);
  const candidates: number[] = [];
  const weights: number[] = [];
  for (let place = 0; place < world.placeIds.length; place++) {
    for (let g = 0; g < groups; g++) {
      for (const [candidate, weight] of considered(place, g)) {
        candidates.push(candidate);
        weights.push(weight);
      }
      start[place * groups + g + 1] = candidates.length;
    }
  }
  const passage = Int32Array.from(candidates, (candidate) => candidatePassage[candidate]!);
  return {
    convoys,
    ways: {
      start,
      weight: Float64Array.from(weights),
      passage,
      crossing: passage.map((index) => world.passages[index]!.crossing),
      country: passage.map((index) => world.placeCountry[world.passages[index]!.to]!),
      convoy: Int32Array.from(candidates, (candidate) => convoyOf[candidate]!),
    },
  };

  /** Candidates and weights of a place and group, without those negligible beside the strongest. */
  function considered(place: number, group: number): [number, number][] {
    const list: [number, number][] = [];
    for (let k = candidateStart[place]!; k < candidateStart[place + 1]!; k++) {
      const country = world.placeCountry[world.passages[candidatePassage[k]!]!.to]!;
      const decay =
        1 / pow(parameters.distanceSofteningKm + world.candidateKm[k]!, parameters.distancePower);
      list.push([k, world.tie[country * groups + group]! * decay]);
    }
    const least =
      list.reduce((most, [, weight]) => Math.max(most, weight), 0) *
      parameters.awarenessLeastWeight;
    return list
      .filter(([, weight]) => weight > 0 && weight >= least)
      .sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  }
}

function travelDays(km: number, kmPerDay: number): number {
  return Math.max(0, Math.ceil(km / kmPerDay) - 1);
}

function passageKey(world: World, index: number): number {
  const { crossing, to } = world.passages[index]!;
  const crossingKey = crossing < 0 ? 0 : world.placeKey[crossing]!;
  return (Math.imul(crossingKey, 0x9e3779b1) ^ world.placeKey[to]!) >>> 0;
}
