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
  const { standing } = scratch;
  const hosts = plan.live.hosts[country]!;
  const { places, row, rowPlace } = hosts;
  countRows(run, hosts);
  let displaced = 0;
  let persecuted = 0;
  let unsheltered = 0;
  let inFamilies = 0;
  let inSites = 0;
  let near = 0;
  let short = 0;
  for (let r = 0, i = 0; i < places.length; i++) {
    const firstRow = r;
    while (r < row.length && rowPlace[r] === i) r += 1;
    const families = standing[4 * i]!;
    const sites = standing[4 * i + 1]! + standing[4 * i + 2]!;
    const outside = standing[4 * i + 3]!;
    const here = families + sites + outside;
    if (here <= 0) continue;
    for (let g = 0; g < world.groupIds.length; g++) {
      if (!plan.persecuted[g]) continue;
      for (let k = firstRow; k < r; k++) persecuted += state.count[row[k]! + g]!;
    }
    displaced += here;
    unsheltered += outside;
    inFamilies += families;
    inSites += sites;
    near += here * plan.frontierNearness[places[i]!]!;
    short += here * scratch.shortfall[places[i]!]!;
  }
  // In the order of hostFields.
  const from = (state.day * world.countryIds.length + country) * hostFields.length;
  host[from] = displaced;
  host[from + 1] = persecuted;
  host[from + 2] = unsheltered;
  host[from + 3] = inFamilies;
  host[from + 4] = inSites;
  host[from + 5] = near;
  host[from + 6] = short;
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
  const { settlements, origin } = plan;
  const { count, day } = state;
  const groups = world.groupIds.length;
  const pairs = world.placeIds.length * groups;
  let ties = 0;
  for (let g = 0; g < groups; g++) {
    const together = togetherAway(run, g);
    let living = 0;
    for (let i = 0; i < settlements.length; i++) {
      const pair = settlements[i]! * groups + g;
      const here = count[at.home * pairs + pair]! + count[at.returned * pairs + pair]!;
      living += here + count[at.displaced * pairs + pair]!;
      if (plan.peopleAtStart[pair]! <= 0) continue;
      const away = state.away[pair]!;
      ties += here * here + away * away * together;
    }
    exposure.inOrigin[day * groups + g] = living;
  }
  exposure.settlementsKept[day] = settledShare(run);
  exposure.tiesKept[day] = origin.ties > 0 ? Math.min(1, ties / origin.ties) : 1;
}

/** Share of the settlements in which at least half of their people live. */
function settledShare(run: Run): number {
  const { lived, half } = run.plan.origin;
  let settled = 0;
  for (let i = 0; i < lived.length; i++) {
    const here = peopleIn(run, at.home, lived[i]!) + peopleIn(run, at.returned, lived[i]!);
    if (here >= half[i]!) settled += 1;
  }
  return lived.length > 0 ? settled / lived.length : 1;
}

/** Probability that two people of a group who are away from home are in the same place. */
function togetherAway({ plan, state }: Run, group: number): number {
  const { count } = state;
  const { start, cell: cells } = plan.origin.away[group]!;
  let away = 0;
  let squares = 0;
  for (let i = 0; i + 1 < start.length; i++) {
    let here = 0;
    for (let k = start[i]!; k < start[i + 1]!; k++) here += count[cells[k]!]!;
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
