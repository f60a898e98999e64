import type { Make, Parts } from './parts.ts';
import { assemble, pick } from './parts.ts';
import type { FrontierDay, HostingDay } from './plan/calendars.ts';
import { frontierByDay, hostingByDay, spellsByDay } from './plan/calendars.ts';
import type { Departures } from './plan/departures.ts';
import { planDepartures } from './plan/departures.ts';
import type { DestinationOptions, TravelCohort } from './plan/destinationOptions.ts';
import { planDestinationOptions, planTravelCohorts } from './plan/destinationOptions.ts';
import { entryRoutesThrough, homesOf, inlandOf, landOf, seriesOf } from './plan/land.ts';
import { needPerPerson } from './plan/needs.ts';
import type { OriginCountIndexes } from './plan/origin.ts';
import { originCountIndexes } from './plan/origin.ts';
import { frontierNearness, peopleAtStart } from './plan/places.ts';
import type { UsableSlots } from './plan/usable.ts';
import { knownLines, reachedCountries, usableSlots } from './plan/usable.ts';
import { persecutedGroups } from './roles.ts';
import type { SeriesLayout } from './seriesLayout.ts';
import { supplyLines } from './vocabulary/index.ts';
import type { World } from './world.ts';

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
  /** [country] where those come who move on to it from another neighbour, -1 without a place */
  readonly entryPlace: Int32Array;
  /** [country] places at which people can stand after leaving the region (receiving states) */
  readonly statePlaces: Int32Array;
  /** settlements of the state of origin */
  readonly settlements: Int32Array;
  /** Countries to whose frontier some spell of violence drives people. */
  readonly towards: Int32Array;
  /** countries with towns or camps abroad */
  readonly hostCountries: Int32Array;
  /** Destinations that the people of each place and group consider. */
  readonly destinationOptions: DestinationOptions;
  /** [country x group] where those go who move on from a republic of the same federation */
  readonly onwardTargets: readonly Int32Array[];
  /** Entry routes by the length of the way to them. */
  readonly travelCohorts: readonly TravelCohort[];
  /** Where those who set out are written. */
  readonly departures: Departures;
  /** Count indexes that can ever hold somebody. */
  readonly usable: UsableSlots;
  /** Count indexes of everyone in receiving states, and of the displaced inside. */
  readonly farCountIndexes: Int32Array;
  readonly displacedCountIndexes: Int32Array;
  /**
   * [place] count indexes of people at home there, and of people displaced there (in any shelter)
   */
  readonly residentCountIndexes: readonly Int32Array[];
  readonly guestCountIndexes: readonly Int32Array[];
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
  readonly origin: OriginCountIndexes;
  /** [crossing place] entry routes through it */
  readonly entryRoutesOf: readonly Int32Array[];
  /** entry routes without a crossing */
  readonly openEntryRoutes: Int32Array;
  /** crossings that some entry route uses */
  readonly crossings: Int32Array;
  /** countries out of which some offer takes people */
  readonly offerCountries: Int32Array;
  /** first day of any offer of evacuation, Infinity without */
  readonly firstOfferDay: number;
  /** Days ahead for which journeys can be under way: the longest way and one. */
  readonly horizonDays: number;
  /** [group] first day on which any home of the group is safe */
  readonly firstSafeDay: Float64Array;
  /** What the plan was made of, for the plan of another world. */
  readonly parts: Parts;
}

/**
 * Everything that follows from a world before the first day. Pure; no chance in it.
 * @param like plan of a similar world, to save time: parts in which the worlds do not differ are
 * shared with it. The plan is the same without.
 */
export function planWorld(world: World, like: Plan | null = null): Plan {
  const { whole, parts } = assemble(like ? like.parts : null, (make) => partsOf(world, make));
  const { parameters, offers } = world;
  return {
    ...whole,
    frontierDanger: whole.frontierNearness.map((x) => parameters.nearFrontierDeathFactor * x),
    needPerPerson: Float64Array.from(supplyLines, (line) => needPerPerson(parameters, line)),
    claimWeightSum: whole.statePlaces.reduce((sum, place) => sum + world.claimWeight[place]!, 0),
    offerCountries: Int32Array.from(new Set(offers.map((offer) => offer.fromCountry))),
    firstOfferDay: offers.reduce(
      (first, offer) => (offer.programme === 'evacuation' ? Math.min(first, offer.fromDay) : first),
      Number.POSITIVE_INFINITY,
    ),
    horizonDays:
      whole.travelCohorts.reduce((days, c) => Math.max(days, c.vehicleDays, c.footDays), 1) + 1,
    parts,
  };
}

/** Each part from what it depends on, of the world, of the parameters and of earlier parts. */
function partsOf(world: World, make: Make) {
  const { fromDay, toDay, persecuted, towards } = spellFacts(world);
  const land = make(landOf, {
    ...pick(world, 'placeIds', 'placeKind', 'placeCountry', 'originCountry'),
    ...pick(world, 'groupIds', 'countryIds'),
  });
  const travel = travelParts(world, make);
  const { near, series, usable } = countIndexParts(world, make, { ...land, ...travel, persecuted });
  const start = make(peopleAtStart, {
    ...pick(world, 'placeIds', 'placeKind', 'placeCountry', 'originCountry'),
    ...pick(world, 'groupIds', 'initial', 'initialAway'),
  });
  return {
    ...land,
    ...near,
    ...series,
    ...make(homesOf, pick(world, 'homes', 'groupIds')),
    ...make(entryRoutesThrough, { ...pick(world, 'placeIds'), ...pick(travel, 'crossing') }),
    ...pick(travel, 'travelCohorts', 'destinationOptions'),
    persecuted,
    towards,
    usable,
    activeSpells: make(spellsByDay, { days: world.days, fromDay, toDay }),
    frontier: make(frontierByDay, {
      ...pick(world, 'days', 'placeIds', 'frontier'),
      ...pick(world.parameters, 'heldThroughputPerDay'),
    }),
    hosting: make(hostingByDay, pick(world, 'days', 'placeIds', 'hosting')),
    departures: make(planDepartures, {
      ...pick(world, 'groupIds', 'countryIds', 'placeRegion'),
      ...pick(series, 'layout'),
      ...pick(travel, 'destinationOptions', 'travelCohorts'),
      persecuted,
    }),
    onwardTargets: make(onwardTargets, {
      ...pick(world, 'groupIds', 'countryIds', 'inFederation', 'onwardTie'),
      ...pick(land, 'hostCountries'),
    }),
    frontierNearness: make(frontierNearness, {
      ...pick(world, 'placeIds', 'placeCountry', 'originCountry', 'frontierKm'),
      ...pick(world.parameters, 'frontierReachKm'),
    }),
    peopleAtStart: start,
    origin: make(originCountIndexes, {
      ...pick(world, 'placeIds', 'groupIds'),
      ...pick(land, 'settlements', 'guestCountIndexes'),
      ...pick(usable, 'away'),
      peopleAtStart: start,
    }),
  };
}

/** How people travel: lists of numbers, not of objects, are the same where only amounts differ. */
function travelParts(world: World, make: Make) {
  const { parameters, entryRoutes } = world;
  const crossing = new Int32Array(entryRoutes.map((entryRoute) => entryRoute.crossing));
  const to = new Int32Array(entryRoutes.map((entryRoute) => entryRoute.to));
  const { travelCohorts, cohortOf } = make(planTravelCohorts, {
    ...pick(world, 'placeIds', 'placeKey', 'candidateEntryRoute', 'candidateCrossingKm'),
    ...pick(parameters, 'vehicleKmPerDay', 'footKmPerDay'),
    crossing,
    to,
  });
  const destinationOptions = make(planDestinationOptions, {
    ...pick(world, 'placeIds', 'groupIds', 'placeCountry', 'tie'),
    ...pick(world, 'candidateStart', 'candidateEntryRoute', 'candidateKm'),
    ...pick(parameters, 'distanceSofteningKm', 'distancePower', 'awarenessLeastWeight'),
    crossing,
    to,
    cohortOf,
  });
  return { crossing, travelCohorts, destinationOptions };
}

/** Where people can stand, and the series that count them. */
function countIndexParts(
  world: World,
  make: Make,
  earlier: Pick<
    Plan,
    'hostPlaces' | 'statePlaces' | 'settlements' | 'destinationOptions' | 'persecuted'
  >,
) {
  const { hostPlaces, destinationOptions, persecuted } = earlier;
  const offerPlaces = new Int32Array(world.offers.map((offer) => offer.statePlace));
  const near = make(inlandOf, {
    ...pick(world, 'placeIds', 'placeCountry', 'originCountry', 'frontierKm'),
    ...pick(world.parameters, 'nearFrontierKm'),
    hostPlaces,
  });
  const series = make(seriesOf, {
    ...pick(world, 'placeIds', 'placeKind', 'placeCountry', 'originCountry'),
    ...pick(world, 'groupIds', 'countryIds', 'regionIds'),
    offerPlaces,
  });
  const usable = make(usableSlots, {
    ...pick(world, 'groupIds', 'placeIds', 'placeKind', 'initial'),
    ...pick(earlier, 'hostPlaces', 'statePlaces', 'settlements', 'persecuted'),
    ...pick(near, 'inlandPlaces'),
    ...pick(series, 'layout'),
    reached: reachedCountries({
      ...world,
      hostPlaces,
      destinationOptions,
      persecuted,
      offerPlaces,
    }),
    known: knownLines(world),
  });
  return { near, series, usable };
}

/** What matters of the spells of violence beside their amounts. */
function spellFacts(world: Pick<World, 'violence' | 'groupIds' | 'countryIds'>) {
  const { violence } = world;
  const driven = new Set(violence.map((spell) => spell.toward));
  return {
    fromDay: Float64Array.from(violence, (spell) => spell.fromDay),
    toDay: Float64Array.from(violence, (spell) => spell.toDay),
    persecuted: persecutedGroups(world),
    towards: Int32Array.from(world.countryIds.flatMap((_, c) => (driven.has(c) ? [c] : []))),
  };
}

/** [country x group] countries that draw those who leave one of the same federation. */
function onwardTargets(
  world: Pick<World, 'groupIds' | 'countryIds' | 'inFederation' | 'onwardTie'> & {
    readonly hostCountries: Int32Array;
  },
): Int32Array[] {
  const groups = world.groupIds.length;
  const { hostCountries } = world;
  return Array.from({ length: world.countryIds.length * groups }, (_, index) => {
    const country = Math.floor(index / groups);
    if (!world.inFederation[country] || !hostCountries.includes(country)) return nowhere;
    return hostCountries.filter(
      (other) => other !== country && world.onwardTie[other * groups + (index % groups)]! > 0,
    );
  });
}

const nowhere = new Int32Array(0);
