import { frontierNearness, peopleAtStart } from './exposure.ts';
import type { FrontierDay, HostingDay } from './plan/calendars.ts';
import { frontierByDay, hostingByDay, spellsByDay } from './plan/calendars.ts';
import { cellsOf, far, guestCells, residentCells } from './plan/cells.ts';
import type { Departures } from './plan/departures.ts';
import { planDepartures } from './plan/departures.ts';
import type { LiveCells } from './plan/live.ts';
import { covers, liveCells } from './plan/live.ts';
import { needPerPerson } from './plan/needs.ts';
import type { Convoy, Ways } from './plan/ways.ts';
import { planWays } from './plan/ways.ts';
import type { SeriesLayout } from './seriesLayout.ts';
import { hostCountries, layoutSeries } from './seriesLayout.ts';
import { at } from './state.ts';
import type { World } from './world.ts';
import { supplyLines } from './world.ts';

/** Things that change on few days only, as lists by the day on which they change. */
export interface Plan {
  readonly layout: SeriesLayout;
  /** Series of flows, which begin anew each day. */
  readonly flowSeries: Int32Array;
  /** [group] 1 where the state of origin drives the group out */
  readonly persecuted: Uint8Array;
  /** [day] indices of the spells of violence active on the day (shared between equal days) */
  readonly activeSpells: readonly Int32Array[];
  /** [day] rules at the crossings; the same object while nothing changes */
  readonly frontier: readonly FrontierDay[];
  /** [day] what places abroad can give; the same object while nothing changes */
  readonly hosting: readonly HostingDay[];
  /** [country] towns and camps */
  readonly hostPlaces: readonly Int32Array[];
  /** [country] those of them that are not near the frontier of the state of origin */
  readonly inlandPlaces: readonly Int32Array[];
  /** [country] places at which people can stand after leaving the region (receiving states) */
  readonly statePlaces: Int32Array;
  /** settlements of the state of origin */
  readonly settlements: Int32Array;
  /** Countries to whose frontier some spell of violence drives people. */
  readonly towards: Int32Array;
  /** countries with towns or camps abroad */
  readonly hostCountries: Int32Array;
  /** Destinations that the people of each place and group consider. */
  readonly ways: Ways;
  /** [country x group] where those go who move on from a republic of the same federation */
  readonly onwardTargets: readonly Int32Array[];
  /** Passages by the length of the way to them. */
  readonly convoys: readonly Convoy[];
  /** Where those who set out are written. */
  readonly departures: Departures;
  /** Cells that can ever hold somebody. */
  readonly live: LiveCells;
  /** Cells of everyone in receiving states, and of the displaced inside. */
  readonly farCells: Int32Array;
  readonly displacedCells: Int32Array;
  /** [place] cells of people at home there, and of people displaced there (in any shelter) */
  readonly residentCells: readonly Int32Array[];
  readonly guestCells: readonly Int32Array[];
  /** [place x group] first safe day; share of homes destroyed */
  readonly safeDay: Float64Array;
  readonly destroyedShare: Float64Array;
  /** [line of supply] need per person, from the declared standards; 0 where there is no standard */
  readonly needPerPerson: Float64Array;
  /** Sum of the weights of receiving states among claims for asylum. */
  readonly claimWeightSum: number;
  /** [place] 1 where relocation inland applies */
  readonly nearFrontier: Uint8Array;
  /** [place] exp(-km from the frontier / reach) abroad, 0 in the state of origin */
  readonly frontierNearness: Float64Array;
  /** [place] factor of mortality of the nearness of the frontier, without the baseline 1 */
  readonly frontierDanger: Float64Array;
  /** [place x group] people whose home is in the settlement on day 0, at home or away */
  readonly peopleAtStart: Float64Array;
  /** [crossing place] passages through it */
  readonly passagesOf: readonly Int32Array[];
  /** passages without a crossing */
  readonly openPassages: Int32Array;
  /** crossings that some passage uses */
  readonly crossings: Int32Array;
  /** countries out of which some offer takes people */
  readonly offerCountries: Int32Array;
  /** first day of any offer of evacuation, Infinity without */
  readonly firstOfferDay: number;
  /** Days ahead for which journeys can be under way: the longest way and one. */
  readonly horizonDays: number;
  /** [group] first day on which any home of the group is safe */
  readonly firstSafeDay: Float64Array;
}

/**
 * The plan of a world that differs from the planned one only in amounts: of violence, offers,
 * hosting and open admission. Places, roads, groups, dates of spells and offers, and parameters of
 * the network must be the same.
 */
export function replan(plan: Plan, world: World): Plan {
  return {
    ...plan,
    hosting: hostingByDay(world),
    live: covers(plan.live, world) ? plan.live : liveCells(world, plan),
  };
}

/** Everything that follows from a world before the first day. Pure; no chance in it. */
export function planWorld(world: World): Plan {
  const { placeIds, groupIds, countryIds, parameters } = world;
  const persecuted = new Uint8Array(groupIds.length);
  for (const spell of world.violence) {
    if (spell.kind === 'expulsion' && spell.group >= 0) persecuted[spell.group] = 1;
  }
  const hosts = hostCountries(world);
  const indicesWhere = (test: (place: number) => boolean) =>
    Int32Array.from(placeIds.map((_, place) => place).filter(test));
  const abroad = (place: number) => world.placeCountry[place] !== world.originCountry;
  const groups = groupIds.length;
  const hostPlaces = countryIds.map((_, country) =>
    hosts[country]
      ? indicesWhere(
          (place) =>
            world.placeCountry[place] === country &&
            (world.placeKind[place] === 'town' || world.placeKind[place] === 'camp'),
        )
      : new Int32Array(0),
  );
  const statePlaces = indicesWhere((place) => world.placeKind[place] === 'state');
  const settlements = indicesWhere(
    (place) => !abroad(place) && world.placeKind[place] === 'settlement',
  );
  const { ways, convoys } = planWays(world);
  const nearFrontier = Uint8Array.from(placeIds, (_, place) =>
    abroad(place) && world.frontierKm[place]! < parameters.nearFrontierKm ? 1 : 0,
  );
  const inlandPlaces = hostPlaces.map((places) => places.filter((place) => !nearFrontier[place]));
  const passagesOf = placeIds.map((_, place) =>
    Int32Array.from(
      world.passages.flatMap((passage, index) => (passage.crossing === place ? [index] : [])),
    ),
  );
  const firstSafeDay = new Float64Array(groups).fill(Number.POSITIVE_INFINITY);
  world.homes.forEach((home, index) => {
    const g = index % groups;
    firstSafeDay[g] = Math.min(firstSafeDay[g]!, home.safeDay);
  });
  const nearness = frontierNearness(world);
  const layout = layoutSeries(world);
  return {
    ways,
    convoys,
    departures: planDepartures(world, ways, convoys, layout, persecuted),
    horizonDays: convoys.reduce((days, c) => Math.max(days, c.vehicleDays, c.footDays), 1) + 1,
    layout,
    flowSeries: Int32Array.from(
      [
        layout.entries,
        layout.leftExpelled,
        layout.leftFled,
        layout.leftInside,
        layout.leftTo,
      ].flatMap((list) => [...list].filter((series) => series >= 0)),
    ),
    persecuted,
    towards: Int32Array.from(
      new Set(world.violence.flatMap(({ toward }) => (toward >= 0 ? [toward] : []))),
    ).sort(),
    hostCountries: Int32Array.from(hosts.flatMap((isHost, country) => (isHost ? [country] : []))),
    activeSpells: spellsByDay(world),
    frontier: frontierByDay(world),
    hosting: hostingByDay(world),
    hostPlaces,
    inlandPlaces,
    nearFrontier,
    statePlaces,
    settlements,
    live: liveCells(world, {
      hostPlaces,
      inlandPlaces,
      statePlaces,
      settlements,
      ways,
      persecuted,
      layout,
    }),
    farCells: cellsOf(world, far, statePlaces),
    displacedCells: cellsOf(world, [at.displaced], settlements),
    onwardTargets: onwardTargets(world, hosts),
    residentCells: placeIds.map((_, place) => residentCells(world, place)),
    guestCells: placeIds.map((_, place) => guestCells(world, place)),
    safeDay: Float64Array.from(world.homes, (home) => home.safeDay),
    destroyedShare: Float64Array.from(world.homes, (home) => home.destroyedShare),
    needPerPerson: Float64Array.from(supplyLines, (line) => needPerPerson(parameters, line)),
    claimWeightSum: statePlaces.reduce((sum, place) => sum + world.claimWeight[place]!, 0),
    frontierNearness: nearness,
    frontierDanger: nearness.map((near) => parameters.nearFrontierDeathFactor * near),
    peopleAtStart: peopleAtStart(world),
    passagesOf,
    openPassages: Int32Array.from(
      world.passages.flatMap((passage, index) => (passage.crossing < 0 ? [index] : [])),
    ),
    crossings: Int32Array.from(
      passagesOf.flatMap((list, place) => (list.length > 0 ? [place] : [])),
    ),
    offerCountries: Int32Array.from(new Set(world.offers.map((offer) => offer.fromCountry))),
    firstOfferDay: world.offers.reduce(
      (first, offer) => (offer.programme === 'evacuation' ? Math.min(first, offer.fromDay) : first),
      Number.POSITIVE_INFINITY,
    ),
    firstSafeDay,
  };
}

/** [country x group] countries that draw those who leave one of the same federation. */
function onwardTargets(world: World, hosts: readonly boolean[]): Int32Array[] {
  const groups = world.groupIds.length;
  return Array.from({ length: world.countryIds.length * groups }, (_, index) => {
    const country = Math.floor(index / groups);
    if (!world.inFederation[country] || !hosts[country]) return nowhere;
    const draws = (other: number) =>
      other !== country && hosts[other]! && world.onwardTie[other * groups + (index % groups)]! > 0;
    return Int32Array.from(world.countryIds.keys()).filter(draws);
  });
}

const nowhere = new Int32Array(0);
