import type { World } from '../../src/index.ts';
import { at, needPerPerson, supplyLines } from '../../src/index.ts';

/**
 * A second implementation of the day in the expected mode: slow and plain, with lists and maps in
 * place of typed arrays and plans, written from the rules alone. It serves to check the first.
 */
export interface Slow {
  readonly world: World;
  day: number;
  /** persons by "situation place group" */
  readonly people: Map<string, number>;
  travellers: { day: number; entryRoute: number; group: number; n: number }[];
  readonly waiting: Map<string, number>;
  readonly away: Map<string, number>;
  readonly offerLeft: number[];
  readonly shortfall: number[];
  /** persons received by open admission so far, by "country group" */
  readonly movedOn: Map<string, number>;
  encouraged: number;
  readonly lostAway: number[];
  readonly totals: { evacuated: number; claimed: number; irregular: number; returned: number };
}

const far = [at.evacuated, at.claimed, at.irregular];
const sheltered = [at.hostFamily, at.centre, at.camp, at.unsheltered];
const p1 = (perDay: number) => 1 - Math.exp(-perDay);
const range = (n: number) => Array.from({ length: n }, (_, i) => i);
const total = (list: readonly number[]) => list.reduce((a, b) => a + b, 0);
const add = (map: Map<string, number>, key: string, n: number) =>
  map.set(key, (map.get(key) ?? 0) + n);

export const count = (s: Slow, situation: number, place: number, group: number): number =>
  s.people.get(`${situation} ${place} ${group}`) ?? 0;
const move = (s: Slow, situation: number, place: number, group: number, n: number) =>
  add(s.people, `${situation} ${place} ${group}`, n);

export function startSlow(world: World): Slow {
  const groups = world.groupIds.length;
  const places = world.placeIds.length;
  const people = new Map<string, number>();
  world.initial.forEach((n, i) => {
    const group = i % groups;
    const place = Math.floor(i / groups) % places;
    add(people, `${Math.floor(i / groups / places)} ${place} ${group}`, n);
  });
  const away = new Map<string, number>();
  world.initialAway.forEach((n, i) => {
    add(away, `${Math.floor(i / groups)} ${i % groups}`, n);
  });
  return {
    world,
    day: 0,
    people,
    travellers: [],
    waiting: new Map(),
    away,
    offerLeft: world.offers.map((offer) => offer.places),
    shortfall: range(places).map(() => 0),
    movedOn: new Map(),
    encouraged: 1,
    lostAway: range(groups).map(() => 0),
    totals: { evacuated: 0, claimed: 0, irregular: 0, returned: 0 },
  };
}

export const settlements = (world: World) =>
  range(world.placeIds.length).filter(
    (place) =>
      world.placeKind[place] === 'settlement' && world.placeCountry[place] === world.originCountry,
  );
export const hostsOf = (world: World, country: number) =>
  range(world.placeIds.length).filter(
    (place) =>
      country !== world.originCountry &&
      world.placeCountry[place] === country &&
      (world.placeKind[place] === 'town' || world.placeKind[place] === 'camp'),
  );
const states = (world: World) =>
  range(world.placeIds.length).filter((place) => world.placeKind[place] === 'state');
const persecuted = (world: World, group: number) =>
  world.violence.some((spell) => spell.kind === 'expulsion' && spell.group === group);
const groupsOf = (world: World) => range(world.groupIds.length);
const countriesOf = (world: World) => range(world.countryIds.length);

function hazard(s: Slow, kind: string, place: number, group: number, toward?: number): number {
  return total(
    s.world.violence
      .filter((v) => v.kind === kind && v.place === place && v.fromDay <= s.day && s.day <= v.toDay)
      .filter((v) => group === -1 || v.group === group)
      .filter((v) => toward === undefined || v.toward === toward)
      .map((v) => {
        if (kind === 'killing') return v.amountPerDay * s.world.parameters.killingScale;
        return v.amountPerDay * (kind === 'expulsion' ? s.encouraged : 1);
      }),
  );
}

/** How much more is expelled than in the history, since more are received abroad. */
function encouragement(s: Slow): number {
  const { world } = s;
  if (!world.moralHazard) return 1;
  const groups = groupsOf(world).filter((group) => persecuted(world, group));
  const everyone = countriesOf(world).flatMap((country) => hostsOf(world, country));
  const near = total(groups.map((group) => sumOf(s, countIndexes(sheltered, everyone, group))));
  const away = total(
    groups.map((group) => sumOf(s, countIndexes([at.evacuated, at.claimed], states(world), group))),
  );
  const received = near + away > 0 ? away / (near + away) : 0;
  const { strength, baselineReception } = world.moralHazard;
  return (1 + strength * received) / (1 + strength * baselineReception[s.day]!);
}

/** One row of the table of offers, routes and so on at a time; the order is that of the day. */
export function runSlowDay(s: Slow): void {
  const { world } = s;
  const p = world.parameters;
  s.encouraged = encouragement(s);
  const leaving: { place: number; group: number; n: number; expelled: number }[] = [];
  for (const place of settlements(world)) {
    const scare =
      hazard(s, 'bombing', place, -1) * p.bombingFlightPerEventPerDay +
      hazard(s, 'insurgency', place, -1) * p.insurgencyFlightPerEventPerDay;
    for (const group of groupsOf(world)) {
      const expulsion = hazard(s, 'expulsion', place, group);
      let n = 0;
      let expelled = 0;
      if (expulsion > 0 || (scare > 0 && persecuted(world, group))) {
        const flee = p.fleeingPerExpelled + p.fleeingInsidePerExpelled;
        const insideShare = flee > 0 ? p.fleeingInsidePerExpelled / flee : 0;
        const inside = expulsion * p.fleeingInsidePerExpelled + scare * insideShare;
        const abroad = expulsion * p.fleeingPerExpelled + scare * (1 - insideShare);
        const all = expulsion + inside + abroad;
        const left = count(s, at.home, place, group) * p1(all);
        const hidden = left * (inside / all);
        const found =
          count(s, at.displaced, place, group) * p1(p.displacedExposure * (expulsion + abroad));
        move(s, at.home, place, group, -left);
        move(s, at.displaced, place, group, hidden - found);
        add(s.away, `${place} ${group}`, left);
        n = left - hidden + found;
        expelled = n * (expulsion / (expulsion + abroad));
      }
      const reprisal = hazard(s, 'reprisal', place, group);
      if (reprisal > 0) {
        const left = count(s, at.home, place, group) * p1(reprisal);
        move(s, at.home, place, group, -left);
        add(s.away, `${place} ${group}`, left);
        n += left;
      }
      if (n > 0) leaving.push({ place, group, n, expelled });
    }
  }
  for (const place of settlements(world)) {
    for (const group of groupsOf(world)) {
      const killed = p1(hazard(s, 'killing', place, group));
      const atHome = count(s, at.home, place, group) * killed;
      const hiding = count(s, at.displaced, place, group) * killed;
      move(s, at.home, place, group, -atHome);
      move(s, at.displaced, place, group, -hiding);
      move(s, at.deadViolence, place, group, atHome + hiding);
      s.lostAway[group]! += hiding;
    }
  }
  for (const one of leaving) travel(s, one);
  const arrived = cross(s);
  findShelter(s, arrived);
  admitOpenly(s);
  evacuate(s);
  goOn(s);
  countShortfall(s);
  dieNaturally(s);
  goHome(s);
  for (const group of groupsOf(world)) {
    takeInProportion(s.away, awayKeys(s, group), s.lostAway[group]!);
    s.lostAway[group] = 0;
  }
  s.day += 1;
}

const awayKeys = (s: Slow, group: number) =>
  settlements(s.world).map((place) => `${place} ${group}`);

/** Takes n off some entries of a map in proportion to them; returns what each gave. */
function takeInProportion(map: Map<string, number>, keys: readonly string[], n: number): number[] {
  const sum = total(keys.map((key) => map.get(key) ?? 0));
  if (sum <= 0 || n <= 0) return keys.map(() => 0);
  return keys.map((key) => {
    const part = ((map.get(key) ?? 0) * n) / sum;
    add(map, key, -part);
    return part;
  });
}

function rules(s: Slow, crossing: number): { throughput: number; share: number } {
  const spell = s.world.frontier
    .filter((f) => f.crossing === crossing && f.fromDay <= s.day && s.day <= f.toDay)
    .at(-1);
  if (!spell) return { throughput: Number.POSITIVE_INFINITY, share: 1 };
  const held = spell.throughputPerDay < 0;
  return {
    throughput: held ? s.world.parameters.heldThroughputPerDay : spell.throughputPerDay,
    share: spell.admittedShare,
  };
}

function travel(s: Slow, one: { place: number; group: number; n: number; expelled: number }): void {
  const { world } = s;
  const p = world.parameters;
  const from = world.candidateStart[one.place]!;
  const list = range(world.candidateStart[one.place + 1]! - from).map((i) => {
    const entryRoute = world.candidateEntryRoute[from + i]!;
    const { crossing, to } = world.entryRoutes[entryRoute]!;
    const country = world.placeCountry[to]!;
    const tie = world.tie[country * world.groupIds.length + one.group]!;
    const weight = tie / (p.distanceSofteningKm + world.candidateKm[from + i]!) ** p.distancePower;
    const closed = crossing >= 0 && rules(s, crossing).throughput === 0;
    const km = world.candidateCrossingKm[from + i]!;
    return { entryRoute, country, km, weight, open: closed ? p.closedCrossingWeight : 1 };
  });
  const strongest = Math.max(0, ...list.map((option) => option.weight));
  const known = list.filter(
    (option) => option.weight > 0 && option.weight >= strongest * p.awarenessLeastWeight,
  );
  const pull = total(known.map((option) => option.weight * option.open));
  if (pull <= 0) {
    move(s, at.displaced, one.place, one.group, one.n);
    return;
  }
  const expulsion = hazard(s, 'expulsion', one.place, one.group);
  const shares = known.map(() => 0);
  let free = 1;
  for (const country of countriesOf(world)) {
    const driven = hazard(s, 'expulsion', one.place, one.group, country);
    const there = known.filter((option) => option.country === country);
    const within = total(there.map((option) => option.weight * option.open));
    if (driven <= 0 || within <= 0 || one.expelled <= 0) continue;
    const part = ((one.expelled / one.n) * driven) / expulsion;
    free -= part;
    known.forEach((option, i) => {
      if (option.country === country) shares[i]! += (part * option.weight * option.open) / within;
    });
  }
  known.forEach((option, i) => {
    const n = one.n * (shares[i]! + (Math.max(0, free) * option.weight * option.open) / pull);
    const days = (kmPerDay: number) => Math.max(0, Math.ceil(option.km / kmPerDay) - 1);
    const onFoot = days(p.footKmPerDay) === days(p.vehicleKmPerDay) ? 0 : p.onFootShare;
    const go = (day: number, m: number) =>
      s.travellers.push({
        day: s.day + day,
        entryRoute: option.entryRoute,
        group: one.group,
        n: m,
      });
    go(days(p.vehicleKmPerDay), n * (1 - onFoot));
    go(days(p.footKmPerDay), n * onFoot);
  });
}

/** People let through today, by entry route and group. */
function cross(s: Slow): Map<string, number> {
  const { world } = s;
  const p = world.parameters;
  const arrived = new Map<string, number>();
  const later: Slow['travellers'] = [];
  for (const one of s.travellers) {
    if (one.day > s.day) {
      later.push(one);
      continue;
    }
    const held = world.entryRoutes[one.entryRoute]!.crossing >= 0 && persecuted(world, one.group);
    const out = held ? one.n * p.letOutShare : one.n;
    add(s.waiting, `${one.entryRoute} ${one.group}`, out);
    later.push({ ...one, day: s.day + 1, n: one.n - out });
  }
  s.travellers = later.filter((one) => one.n > 0);
  const pass = (key: string, n: number) => {
    add(s.waiting, key, -n);
    add(arrived, key, n);
  };
  const crossings = [...new Set(world.entryRoutes.map((entryRoute) => entryRoute.crossing))].sort(
    (a, b) => a - b,
  );
  for (const crossing of crossings) {
    const keys = world.entryRoutes.flatMap((entryRoute, i) =>
      entryRoute.crossing === crossing ? groupsOf(world).map((group) => `${i} ${group}`) : [],
    );
    const waiting = keys.map((key) => s.waiting.get(key) ?? 0);
    if (total(waiting) <= 0) continue;
    if (crossing < 0) {
      keys.forEach((key, i) => {
        pass(key, waiting[i]!);
      });
      continue;
    }
    const { throughput, share } = rules(s, crossing);
    const through = Math.min(total(waiting), throughput);
    keys.forEach((key, i) => {
      pass(key, ((waiting[i]! * through) / total(waiting)) * share);
      const inside = world.turnBackPlace[crossing]!;
      if ((throughput === 0 || share < 1) && inside >= 0) {
        const back = s.waiting.get(key)! * p1(p.turnBackPerDay);
        add(s.waiting, key, -back);
        move(s, at.displaced, inside, Number(key.split(' ')[1]), back);
      }
    });
  }
  return arrived;
}

/** What a line at a place stands at today; undefined when nothing is known. */
function amount(s: Slow, line: string, place: number): number | undefined {
  return s.world.hosting
    .filter((row) => row.line === line && row.place === place && row.fromDay <= s.day)
    .sort((a, b) => a.fromDay - b.fromDay)
    .at(-1)?.amount;
}

const lineOf = [
  ['hostFamily', at.hostFamily],
  ['centre', at.centre],
  ['camp', at.camp],
] as const;

function room(s: Slow, line: number, place: number): number {
  const [name, situation] = lineOf[line]!;
  const capacity = amount(s, name, place);
  if (capacity === undefined) {
    return line === 0 && s.world.placeKind[place] === 'town' ? Number.POSITIVE_INFINITY : 0;
  }
  const used = total(groupsOf(s.world).map((group) => count(s, situation, place, group)));
  return Math.max(0, capacity - used);
}

function settle(s: Slow, place: number, group: number, n: number): void {
  const { world } = s;
  let left = n;
  const put = (line: number, where: number, m: number) => {
    const placed = Math.min(m, room(s, line, where));
    move(s, lineOf[line]![1], where, group, placed);
    left -= placed;
  };
  put(0, place, n * world.parameters.hostFamilyShare);
  put(1, place, left);
  put(2, place, left);
  if (amount(s, 'relocation', place) === undefined && left > 0) {
    const others = [1, 2].flatMap((line) =>
      hostsOf(world, world.placeCountry[place]!)
        .filter((other) => other !== place && room(s, line, other) > 0)
        .map((other) => ({ line, other, free: room(s, line, other) })),
    );
    const free = total(others.map((one) => one.free));
    const placed = Math.min(left, free);
    for (const one of others) {
      const part = (placed * one.free) / free;
      move(s, lineOf[one.line]![1], one.other, group, part);
      left -= part;
    }
  }
  if (left > 0) move(s, at.unsheltered, place, group, left);
}

function findShelter(s: Slow, arrived: Map<string, number>): void {
  const { world } = s;
  const p = world.parameters;
  for (const country of countriesOf(world)) {
    for (const place of hostsOf(world, country)) {
      for (const group of groupsOf(world)) {
        const n = count(s, at.unsheltered, place, group);
        move(s, at.unsheltered, place, group, -n);
        if (n > 0) settle(s, place, group, n);
      }
    }
  }
  world.entryRoutes.forEach(({ to }, entryRoute) => {
    for (const group of groupsOf(world)) {
      const n = arrived.get(`${entryRoute} ${group}`) ?? 0;
      if (n > 0) settle(s, to, group, n);
    }
  });
  for (const country of countriesOf(world)) {
    const hosts = hostsOf(world, country);
    const inland = hosts.filter((place) => world.frontierKm[place]! >= p.nearFrontierKm);
    for (const place of hosts) {
      const transport = amount(s, 'relocation', place);
      if (inland.includes(place) || transport === undefined) continue;
      let left = transport;
      for (const group of groupsOf(world)) {
        for (const situation of [at.unsheltered, at.camp, at.centre, at.hostFamily]) {
          const willing = count(s, situation, place, group) * (1 - p.relocationRefusalShare);
          const n = Math.min(left, willing);
          if (n <= 0) continue;
          move(s, situation, place, group, -n);
          left -= n;
          carryInland(s, place, inland, group, n);
        }
      }
    }
  }
}

function carryInland(s: Slow, from: number, inland: number[], group: number, n: number): void {
  if (inland.length === 0) {
    move(s, at.unsheltered, from, group, n);
    return;
  }
  const free = inland.map((place) =>
    total([0, 1, 2].map((line) => room(s, line, place)).filter(Number.isFinite)),
  );
  const even = total(free) < n;
  const weights = even ? inland.map(() => 1) : free;
  inland.forEach((place, i) => {
    const part = (n * weights[i]!) / total(weights);
    if (part > 0) settle(s, place, group, part);
  });
}

/** Keys of people of a group in situations and places. */
const countIndexes = (which: readonly number[], places: readonly number[], group: number) =>
  which.flatMap((situation) => places.map((place) => `${situation} ${place} ${group}`));
const sumOf = (s: Slow, keys: readonly string[]) =>
  total(keys.map((key) => s.people.get(key) ?? 0));

function ramp(s: Slow, group: number): number {
  const groups = s.world.groupIds.length;
  const first = Math.min(
    ...s.world.homes.filter((_, i) => i % groups === group).map((home) => home.safeDay),
  );
  const since = s.day - first + 1;
  return since <= 0 ? 0 : Math.min(1, since / s.world.parameters.returnBuildUpDays);
}

/** Takes people out of a country, those without a host family first. */
function takeOut(s: Slow, hosts: readonly number[], group: number, n: number): void {
  const without = countIndexes([at.centre, at.camp, at.unsheltered], hosts, group);
  const soon = Math.min(n, sumOf(s, without));
  takeInProportion(s.people, without, soon);
  takeInProportion(s.people, countIndexes([at.hostFamily], hosts, group), n - soon);
}

function admitOpenly(s: Slow): void {
  const { world } = s;
  if (!world.openAdmission || states(world).length === 0) return;
  const { willingShare, pacePerDay, weight } = world.openAdmission;
  const weights = total(states(world).map((place) => weight[place]!));
  for (const group of groupsOf(world).filter((g) => persecuted(world, g))) {
    for (const country of countriesOf(world)) {
      const hosts = hostsOf(world, country);
      const here = sumOf(s, countIndexes(sheltered, hosts, group));
      const gone = s.movedOn.get(`${country} ${group}`) ?? 0;
      const due = willingShare * (here + gone) - gone;
      const n = Math.max(0, due) * Math.min(1, pacePerDay * (1 - ramp(s, group)));
      add(s.movedOn, `${country} ${group}`, n);
      takeOut(s, hosts, group, n);
      for (const place of states(world)) {
        move(s, at.evacuated, place, group, (n * weight[place]!) / weights);
      }
      s.totals.evacuated += n;
    }
  }
}

function evacuate(s: Slow): void {
  const { world } = s;
  const p = world.parameters;
  const first = Math.min(
    ...world.offers.filter((o) => o.programme === 'evacuation').map((o) => o.fromDay),
  );
  for (const group of groupsOf(world).filter((g) => persecuted(world, g))) {
    for (const country of new Set(world.offers.map((offer) => offer.fromCountry))) {
      const hosts = hostsOf(world, country);
      let left = sumOf(s, countIndexes(sheltered, hosts, group));
      if (left <= 0) continue;
      let taken = 0;
      world.offers.forEach((offer, i) => {
        if (offer.fromCountry !== country || s.day < offer.fromDay || s.day > offer.toDay) return;
        const pace =
          offer.programme === 'transfer'
            ? 1 / (offer.toDay - offer.fromDay + 1)
            : p.evacuationPacePerDay *
              Math.min(1, (s.day - first + 1) / p.evacuationBuildUpDays) *
              (1 - ramp(s, group));
        const n = Math.min(s.offerLeft[i]!, offer.places * pace, left);
        if (n <= 0) return;
        left -= n;
        taken += n;
        s.offerLeft[i]! -= n;
        const abroad = world.placeKind[offer.statePlace] === 'state';
        move(s, abroad ? at.evacuated : at.unsheltered, offer.statePlace, group, n);
        if (offer.programme === 'evacuation') s.totals.evacuated += n;
      });
      takeOut(s, hosts, group, taken);
    }
  }
}

function goOn(s: Slow): void {
  const { world } = s;
  const p = world.parameters;
  const everyone = countriesOf(world).flatMap((country) => hostsOf(world, country));
  const displaced = total(
    groupsOf(world).map((g) => sumOf(s, countIndexes(sheltered, everyone, g))),
  );
  if (displaced <= 0) return;
  const offered = total(s.offerLeft.filter((_, i) => world.offers[i]!.fromDay <= s.day));
  const unmet = world.openAdmission
    ? world.openAdmission.unmetDemand
    : Math.max(0, 1 - offered / displaced);
  const demand =
    p.irregularResponse === 1 ? unmet : Math.max(unmet, p.leastUnmetDemand) ** p.irregularResponse;
  const claims = total(states(world).map((place) => world.claimWeight[place]!));
  const arrive = (situation: number, group: number, n: number) => {
    for (const place of states(world)) {
      move(s, situation, place, group, (n * world.claimWeight[place]!) / claims);
    }
  };
  for (const group of groupsOf(world).filter((g) => persecuted(world, g))) {
    for (const country of countriesOf(world)) {
      if (claims <= 0) continue;
      const keys = countIndexes(sheltered, hostsOf(world, country), group);
      const here = sumOf(s, keys);
      const claimed = here * p1(p.claimPerDay);
      const irregular = (here - claimed) * p1(p.irregularPerDay * demand);
      takeInProportion(s.people, keys, claimed + irregular);
      arrive(at.claimed, group, claimed);
      arrive(at.irregular, group, irregular);
      s.totals.claimed += claimed;
      s.totals.irregular += irregular;
    }
    for (const country of countriesOf(world).filter((c) => world.inFederation[c])) {
      const hosts = hostsOf(world, country);
      const tie = (c: number) => world.onwardTie[c * world.groupIds.length + group]!;
      const targets = countriesOf(world).filter(
        (c) => c !== country && tie(c) > 0 && hostsOf(world, c).length > 0,
      );
      if (targets.length === 0) continue;
      const keys = countIndexes([at.centre, at.camp, at.unsheltered], hosts, group);
      const n = sumOf(s, keys) * p1(p.onwardFromFederationPerDay);
      takeInProportion(s.people, keys, n);
      for (const c of targets) {
        const there = hostsOf(world, c);
        const inland = there.filter((one) => world.frontierKm[one]! >= p.nearFrontierKm);
        const choice = inland.length > 0 ? inland : there;
        const least = Math.min(...choice.map((one) => world.frontierKm[one]!));
        const place = choice.find((one) => world.frontierKm[one] === least)!;
        move(s, at.unsheltered, place, group, (n * tie(c)) / total(targets.map(tie)));
      }
    }
  }
}

function countShortfall(s: Slow): void {
  for (const place of countriesOf(s.world).flatMap((country) => hostsOf(s.world, country))) {
    const people = total(
      groupsOf(s.world).map((g) => sumOf(s, countIndexes(sheltered, [place], g))),
    );
    const open = total(groupsOf(s.world).map((g) => count(s, at.unsheltered, place, g)));
    const gaps = [open / people];
    for (const line of supplyLines) {
      const need = needPerPerson(s.world.parameters, line) * people;
      const given = amount(s, line, place);
      if (given !== undefined && need > 0) gaps.push(1 - Math.min(1, given / need));
    }
    s.shortfall[place] = people > 0 ? total(gaps) / gaps.length : 0;
  }
}

function dieNaturally(s: Slow): void {
  const { world } = s;
  const p = world.parameters;
  const die = (place: number, which: readonly number[], ratio: number, isAway: boolean) => {
    for (const group of groupsOf(world)) {
      const keys = countIndexes(which, [place], group);
      const n = sumOf(s, keys) * p1((p.baselineDeathsPerDay / 10_000) * 7 * ratio);
      const excess = ratio > 1 ? n * (1 - 1 / ratio) : 0;
      takeInProportion(s.people, keys, n);
      move(s, at.deadShortfall, place, group, excess);
      move(s, at.deadNatural, place, group, n - excess);
      if (isAway) s.lostAway[group]! += n;
    }
  };
  for (const place of range(world.placeIds.length).filter(
    (i) => world.placeKey[i]! % 7 === s.day % 7,
  )) {
    const kind = world.placeKind[place];
    if (kind === 'settlement') {
      if (world.placeCountry[place] === world.originCountry) {
        die(place, [at.home, at.returned], p.residentDeathRatio, false);
      }
      die(place, [at.displaced], p.displacedDeathRatio, true);
    }
    if (kind === 'town' || kind === 'camp') {
      const near =
        world.placeCountry[place] === world.originCountry
          ? 0
          : p.nearFrontierDeathFactor * Math.exp(-world.frontierKm[place]! / p.frontierReachKm);
      const added = p.shortfallDeathFactor * s.shortfall[place]! + near;
      die(place, sheltered, p.refugeeDeathRatio * (1 + added), true);
    }
    if (kind === 'state') die(place, far, p.refugeeDeathRatio, true);
  }
}

function goHome(s: Slow): void {
  const { world } = s;
  const p = world.parameters;
  const groups = world.groupIds.length;
  for (const group of groupsOf(world).filter((g) => ramp(s, g) > 0)) {
    const homes = settlements(world);
    const keys = homes.map((place) => `${place} ${group}`);
    const awayNow = keys.map((key) => s.away.get(key) ?? 0);
    const destroyed = homes.map((place) => world.homes[place * groups + group]!.destroyedShare);
    const gone = total(awayNow);
    const mean = gone > 0 ? total(destroyed.map((d, i) => d * awayNow[i]!)) / gone : 0;
    const drag = 1 - mean * (1 - p.destroyedHomeReturnFactor);
    const safe = keys.filter((_, i) => world.homes[homes[i]! * groups + group]!.safeDay <= s.day);
    let waiting = total(safe.map((key) => s.away.get(key) ?? 0));
    let home = 0;
    const leave = (which: readonly number[], places: readonly number[], perDay: number) => {
      const from = countIndexes(which, places, group);
      const n = Math.min(waiting, sumOf(s, from) * p1(perDay));
      takeInProportion(s.people, from, n);
      waiting -= n;
      home += n;
      return n;
    };
    for (const country of countriesOf(world)) {
      const tie = world.returnTie[country * groups + group]!;
      const perDay = p.returnPerDay * ramp(s, group) * drag * tie;
      s.totals.returned += leave(sheltered, hostsOf(world, country), perDay);
    }
    const slow = p.returnFromAfarPerDay * ramp(s, group);
    s.totals.returned += leave(far, states(world), slow);
    leave([at.displaced], homes, p.returnInsidePerDay * ramp(s, group) * drag);
    takeInProportion(s.away, safe, home).forEach((n, i) => {
      move(s, at.returned, Number(safe[i]!.split(' ')[0]), group, n);
    });
  }
}
