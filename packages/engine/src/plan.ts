import { exp, pow } from './arithmetic/index.ts';
import type { SeriesLayout } from './seriesLayout.ts';
import { hostCountries, layoutSeries } from './seriesLayout.ts';
import { at, cell } from './state.ts';
import type { World } from './world.ts';
import { shelterLines, supplyLines } from './world.ts';

/** Things that change on few days only, as lists by the day on which they change. */
export interface Plan {
  readonly layout: SeriesLayout;
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
  /** [country] places at which people can stand after leaving the region (receiving states) */
  readonly statePlaces: Int32Array;
  /** settlements of the state of origin */
  readonly settlements: Int32Array;
  /** [candidate x group] weight before closures: tie / (softening + km) ^ power */
  readonly baseWeight: Float64Array;
  /** [candidate] arrival after this many days, by vehicle and on foot */
  readonly vehicleDays: Int32Array;
  readonly footDays: Int32Array;
  /** [place] 1 where relocation inland applies */
  readonly nearFrontier: Uint8Array;
  /** [place] factor of mortality of the nearness of the frontier, without the baseline 1 */
  readonly frontierDanger: Float64Array;
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
  /** First cell of each situation and place where people of a living kind can be away from home. */
  readonly awayCells: Int32Array;
  /** The same for people at home, returned, or dead. */
  readonly otherCells: Int32Array;
  /** Whether any spell drives people to one country. */
  readonly directs: boolean;
  /** Days ahead for which journeys can be under way: the longest way and one. */
  readonly horizonDays: number;
  /** [group] first day on which any home of the group is safe */
  readonly firstSafeDay: Float64Array;
}

/** [place] rules of a day; -1 as throughput means held, figure not known. */
export interface FrontierDay {
  readonly throughput: Float64Array;
  readonly admittedShare: Float64Array;
}

/** [line x place]; NaN where nothing is known. */
export interface HostingDay {
  readonly shelter: Float64Array;
  readonly supply: Float64Array;
  readonly relocation: Float64Array;
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
  const candidates = world.candidatePassage.length;
  const groups = groupIds.length;
  const baseWeight = new Float64Array(candidates * groups);
  const vehicleDays = new Int32Array(candidates);
  const footDays = new Int32Array(candidates);
  for (let k = 0; k < candidates; k++) {
    const passage = world.passages[world.candidatePassage[k]!]!;
    const country = world.placeCountry[passage.to]!;
    const decay =
      1 / pow(parameters.distanceSofteningKm + world.candidateKm[k]!, parameters.distancePower);
    for (let g = 0; g < groups; g++) {
      baseWeight[k * groups + g] = world.tie[country * groups + g]! * decay;
    }
    const km = world.candidateCrossingKm[k]!;
    vehicleDays[k] = travelDays(km, parameters.vehicleKmPerDay);
    footDays[k] = travelDays(km, parameters.footKmPerDay);
  }
  prune(world, baseWeight);
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
  const { awayCells, otherCells } = liveCells(world);
  return {
    awayCells,
    otherCells,
    directs: world.violence.some((spell) => spell.toward >= 0),
    horizonDays:
      1 +
      footDays.reduce(
        (a, b) => Math.max(a, b),
        vehicleDays.reduce((a, b) => Math.max(a, b), 0),
      ),
    layout: layoutSeries(world),
    persecuted,
    activeSpells: spellsByDay(world),
    frontier: frontierByDay(world),
    hosting: hostingByDay(world),
    hostPlaces: countryIds.map((_, country) =>
      hosts[country]
        ? indicesWhere(
            (place) =>
              world.placeCountry[place] === country &&
              (world.placeKind[place] === 'town' || world.placeKind[place] === 'camp'),
          )
        : new Int32Array(0),
    ),
    statePlaces: indicesWhere((place) => world.placeKind[place] === 'state'),
    settlements: indicesWhere((place) => !abroad(place) && world.placeKind[place] === 'settlement'),
    baseWeight,
    vehicleDays,
    footDays,
    nearFrontier: Uint8Array.from(placeIds, (_, place) =>
      abroad(place) && world.frontierKm[place]! < parameters.nearFrontierKm ? 1 : 0,
    ),
    frontierDanger: Float64Array.from(placeIds, (_, place) =>
      abroad(place)
        ? parameters.nearFrontierDeathFactor *
          exp(-world.frontierKm[place]! / parameters.frontierReachKm)
        : 0,
    ),
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

/** Sets to zero the weights that are negligible beside the strongest of the same place and group. */
function prune(world: World, weights: Float64Array): void {
  const groups = world.groupIds.length;
  for (let place = 0; place < world.placeIds.length; place++) {
    for (let g = 0; g < groups; g++) {
      let strongest = 0;
      const from = world.candidateStart[place]! * groups + g;
      const to = world.candidateStart[place + 1]! * groups;
      for (let i = from; i < to; i += groups) strongest = Math.max(strongest, weights[i]!);
      const least = strongest * world.parameters.awarenessLeastWeight;
      for (let i = from; i < to; i += groups) if (weights[i]! < least) weights[i] = 0;
    }
  }
}

/** Whole days on the way: 0 when the crossing is reached on the day of leaving. */
function travelDays(km: number, kmPerDay: number): number {
  const days = Math.ceil(km / kmPerDay) - 1;
  return Math.max(0, days);
}

/** Cells that the rows of a day can ever fill, by the kind of place. */
function liveCells(world: World): { awayCells: Int32Array; otherCells: Int32Array } {
  const away: number[] = [];
  const other: number[] = [];
  world.placeKind.forEach((kind, place) => {
    const inside = kind === 'settlement';
    const abroad = kind === 'town' || kind === 'camp';
    const far = kind === 'state';
    const list = (situations: readonly number[], into: number[]) => {
      for (const situation of situations) into.push(cell(world, situation, place));
    };
    if (inside) list([at.displaced], away);
    if (inside) list([at.home, at.returned], other);
    if (abroad) list([at.hostFamily, at.centre, at.camp, at.unsheltered], away);
    if (far) list([at.evacuated, at.claimed, at.irregular], away);
    if (inside || abroad || far) list([at.deadViolence, at.deadShortfall, at.deadNatural], other);
  });
  return { awayCells: Int32Array.from(away), otherCells: Int32Array.from(other) };
}

function spellsByDay(world: World): Int32Array[] {
  const changes = new Set<number>([0]);
  for (const spell of world.violence) {
    changes.add(Math.max(0, spell.fromDay));
    changes.add(spell.toDay + 1);
  }
  const byDay: Int32Array[] = [];
  for (let day = 0; day < world.days; day++) {
    byDay.push(
      day > 0 && !changes.has(day)
        ? byDay[day - 1]!
        : Int32Array.from(
            world.violence.flatMap((spell, index) =>
              spell.fromDay <= day && day <= spell.toDay ? [index] : [],
            ),
          ),
    );
  }
  return byDay;
}

function frontierByDay(world: World): FrontierDay[] {
  const changes = new Set<number>([0]);
  for (const spell of world.frontier) {
    changes.add(Math.max(0, spell.fromDay));
    changes.add(spell.toDay + 1);
  }
  const byDay: FrontierDay[] = [];
  for (let day = 0; day < world.days; day++) {
    if (day > 0 && !changes.has(day)) {
      byDay.push(byDay[day - 1]!);
      continue;
    }
    const throughput = new Float64Array(world.placeIds.length).fill(Number.POSITIVE_INFINITY);
    const admittedShare = new Float64Array(world.placeIds.length).fill(1);
    for (const spell of world.frontier) {
      if (spell.fromDay > day || spell.toDay < day) continue;
      throughput[spell.crossing] =
        spell.throughputPerDay < 0 ? world.parameters.heldThroughputPerDay : spell.throughputPerDay;
      admittedShare[spell.crossing] = spell.admittedShare;
    }
    byDay.push({ throughput, admittedShare });
  }
  return byDay;
}

function hostingByDay(world: World): HostingDay[] {
  const places = world.placeIds.length;
  const changes = new Set<number>([0, ...world.hosting.map((row) => Math.max(0, row.fromDay))]);
  const rows = [...world.hosting].sort((a, b) => a.fromDay - b.fromDay);
  const byDay: HostingDay[] = [];
  for (let day = 0; day < world.days; day++) {
    if (day > 0 && !changes.has(day)) {
      byDay.push(byDay[day - 1]!);
      continue;
    }
    const hosting: HostingDay = {
      shelter: new Float64Array(shelterLines.length * places).fill(Number.NaN),
      supply: new Float64Array(supplyLines.length * places).fill(Number.NaN),
      relocation: new Float64Array(places).fill(Number.NaN),
    };
    for (const row of rows) {
      if (row.fromDay > day) break;
      const shelter = shelterLines.indexOf(row.line as never);
      const supply = supplyLines.indexOf(row.line as never);
      if (shelter >= 0) hosting.shelter[shelter * places + row.place] = row.amount;
      else if (supply >= 0) hosting.supply[supply * places + row.place] = row.amount;
      else hosting.relocation[row.place] = row.amount;
    }
    byDay.push(hosting);
  }
  return byDay;
}
