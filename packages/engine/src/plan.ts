import type { Make, Parts } from './parts.ts';
import { assemble, pick } from './parts.ts';
import type { FrontierDay, HostingDay } from './plan/calendars.ts';
import { frontierByDay, hostingByDay, spellsByDay } from './plan/calendars.ts';
import type { Departures } from './plan/departures.ts';
import { planDepartures } from './plan/departures.ts';
import { homesOf, inlandOf, landOf, passagesThrough, seriesOf } from './plan/land.ts';
import type { LiveCells } from './plan/live.ts';
import { knownLines, liveCells, reachedCountries } from './plan/live.ts';
import { needPerPerson } from './plan/needs.ts';
import type { OriginCells } from './plan/origin.ts';
import { originCells } from './plan/origin.ts';
import { frontierNearness, peopleAtStart } from './plan/places.ts';
import type { Convoy, Ways } from './plan/ways.ts';
import { planConvoys, planWays } from './plan/ways.ts';
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
  readonly origin: OriginCells;
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
  const { parameters } = world;
  const { land, near, homes, through } = whole;
  // Written out in one place: all plans have one hidden shape, which the rows of a day read fast.
  return {
    layout: whole.series.layout,
    flowSeries: whole.series.flowSeries,
    persecuted: whole.persecuted,
    activeSpells: whole.activeSpells,
    frontier: whole.frontier,
    hosting: whole.hosting,
    hostPlaces: land.hostPlaces,
    inlandPlaces: near.inlandPlaces,
    statePlaces: land.statePlaces,
    settlements: land.settlements,
    towards: whole.towards,
    hostCountries: land.hostCountries,
    ways: whole.ways,
    convoys: whole.convoys,
    departures: whole.departures,
    onwardTargets: whole.onwardTargets,
    live: whole.live,
    farCells: land.farCells,
    displacedCells: land.displacedCells,
    residentCells: land.residentCells,
    guestCells: land.guestCells,
    safeDay: homes.safeDay,
    destroyedShare: homes.destroyedShare,
    needPerPerson: Float64Array.from(supplyLines, (line) => needPerPerson(parameters, line)),
    claimWeightSum: land.statePlaces.reduce((sum, place) => sum + world.claimWeight[place]!, 0),
    nearFrontier: near.nearFrontier,
    frontierNearness: whole.nearness,
    frontierDanger: whole.nearness.map((share) => parameters.nearFrontierDeathFactor * share),
    peopleAtStart: whole.people,
    origin: whole.origin,
    passagesOf: through.passagesOf,
    openPassages: through.openPassages,
    crossings: through.crossings,
    offerCountries: Int32Array.from(new Set(world.offers.map((offer) => offer.fromCountry))),
    firstOfferDay: world.offers.reduce(
      (first, offer) => (offer.programme === 'evacuation' ? Math.min(first, offer.fromDay) : first),
      Number.POSITIVE_INFINITY,
    ),
    horizonDays:
      whole.convoys.reduce((days, c) => Math.max(days, c.vehicleDays, c.footDays), 1) + 1,
    firstSafeDay: homes.firstSafeDay,
    parts,
  };
}

/** Each part from what it depends on, of the world, of the parameters and of earlier parts. */
function partsOf(world: World, make: Make) {
  const { parameters, passages } = world;
  const land = make(landOf, {
    ...pick(world, 'placeIds', 'placeKind', 'placeCountry', 'originCountry'),
    ...pick(world, 'groupIds', 'countryIds'),
  });
  const { hostPlaces } = land;
  // Lists of numbers, not of objects: they are the same where only amounts differ.
  const offerPlaces = new Int32Array(world.offers.map((offer) => offer.statePlace));
  const crossing = new Int32Array(passages.map((passage) => passage.crossing));
  const to = new Int32Array(passages.map((passage) => passage.to));
  const { fromDay, toDay, persecuted, towards } = spellFacts(world);
  const { convoys, convoyOf } = make(planConvoys, {
    ...pick(world, 'placeIds', 'placeKey', 'candidatePassage', 'candidateCrossingKm'),
    ...pick(parameters, 'vehicleKmPerDay', 'footKmPerDay'),
    crossing,
    to,
  });
  const ways = make(planWays, {
    ...pick(world, 'placeIds', 'groupIds', 'placeCountry', 'tie'),
    ...pick(world, 'candidateStart', 'candidatePassage', 'candidateKm'),
    ...pick(parameters, 'distanceSofteningKm', 'distancePower', 'awarenessLeastWeight'),
    crossing,
    to,
    convoyOf,
  });
  const reached = reachedCountries({
    ...pick(world, 'countryIds', 'groupIds', 'placeIds', 'placeCountry', 'initial', 'onwardTie'),
    hostPlaces,
    ways,
    persecuted,
    offerPlaces,
  });
  const near = make(inlandOf, {
    ...pick(world, 'placeIds', 'placeCountry', 'originCountry', 'frontierKm'),
    ...pick(parameters, 'nearFrontierKm'),
    hostPlaces,
  });
  const series = make(seriesOf, {
    ...pick(world, 'placeIds', 'placeKind', 'placeCountry', 'originCountry'),
    ...pick(world, 'groupIds', 'countryIds', 'regionIds'),
    offerPlaces,
  });
  const live = make(liveCells, {
    ...pick(world, 'groupIds', 'placeIds', 'placeKind', 'initial'),
    ...pick(land, 'hostPlaces', 'statePlaces', 'settlements'),
    ...pick(near, 'inlandPlaces'),
    ...pick(series, 'layout'),
    persecuted,
    reached,
    known: knownLines(world),
  });
  const people = make(peopleAtStart, {
    ...pick(world, 'placeIds', 'placeKind', 'placeCountry', 'originCountry'),
    ...pick(world, 'groupIds', 'initial', 'initialAway'),
  });
  return {
    land,
    persecuted,
    convoys,
    ways,
    towards,
    near,
    homes: make(homesOf, pick(world, 'homes', 'groupIds')),
    through: make(passagesThrough, { ...pick(world, 'placeIds'), crossing }),
    series,
    activeSpells: make(spellsByDay, { days: world.days, fromDay, toDay }),
    frontier: make(frontierByDay, {
      ...pick(world, 'days', 'placeIds', 'frontier'),
      ...pick(parameters, 'heldThroughputPerDay'),
    }),
    hosting: make(hostingByDay, pick(world, 'days', 'placeIds', 'hosting')),
    live,
    departures: make(planDepartures, {
      ...pick(world, 'groupIds', 'countryIds', 'placeRegion'),
      ...pick(series, 'layout'),
      ways,
      convoys,
      persecuted,
    }),
    onwardTargets: make(onwardTargets, {
      ...pick(world, 'groupIds', 'countryIds', 'inFederation', 'onwardTie'),
      ...pick(land, 'hostCountries'),
    }),
    nearness: make(frontierNearness, {
      ...pick(world, 'placeIds', 'placeCountry', 'originCountry', 'frontierKm'),
      ...pick(parameters, 'frontierReachKm'),
    }),
    people,
    origin: make(originCells, {
      ...pick(world, 'placeIds', 'groupIds'),
      ...pick(land, 'settlements', 'guestCells'),
      ...pick(live, 'away'),
      peopleAtStart: people,
    }),
  };
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
