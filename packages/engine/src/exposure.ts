import { exp } from './arithmetic/index.ts';
import type { ParameterValues } from './parameters/index.ts';
import { countRows, peopleIn } from './people.ts';
import type { Run } from './run.ts';
import { at, cell } from './state.ts';
import type { World } from './world.ts';

/** What is gathered of the displaced in a neighbouring country at the end of a day, in persons. */
export const hostFields = [
  'displaced',
  'persecuted',
  'unsheltered',
  'inFamilies',
  'inSites',
  /** weighted by exp(-km from the frontier / frontierReachKm) */
  'near',
  /** weighted by the shortfall of the known lines of supply where they are */
  'short',
] as const;
export type HostField = (typeof hostFields)[number];

/** The same of a receiving state. */
export const farFields = ['evacuated', 'claimed', 'irregular'] as const;
export type FarField = (typeof farFields)[number];

/**
 * Who was exposed to what, day by day: all that the consequences of movement (unrest, attacks
 * across the frontier, attitudes, ties) need to know of it. Written by the run, read by nobody in
 * it: consequences never move people.
 */
export interface Exposure {
  /** [day x country x host field], field fastest */
  readonly host: Float64Array;
  /** [day x country x far field], field fastest */
  readonly far: Float64Array;
  /** [day] persons who left home on the day, and those driven abroad by force, of all who left */
  readonly leftHome: Float64Array;
  readonly expelled: Float64Array;
  /** [day] share of the displaced abroad whom states beyond the neighbours have, as the day begins */
  readonly reception: Float64Array;
  /** [day] persons turned back at a frontier on the day */
  readonly turnedBack: Float64Array;
  /** [day] share of settlements of the origin in which at least half of their people live */
  readonly settlementsKept: Float64Array;
  /** [day] share of pairs of neighbours, by settlement and group, who are in one place */
  readonly tiesKept: Float64Array;
  /** [day x group] living people in the state of origin, group fastest */
  readonly inOrigin: Float64Array;
}

export function createExposure(world: World): Exposure {
  const { days } = world;
  const countries = world.countryIds.length;
  return {
    host: new Float64Array(days * countries * hostFields.length),
    far: new Float64Array(days * countries * farFields.length),
    leftHome: new Float64Array(days),
    expelled: new Float64Array(days),
    reception: new Float64Array(days),
    turnedBack: new Float64Array(days),
    settlementsKept: new Float64Array(days),
    tiesKept: new Float64Array(days),
    inOrigin: new Float64Array(days * world.groupIds.length),
  };
}

/** Writes the day that has just been lived. */
export function recordExposure(run: Run, exposure: Exposure): void {
  const { hostCountries } = run.plan;
  for (let i = 0; i < hostCountries.length; i++) recordHost(run, exposure, hostCountries[i]!);
  recordFar(run, exposure);
  recordOrigin(run, exposure);
}

function recordHost(run: Run, { host }: Exposure, country: number): void {
  const { world, plan, state, scratch } = run;
  const from = (state.day * world.countryIds.length + country) * hostFields.length;
  const groups = world.groupIds.length;
  const { standing } = scratch;
  const hosts = plan.live.hosts[country]!;
  const { places, row, rowPlace } = hosts;
  countRows(run, hosts);
  for (let r = 0, i = 0; i < places.length; i++) {
    const firstRow = r;
    while (r < row.length && rowPlace[r] === i) r += 1;
    const inFamilies = standing[4 * i]!;
    const inSites = standing[4 * i + 1]! + standing[4 * i + 2]!;
    const unsheltered = standing[4 * i + 3]!;
    const here = inFamilies + inSites + unsheltered;
    if (here <= 0) continue;
    for (let g = 0; g < groups; g++) {
      if (!plan.persecuted[g]) continue;
      for (let k = firstRow; k < r; k++) host[from + 1]! += state.count[row[k]! + g]!;
    }
    host[from]! += here;
    host[from + 2]! += unsheltered;
    host[from + 3]! += inFamilies;
    host[from + 4]! += inSites;
    host[from + 5]! += here * plan.frontierNearness[places[i]!]!;
    host[from + 6]! += here * scratch.shortfall[places[i]!]!;
  }
}

function recordFar(run: Run, { far }: Exposure): void {
  const { world, plan, state } = run;
  const day = state.day * world.countryIds.length;
  for (let i = 0; i < plan.statePlaces.length; i++) {
    const place = plan.statePlaces[i]!;
    const from = (day + world.placeCountry[place]!) * farFields.length;
    far[from]! += peopleIn(run, at.evacuated, place);
    far[from + 1]! += peopleIn(run, at.claimed, place);
    far[from + 2]! += peopleIn(run, at.irregular, place);
  }
}

/**
 * Ties: two people of one settlement and group are together while both are at home, or while both
 * are away and in the same place. Where someone away comes from is not remembered person by
 * person, so the places of those away are taken to be shared alike by all settlements.
 */
function recordOrigin(run: Run, exposure: Exposure): void {
  const { world, plan, state } = run;
  const groups = world.groupIds.length;
  let settled = 0;
  let counted = 0;
  let ties = 0;
  let allTies = 0;
  for (let g = 0; g < groups; g++) {
    const together = togetherAway(run, g);
    let living = 0;
    for (let i = 0; i < plan.settlements.length; i++) {
      const place = plan.settlements[i]!;
      const start = plan.peopleAtStart[place * groups + g]!;
      const here =
        state.count[cell(world, at.home, place) + g]! +
        state.count[cell(world, at.returned, place) + g]!;
      living += here + state.count[cell(world, at.displaced, place) + g]!;
      if (start <= 0) continue;
      const away = state.away[place * groups + g]!;
      ties += here * here + away * away * together;
      allTies += start * start;
    }
    exposure.inOrigin[state.day * groups + g] = living;
  }
  for (let i = 0; i < plan.settlements.length; i++) {
    const place = plan.settlements[i]!;
    let start = 0;
    for (let g = 0; g < groups; g++) start += plan.peopleAtStart[place * groups + g]!;
    if (start <= 0) continue;
    counted += 1;
    const here = peopleIn(run, at.home, place) + peopleIn(run, at.returned, place);
    if (here >= start / 2) settled += 1;
  }
  exposure.settlementsKept[state.day] = counted > 0 ? settled / counted : 1;
  exposure.tiesKept[state.day] = allTies > 0 ? Math.min(1, ties / allTies) : 1;
}

/** Probability that two people of a group who are away from home are in the same place. */
function togetherAway(run: Run, group: number): number {
  const { world, plan } = run;
  const { count } = run.state;
  let away = 0;
  let squares = 0;
  for (let place = 0; place < world.placeIds.length; place++) {
    const cells = plan.guestCells[place]!;
    let here = 0;
    for (let i = 0; i < cells.length; i++) here += count[cells[i]! + group]!;
    if (here === 0) continue;
    away += here;
    squares += here * here;
  }
  return away > 0 ? squares / (away * away) : 0;
}

/** [place] exp(-km from the frontier / reach) abroad, 0 in the state of origin. */
export function frontierNearness(
  world: Pick<World, 'placeIds' | 'placeCountry' | 'originCountry' | 'frontierKm'> &
    Pick<ParameterValues, 'frontierReachKm'>,
): Float64Array {
  return Float64Array.from(world.placeIds, (_, place) =>
    world.placeCountry[place] === world.originCountry
      ? 0
      : exp(-world.frontierKm[place]! / world.frontierReachKm),
  );
}

/** [place x group] people whose home is in the settlement when the period begins. */
export function peopleAtStart(
  world: Pick<
    World,
    | 'placeIds'
    | 'groupIds'
    | 'placeKind'
    | 'placeCountry'
    | 'originCountry'
    | 'initial'
    | 'initialAway'
  >,
): Float64Array {
  const groups = world.groupIds.length;
  return Float64Array.from({ length: world.placeIds.length * groups }, (_, index) => {
    const place = Math.floor(index / groups);
    const g = index % groups;
    const count = (situation: number) => world.initial[cell(world, situation, place) + g]!;
    return world.placeKind[place] === 'settlement' &&
      world.placeCountry[place] === world.originCountry
      ? count(at.home) + count(at.returned) + world.initialAway[index]!
      : 0;
  });
}
