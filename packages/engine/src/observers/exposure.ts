import { countRows, peopleIn } from '../people.ts';
import { reception } from '../reception.ts';
import type { Run } from '../run.ts';
import { at, inReceivingState } from '../vocabulary/index.ts';
import type { World } from '../world.ts';
import type { Watch } from './observer.ts';

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
export const farFields = inReceivingState;
export type FarField = (typeof farFields)[number];

const positions = <F extends string>(fields: readonly F[]) =>
  Object.fromEntries(fields.map((field, i) => [field, i])) as Readonly<Record<F, number>>;

/** Position of each field in the row of a country: a number is read faster than a name. */
export const hostAt = positions(hostFields);
export const farAt = positions(farFields);

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

function createExposure(world: World): Exposure {
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

export function observeExposure({ world }: Run): Watch<Exposure> {
  const kept = createExposure(world);
  return {
    kept,
    beforeDay: (run) => {
      kept.reception[run.state.day] = reception(run);
    },
    afterDay: (run) => recordExposure(run, kept),
  };
}

function recordExposure(run: Run, exposure: Exposure): void {
  const { scratch, state } = run;
  const { hostCountries } = run.plan;
  for (let i = 0; i < hostCountries.length; i++) recordHost(run, exposure, hostCountries[i]!);
  recordFar(run, exposure);
  recordOrigin(run, exposure);
  exposure.leftHome[state.day] = scratch.leftHome;
  exposure.expelled[state.day] = scratch.expelledAbroad;
  exposure.turnedBack[state.day] = scratch.turnedBack;
}

function recordHost(run: Run, { host }: Exposure, country: number): void {
  const { world, plan, state, scratch } = run;
  const { standing } = scratch;
  const hosts = plan.usable.hosts[country]!;
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
  const from = (state.day * world.countryIds.length + country) * hostFields.length;
  host[from + hostAt.displaced] = displaced;
  host[from + hostAt.persecuted] = persecuted;
  host[from + hostAt.unsheltered] = unsheltered;
  host[from + hostAt.inFamilies] = inFamilies;
  host[from + hostAt.inSites] = inSites;
  host[from + hostAt.near] = near;
  host[from + hostAt.short] = short;
}

function recordFar(run: Run, { far }: Exposure): void {
  const { world, plan, state } = run;
  const day = state.day * world.countryIds.length;
  for (let i = 0; i < plan.statePlaces.length; i++) {
    const place = plan.statePlaces[i]!;
    const from = (day + world.placeCountry[place]!) * farFields.length;
    for (let f = 0; f < farFields.length; f++) {
      far[from + f]! += peopleIn(run, at[farFields[f]!], place);
    }
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
  const { simulated, half } = run.plan.origin;
  let settled = 0;
  for (let i = 0; i < simulated.length; i++) {
    const here = peopleIn(run, at.home, simulated[i]!) + peopleIn(run, at.returned, simulated[i]!);
    if (here >= half[i]!) settled += 1;
  }
  return simulated.length > 0 ? settled / simulated.length : 1;
}

/** Probability that two people of a group who are away from home are in the same place. */
function togetherAway({ plan, state }: Run, group: number): number {
  const { count } = state;
  const { start, countIndex: countIndexes } = plan.origin.away[group]!;
  let away = 0;
  let squares = 0;
  for (let i = 0; i + 1 < start.length; i++) {
    let here = 0;
    for (let k = start[i]!; k < start[i + 1]!; k++) here += count[countIndexes[k]!]!;
    away += here;
    squares += here * here;
  }
  return away > 0 ? squares / (away * away) : 0;
}
