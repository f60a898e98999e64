import { pow } from '../arithmetic/index.ts';
import type { ParameterValues } from '../parameters/index.ts';
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

/** What both functions below read: the ways out of each settlement as the network has them. */
type CandidateInputs = Pick<World, 'candidatePassage' | 'placeIds'> & {
  /** [passage] crossing on it (-1 without), and place reached */
  readonly crossing: Int32Array;
  readonly to: Int32Array;
};

/** All convoys, and [candidate] the one with which people arrive who go this way. */
export interface Convoys {
  readonly convoys: readonly Convoy[];
  readonly convoyOf: Int32Array;
}

export function planConvoys(
  world: CandidateInputs &
    Pick<World, 'candidateCrossingKm' | 'placeKey'> &
    Pick<ParameterValues, 'vehicleKmPerDay' | 'footKmPerDay'>,
): Convoys {
  const convoys: Convoy[] = [];
  const passages = world.crossing.length;
  // [passage] convoys on it
  const known: number[][] = Array.from({ length: passages }, () => []);
  const convoyOf = world.candidatePassage.map((passage, candidate) => {
    const km = world.candidateCrossingKm[candidate]!;
    const vehicleDays = travelDays(km, world.vehicleKmPerDay);
    const footDays = travelDays(km, world.footKmPerDay);
    const own = known[passage]!;
    for (const index of own) {
      const one = convoys[index]!;
      if (one.vehicleDays === vehicleDays && one.footDays === footDays) return index;
    }
    own.push(convoys.length);
    const key = passageKey(world, passage);
    return convoys.push({ passage, vehicleDays, footDays, key }) - 1;
  });
  return { convoys, convoyOf };
}

export function planWays(
  world: CandidateInputs &
    Pick<World, 'groupIds' | 'candidateStart' | 'candidateKm' | 'placeCountry' | 'tie'> &
    Pick<Convoys, 'convoyOf'> &
    Pick<ParameterValues, 'distanceSofteningKm' | 'distancePower' | 'awarenessLeastWeight'>,
): Ways {
  const { candidateStart, candidatePassage } = world;
  const groups = world.groupIds.length;
  const places = world.placeIds.length;
  const country = candidatePassage.map((one) => world.placeCountry[world.to[one]!]!);
  const decay = world.candidateKm.map(
    (km) => 1 / pow(world.distanceSofteningKm + km, world.distancePower),
  );
  const start = new Int32Array(places * groups + 1);
  const all = new Int32Array(candidatePassage.length * groups);
  const weights = new Float64Array(candidatePassage.length * groups);
  let ways = 0;
  for (let place = 0; place < places; place++) {
    const first = candidateStart[place]!;
    const last = candidateStart[place + 1]!;
    for (let g = 0; g < groups; g++) {
      let most = 0;
      for (let k = first; k < last; k++) most = Math.max(most, weightOf(k, g));
      // Those negligible beside the strongest are not considered.
      const least = most * world.awarenessLeastWeight;
      const from = ways;
      for (let k = first; k < last; k++) {
        const weight = weightOf(k, g);
        if (!(weight > 0 && weight >= least)) continue;
        // Behind all that are as strong: candidates come nearest first, so this is seldom far.
        let at = ways++;
        for (; at > from && weights[at - 1]! < weight; at--) {
          weights[at] = weights[at - 1]!;
          all[at] = all[at - 1]!;
        }
        weights[at] = weight;
        all[at] = k;
      }
      start[place * groups + g + 1] = ways;
    }
  }
  const candidates = all.slice(0, ways);
  const passage = candidates.map((candidate) => candidatePassage[candidate]!);
  return {
    start,
    weight: weights.slice(0, ways),
    passage,
    crossing: passage.map((index) => world.crossing[index]!),
    country: candidates.map((candidate) => country[candidate]!),
    convoy: candidates.map((candidate) => world.convoyOf[candidate]!),
  };

  function weightOf(candidate: number, group: number): number {
    return world.tie[country[candidate]! * groups + group]! * decay[candidate]!;
  }
}

function travelDays(km: number, kmPerDay: number): number {
  return Math.max(0, Math.ceil(km / kmPerDay) - 1);
}

function passageKey(
  world: Pick<CandidateInputs, 'crossing' | 'to'> & Pick<World, 'placeKey'>,
  passage: number,
): number {
  const crossing = world.crossing[passage]!;
  const crossingKey = crossing < 0 ? 0 : world.placeKey[crossing]!;
  return (Math.imul(crossingKey, 0x9e3779b1) ^ world.placeKey[world.to[passage]!]!) >>> 0;
}
