import type { JourneyDay, JourneyNetwork } from '@asylia/destinations';
import { journeyDays } from '@asylia/destinations';
import type { Mode } from '@asylia/engine';
import { decision, makeKeys } from '@asylia/engine';
import { depart, leaveChance, split } from './depart.ts';
import type { JourneyState } from './journeyState.ts';
import { classes, kmSteps, rested, tiredCells, tiredSteps } from './journeyState.ts';
import type { Routes } from './routes.ts';
import { findRoutes } from './routes.ts';
import type { JourneyRules } from './rules.ts';
import { begin, travel } from './travel.ts';

export interface Journeys {
  /** [place x day], day fastest: people there after the moves of the day */
  readonly people: Float64Array;
  /** [day] people between places after the moves of the day */
  readonly onRoads: Float64Array;
}

/** What all worlds of a network under the same rules share. Read-only. */
export interface JourneyPlan {
  readonly days: readonly JourneyDay[];
  /** [day] */
  readonly routes: readonly Routes[];
}

/** Finds what holds and which routes are known on every day. Pure. */
export function planJourneys(network: JourneyNetwork, rules: JourneyRules): JourneyPlan {
  const days = journeyDays(network, rules);
  const known = new Map<JourneyDay, Routes>();
  const routes = days.map((day) => {
    const found = known.get(day) ?? findRoutes(network, rules, day);
    known.set(day, found);
    return found;
  });
  return { days, routes };
}

/**
 * Simulates the journeys of given numbers of people. Pure: the same input gives the same bytes.
 * Order of a day: people set out; everyone at a place decides; everyone on a road travels, and
 * decides again on arrival while the day has range left.
 */
export function runJourneys(
  network: JourneyNetwork,
  rules: JourneyRules,
  options: {
    readonly seed: number;
    readonly world: number;
    readonly mode: Mode;
    readonly plan?: JourneyPlan;
  },
): Journeys {
  const places = network.placeIds.length;
  const { days, routes } = options.plan ?? planJourneys(network, rules);
  const most = (of: (one: Routes) => number) => routes.reduce((n, one) => Math.max(n, of(one)), 0);
  const mostHere = most(({ start }) =>
    start.reduce((n, from, place) => Math.max(n, (start[place + 1] ?? from) - from), 0),
  );
  const run: JourneyState = {
    network,
    rules,
    mode: options.mode,
    keys: makeKeys(options.seed, options.world),
    day: 0,
    today: days[0]!,
    routes: routes[0]!,
    here: Float64Array.from(network.initial),
    // Those who were there before the first day fill their places twice: as people, and as room taken.
    capacity: network.capacity.map((room, place) =>
      room > 0 ? room - network.initial[place]! : room,
    ),
    rest: new Float64Array(places * tiredCells),
    fresh: new Float64Array(places),
    came: new Float64Array(kmSteps * places * tiredCells),
    waiting: new Uint8Array(kmSteps * places),
    night: new Float64Array(places * tiredCells),
    going: new Float64Array(most(({ goal }) => goal.length) * classes),
    roads: [],
    weights: new Float64Array(Math.max(places, mostHere)),
    chances: new Float64Array(Math.max(places, mostHere)),
    parts: new Float64Array(Math.max(places, mostHere)),
    group: new Float64Array(classes),
    leavers: new Float64Array(classes),
    taken: new Float64Array(mostHere * classes),
  };
  for (let place = 0; place < places; place++) {
    run.rest[place * tiredCells] = network.initial[place]!;
  }
  const people = new Float64Array(places * network.days);
  const onRoads = new Float64Array(network.days);
  for (let day = 0; day < network.days; day++) {
    run.day = day;
    run.today = days[day]!;
    run.routes = routes[day]!;
    setOut(run, network.arrivals[day]!);
    runDay(run);
    for (let place = 0; place < places; place++)
      people[place * network.days + day] = run.here[place]!;
    for (const cohort of run.roads) onRoads[day]! += cohort.n;
  }
  return { people, onRoads };
}

/** New people appear in places in conflict, in proportion to residents x intensity. */
function setOut(run: JourneyState, n: number): void {
  if (n <= 0) return;
  const { network, today, weights, parts } = run;
  const places = network.placeIds.length;
  let sum = 0;
  for (let place = 0; place < places; place++) {
    weights[place] = network.population[place]! * today.intensity[place]!;
    sum += weights[place]!;
  }
  if (sum <= 0)
    throw new RangeError(
      `day ${run.day}: ${n} people set out, but no place with residents is in conflict`,
    );
  split(run, n, places, 0, decision.setOutFrom, 0);
  for (let place = 0; place < places; place++) {
    run.fresh[place]! += parts[place]!;
    run.here[place]! += parts[place]!;
  }
}

function runDay(run: JourneyState): void {
  const { network, rest, night, going, routes, waiting } = run;
  const places = network.placeIds.length;
  night.fill(0);
  const underWay = run.roads;
  run.roads = [];
  for (let place = 0; place < places; place++) decideInTheMorning(run, place);
  // Travel, and decisions on arrival in the order of kilometres come.
  for (const cohort of underWay) travel(run, cohort, 0);
  const cells = routes.goal.length * classes;
  for (let i = 0; i < cells; i++) {
    const n = going[i]!;
    if (n <= 0) continue;
    going[i] = 0;
    const tired = i % classes;
    const isFresh = tired === tiredCells;
    begin(run, (i - tired) / classes, isFresh ? 0 : tired, isFresh, n, 0);
  }
  for (let at = 0; at < waiting.length; at++) {
    if (waiting[at] === 0) continue;
    waiting[at] = 0;
    decideOnArrival(run, at % places, Math.floor(at / places));
  }
  rest.set(night);
}

function decideInTheMorning(run: JourneyState, place: number): void {
  const { rest, fresh, night, going, group, taken, routes } = run;
  let people = fresh[place]!;
  group[tiredCells] = people;
  for (let tired = 0; tired < tiredCells; tired++) {
    const n = rest[place * tiredCells + tired]!;
    group[tired] = n;
    people += n;
  }
  if (people <= 0) return;
  const gone = depart(run, place, leaveChance(run, place), 0, 0);
  if (gone > 0) {
    run.here[place]! -= gone;
    const from = routes.start[place]! * classes;
    const cells = routes.start[place + 1]! * classes - from;
    for (let i = 0; i < cells; i++) going[from + i]! += taken[i]!;
  }
  fresh[place] = group[tiredCells]!;
  for (let tired = 0; tired < tiredCells; tired++) {
    if (group[tired]! > 0) night[place * tiredCells + rested(tired, 0)]! += group[tired]!;
  }
}

/** Those who have reached a place after so many kilometres decide again, on the same day. */
function decideOnArrival(run: JourneyState, place: number, cell: number): void {
  const { came, night, group, taken, parts, rules, routes } = run;
  const at = (cell * run.network.placeIds.length + place) * tiredCells;
  group[tiredCells] = 0;
  for (let tired = 0; tired < tiredCells; tired++) {
    group[tired] = came[at + tired]!;
    came[at + tired] = 0;
  }
  // In a town, whoever has hardly travelled lately goes on for sure.
  let sureBelow = 0;
  if (rules.avoidShortStints && run.today.kind[place] === 'town') {
    while (sureBelow < tiredCells && sureBelow / tiredSteps + cell / kmSteps < 1) sureBelow += 1;
  }
  const gone = depart(run, place, leaveChance(run, place), sureBelow, 1 + cell);
  if (gone > 0) {
    run.here[place]! -= gone;
    const from = routes.start[place]!;
    const m = routes.start[place + 1]! - from;
    for (let i = 0; i < m; i++) {
      if (parts[i]! <= 0) continue;
      for (let tired = 0; tired < tiredCells; tired++) {
        const n = taken[i * classes + tired]!;
        if (n > 0) begin(run, from + i, tired, false, n, cell);
      }
    }
  }
  for (let tired = 0; tired < tiredCells; tired++) {
    if (group[tired]! > 0) night[place * tiredCells + rested(tired, cell)]! += group[tired]!;
  }
}
