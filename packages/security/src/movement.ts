import type { DeathCause, Exposure, Plan, Simulation, World } from '@asylia/engine';
import { at, countIndex, deathCauses, observeExposure } from '@asylia/engine';
import { ratio, sum } from './arithmetic.ts';

/**
 * What the measures need of one simulated world: totals over the period, and who is where at its
 * end.
 */
export interface Movement {
  readonly exposure: Exposure;
  /** [group] deaths over the period by violence and by shortfall, persons */
  readonly killed: Float64Array;
  readonly shortfallDeaths: Float64Array;
  /** person-days without the protection of a state; those of them across a frontier; waiting */
  readonly lostProtectionDays: number;
  readonly crossedDays: number;
  readonly waitingDays: number;
  /** persons ever displaced: those who were on the first day, and all who left home since */
  readonly everDisplaced: number;
  readonly expelled: number;
  readonly evacuated: number;
  readonly irregular: number;
  readonly turnedBack: number;
  /** [group] people of the place when the period begins; at home or returned when it ends */
  readonly atStart: Float64Array;
  readonly homeAtEnd: Float64Array;
  readonly returnedAtEnd: Float64Array;
  /** index of cleansing, 0 to 1: on its worst day, and on the last day */
  readonly cleansed: { readonly worst: number; readonly atEnd: number };
  /** share of settlements with half of their people, and of ties that hold: least, and at the end */
  readonly settlementsKept: Kept;
  readonly tiesKept: Kept;
}

interface Kept {
  readonly least: number;
  readonly atEnd: number;
}

/** Indices of the series that a movement is summed up from; no other is read. */
function seriesRead({ layout, crossings }: Plan) {
  const deaths = (cause: DeathCause) =>
    [...layout.deaths].filter((_, i) => deathCauses[i % deathCauses.length] === cause);
  return {
    killed: deaths('violence'),
    shortfallDeaths: deaths('shortfall'),
    lostProtection: [layout.lostProtection],
    crossed: [layout.crossedFrontier],
    waiting: Array.from(crossings, (place) => layout.waiting[place]!),
    evacuated: [layout.evacuated],
    irregular: [layout.irregular],
  };
}

/** What a simulation has to record, at least, to be summed up. */
export function seriesOfMovement(plan: Plan): Int32Array {
  return Int32Array.from(Object.values(seriesRead(plan)).flat());
}

/** What has to observe a simulation that is summed up. */
export const observersOfMovement = { exposure: observeExposure } as const;

/**
 * Sums up a simulation that recorded the series of movement.
 * @throws RangeError when it did not
 */
export function summarise(
  world: World,
  plan: Plan,
  simulated: Simulation<typeof observersOfMovement>,
): Movement {
  const { series, saved } = simulated;
  const { exposure } = simulated.observed;
  const read = seriesRead(plan);
  const { days, values } = series;
  const groups = world.groupIds.length;
  const rowOf = (index: number) => {
    const name = plan.layout.names[index]!;
    const row = series.names.indexOf(name);
    if (row < 0) throw new RangeError(`the series ${name} was not recorded; it is needed here`);
    return row;
  };
  const last = (index: number) => values[rowOf(index) * days + days - 1]!;
  const total = (index: number) => {
    const row = rowOf(index);
    let people = 0;
    for (let day = 0; day < days; day++) people += values[row * days + day]!;
    return people;
  };
  const totals = (indices: readonly number[]) => indices.reduce((n, index) => n + total(index), 0);
  const atStart = new Float64Array(groups);
  const homeAtEnd = new Float64Array(groups);
  const returnedAtEnd = new Float64Array(groups);
  let displacedAtStart = 0;
  for (let i = 0; i < plan.settlements.length; i++) {
    const place = plan.settlements[i]!;
    for (let g = 0; g < groups; g++) {
      atStart[g]! += plan.peopleAtStart[place * groups + g]!;
      displacedAtStart += world.initialAway[place * groups + g]!;
      homeAtEnd[g]! += saved.state.count[countIndex(world, at.home, place) + g]!;
      returnedAtEnd[g]! += saved.state.count[countIndex(world, at.returned, place) + g]!;
    }
  }
  return {
    exposure,
    killed: Float64Array.from(read.killed, last),
    shortfallDeaths: Float64Array.from(read.shortfallDeaths, last),
    lostProtectionDays: totals(read.lostProtection),
    crossedDays: totals(read.crossed),
    waitingDays: totals(read.waiting),
    everDisplaced: displacedAtStart + sum(exposure.leftHome),
    expelled: sum(exposure.expelled),
    evacuated: last(read.evacuated[0]!),
    irregular: last(read.irregular[0]!),
    turnedBack: sum(exposure.turnedBack),
    atStart,
    homeAtEnd,
    returnedAtEnd,
    cleansed: cleansed(exposure.inOrigin, atStart, days),
    settlementsKept: keptOver(exposure.settlementsKept),
    tiesKept: keptOver(exposure.tiesKept),
  };
}

/** 1/2 sum over groups of |share of the population on a day - on the first|. */
function cleansed(inOrigin: Float64Array, atStart: Float64Array, days: number) {
  const groups = atStart.length;
  const start = sum(atStart);
  let worst = 0;
  let shift = 0;
  for (let day = 0; day < days; day++) {
    const living = inOrigin.subarray(day * groups, (day + 1) * groups);
    const all = sum(living);
    let moved = 0;
    for (let g = 0; g < groups; g++) {
      moved += Math.abs(ratio(living[g]!, all) - ratio(atStart[g]!, start));
    }
    shift = moved / 2;
    worst = Math.max(worst, shift);
  }
  return { worst, atEnd: shift };
}

function keptOver(byDay: Float64Array): Kept {
  return { least: byDay.reduce((low, x) => Math.min(low, x), 1), atEnd: byDay.at(-1)! };
}
