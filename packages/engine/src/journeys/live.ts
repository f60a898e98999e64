import { pow } from '../arithmetic/index.ts';
import type { Keys } from '../chance/index.ts';
import { binomialQuantile, makeKeys, splitByWeights, uniform } from '../chance/index.ts';
import { decision } from '../decisions.ts';
import type { Mode } from '../run.ts';
import type { JourneyDay, JourneyNetwork, JourneyRules } from './network.ts';
import { journeyDays } from './network.ts';
import type { Routes } from './routes.ts';
import { findRoutes, roomOf } from './routes.ts';

/**
 * People who share where they are, how far they have come today and lately are one cohort, so that
 * cost does not grow with people. Kilometres of today are kept to 1/16 of a day's range, the index
 * of recent travel to 1/3: finer steps move no published case by more than 0.01 of its error.
 */
const kmSteps = 16;
const tiredSteps = 3;
/** Today's kilometres can pass a day's range by the last road: room for twice that. */
const kmCells = 3 * kmSteps;
const tiredCells = 2 * tiredSteps;

/** People on a road over night. */
interface OnRoad {
  readonly route: number;
  readonly routes: Routes;
  /** step of the route under way */
  readonly step: number;
  /** km behind them on this road */
  readonly km: number;
  readonly tired: number;
  readonly fresh: boolean;
  readonly n: number;
}

export interface Journeys {
  /** [place x day], day fastest: people there after the moves of the day */
  readonly people: Float64Array;
  /** [day] people between places after the moves of the day */
  readonly onRoads: Float64Array;
}

interface Run {
  readonly network: JourneyNetwork;
  readonly rules: JourneyRules;
  readonly mode: Mode;
  readonly keys: Keys;
  day: number;
  today: JourneyDay;
  routes: Routes;
  /** [place] everybody there now, for room */
  readonly here: Float64Array;
  readonly capacity: Float64Array;
  /** [place x tired], tired fastest: people resting there; the same for those who never travelled */
  readonly rest: Float64Array;
  readonly fresh: Float64Array;
  /** [km x place x tired], tired fastest: people who reached a place today */
  readonly came: Float64Array;
  /** [km] how many cohorts wait there */
  readonly waiting: Int32Array;
  /** [place x tired] those who stay for the night, by tiredness of the next morning */
  readonly night: Float64Array;
  /** [route x tired], tired fastest, the last for those who never travelled: who sets out today */
  going: Float64Array;
  roads: OnRoad[];
  readonly weights: Float64Array;
  readonly parts: Float64Array;
}

/**
 * Lives the journeys of given numbers of people. Pure: the same input gives the same bytes.
 * Order of a day: people set out; everyone at a place decides; everyone on a road travels, and
 * decides again on arrival while the day has range left.
 */
export function liveJourneys(
  network: JourneyNetwork,
  rules: JourneyRules,
  options: { readonly seed: number; readonly world: number; readonly mode: Mode },
): Journeys {
  const places = network.placeIds.length;
  const days = journeyDays(network, rules);
  const cache = new Map<JourneyDay, Routes>();
  const routesOn = (day: number): Routes => {
    const known = cache.get(days[day]!) ?? findRoutes(network, rules, days[day]!);
    cache.set(days[day]!, known);
    return known;
  };
  const run: Run = {
    network,
    rules,
    mode: options.mode,
    keys: makeKeys(options.seed, options.world),
    day: 0,
    today: days[0]!,
    routes: routesOn(0),
    here: Float64Array.from(network.initial),
    // Those who were there before the first day fill their places twice: as people, and as room taken.
    capacity: network.capacity.map((room, place) =>
      room > 0 ? room - network.initial[place]! : room,
    ),
    rest: new Float64Array(places * tiredCells),
    fresh: new Float64Array(places),
    came: new Float64Array(kmCells * places * tiredCells),
    waiting: new Int32Array(kmCells),
    night: new Float64Array(places * tiredCells),
    going: new Float64Array(0),
    roads: [],
    weights: new Float64Array(1024),
    parts: new Float64Array(Math.max(places, 1024)),
  };
  for (let place = 0; place < places; place++) {
    run.rest[place * tiredCells] = network.initial[place]!;
  }
  const people = new Float64Array(places * network.days);
  const onRoads = new Float64Array(network.days);
  for (let day = 0; day < network.days; day++) {
    run.day = day;
    run.today = days[day]!;
    run.routes = routesOn(day);
    const cells = run.routes.goal.length * (tiredCells + 1);
    if (run.going.length < cells) run.going = new Float64Array(cells);
    setOut(run, network.arrivals[day]!);
    liveDay(run);
    for (let place = 0; place < places; place++)
      people[place * network.days + day] = run.here[place]!;
    for (const cohort of run.roads) onRoads[day]! += cohort.n;
  }
  return { people, onRoads };
}

/** New people appear in places in conflict, in proportion to residents x intensity. */
function setOut(run: Run, n: number): void {
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

function split(run: Run, n: number, m: number, key: number, code: number, slot: number): void {
  const { weights, parts } = run;
  if (run.mode === 'sampled') {
    splitByWeights(parts, 0, n, weights, 0, m, run.keys, run.day, key, slot, code);
    return;
  }
  let sum = 0;
  for (let i = 0; i < m; i++) sum += weights[i]!;
  for (let i = 0; i < m; i++) parts[i] = (n * weights[i]!) / sum;
}

function howMany(run: Run, n: number, p: number, key: number, code: number, slot: number): number {
  if (p >= 1) return n;
  if (p <= 0) return 0;
  if (run.mode === 'expected') return n * p;
  return binomialQuantile(uniform(run.keys, run.day, key, slot, code, 0), n, p);
}

function leaveChance(run: Run, place: number): number {
  switch (run.today.kind[place]!) {
    case 'camp':
      return run.rules.leaveCamp;
    case 'innerCamp':
      return run.rules.leaveInnerCamp;
    case 'conflict':
      return run.rules.leaveConflict;
    case 'town':
      return run.rules.leaveTown;
    default:
      return 1;
  }
}

/**
 * A cohort at a place chooses among the routes; who takes route start + i stands in parts[i], 0 where
 * the road is given up because the goal is nearly full. Returns how many leave.
 */
function choose(run: Run, place: number, n: number, slot: number): number {
  const { routes, weights, parts, rules, here, capacity } = run;
  const from = routes.start[place]!;
  const m = routes.start[place + 1]! - from;
  let sum = 0;
  let crowded = false;
  for (let i = 0; i < m; i++) {
    const goal = routes.goal[from + i]!;
    let weight = routes.weight[from + i]!;
    if (capacity[goal]! > 0) {
      const room = roomOf(rules, capacity[goal]!, here[goal]!);
      if (room < 0.5) crowded = true;
      if (room < 1) weight *= rules.weightPower === 1 ? room : pow(room, rules.weightPower);
    }
    weights[i] = weight;
    sum += weight;
  }
  if (m === 0) return 0;
  if (sum <= 0) for (let i = 0; i < m; i++) weights[i] = 1;
  split(run, n, m, run.network.placeKey[place]!, decision.journeyGoal, slot);
  if (!crowded) return n;
  let gone = 0;
  for (let i = 0; i < m; i++) {
    const goal = routes.goal[from + i]!;
    const kind = run.today.kind[goal];
    const isCamp = kind === 'camp' || kind === 'innerCamp';
    if (isCamp && roomOf(rules, capacity[goal]!, here[goal]!) < 0.5) parts[i] = 0;
    gone += parts[i]!;
  }
  return gone;
}

function liveDay(run: Run): void {
  const { network, rest, fresh, night, came, waiting, going, routes, parts } = run;
  const places = network.placeIds.length;
  night.fill(0);
  const underWay = run.roads;
  run.roads = [];
  // Decisions of the morning.
  for (let place = 0; place < places; place++) {
    const p = leaveChance(run, place);
    const from = routes.start[place]!;
    const m = routes.start[place + 1]! - from;
    for (let tired = 0; tired <= tiredCells; tired++) {
      const isFresh = tired === tiredCells;
      const n = isFresh ? fresh[place]! : rest[place * tiredCells + tired]!;
      if (n <= 0) continue;
      const leaving = howMany(run, n, p, network.placeKey[place]!, decision.journeyLeave, tired);
      const gone = leaving > 0 ? choose(run, place, leaving, tired) : 0;
      if (gone > 0) {
        for (let i = 0; i < m; i++) going[(from + i) * (tiredCells + 1) + tired]! += parts[i]!;
      }
      run.here[place]! -= gone;
      if (isFresh) fresh[place] = n - gone;
      else night[place * tiredCells + rested(tired, 0)]! += n - gone;
    }
  }
  // Travel, and decisions on arrival in the order of kilometres come.
  for (const cohort of underWay) travel(run, cohort, 0);
  for (let i = 0; i < routes.goal.length * (tiredCells + 1); i++) {
    const n = going[i]!;
    if (n <= 0) continue;
    going[i] = 0;
    const tired = i % (tiredCells + 1);
    const route = (i - tired) / (tiredCells + 1);
    const isFresh = tired === tiredCells;
    begin(run, route, isFresh ? 0 : tired, isFresh, n, 0);
  }
  for (let km = 0; km < kmCells; km++) {
    if (waiting[km] === 0) continue;
    waiting[km] = 0;
    for (let place = 0; place < places; place++) {
      for (let tired = 0; tired < tiredCells; tired++) {
        const index = (km * places + place) * tiredCells + tired;
        const n = came[index]!;
        if (n <= 0) continue;
        came[index] = 0;
        arriveCohort(run, place, km, tired, n);
      }
    }
  }
  rest.set(night);
}

/** A cohort sets out on a route of today, most often to arrive within the day. */
function begin(
  run: Run,
  route: number,
  tired: number,
  fresh: boolean,
  n: number,
  cellToday: number,
): void {
  const { routes, rules, network } = run;
  const step = routes.firstRoad[route]!;
  if (step + 1 === routes.firstRoad[route + 1]! && !(fresh && rules.startOnFoot)) {
    const road = network.roads[routes.road[step]!]!;
    const speed = Number.isNaN(road.kmPerDay) ? rules.kmPerDay : road.kmPerDay;
    if (speed > road.km) {
      const come = (cellToday / kmSteps) * rules.kmPerDay + road.km;
      arrive(run, routes.stop[step]!, come, cellToday + 1, tired, n);
      return;
    }
  }
  travel(run, { route, routes, step, km: 0, tired, fresh, n }, cellToday);
}

/** Index of recent travel of the next morning, in steps. */
function rested(tired: number, kmCell: number): number {
  const next = (tired / tiredSteps + kmCell / kmSteps) / 2;
  return Math.min(tiredCells - 1, Math.round(next * tiredSteps));
}

/** Moves a cohort along its route from the kilometres of today that it has come. */
function travel(run: Run, cohort: OnRoad, cellToday: number): void {
  const { network, rules, today } = run;
  const { routes, route } = cohort;
  let step = cohort.step;
  let km = cohort.km;
  let come = (cellToday / kmSteps) * rules.kmPerDay;
  let fresh = cohort.fresh;
  for (;;) {
    const roadIndex = routes.road[step]!;
    const road = network.roads[roadIndex]!;
    const speed =
      fresh && rules.startOnFoot
        ? rules.walkKmPerDay
        : Number.isNaN(road.kmPerDay)
          ? rules.kmPerDay
          : road.kmPerDay;
    if (km + speed <= road.km) {
      const cell = Math.min(kmCells - 1, Math.round(((come + speed) / rules.kmPerDay) * kmSteps));
      const tired = rested(cohort.tired, cell);
      run.roads.push({ ...cohort, step, km: km + speed, tired, fresh, n: cohort.n });
      return;
    }
    const stop = routes.stop[step]!;
    if (!today.open[roadIndex]) {
      // The road was closed meanwhile: they stand again where it began.
      const back = road.from === stop ? road.to : road.from;
      settle(run, back, Math.min(kmCells - 1, kmSteps), cohort.tired, cohort.n);
      return;
    }
    come += road.km - km;
    km = 0;
    fresh = false;
    step += 1;
    if (step === routes.firstRoad[route + 1]!) {
      arrive(run, stop, come, cellToday + 1, cohort.tired, cohort.n);
      return;
    }
    if (come >= speed) {
      const cell = Math.min(kmCells - 1, Math.round((come / rules.kmPerDay) * kmSteps));
      run.roads.push({
        ...cohort,
        step,
        km: 0,
        tired: rested(cohort.tired, cell),
        fresh,
        n: cohort.n,
      });
      return;
    }
  }
}

/** Puts a cohort among those who reached a place today, later than the cell that they left. */
function arrive(
  run: Run,
  place: number,
  km: number,
  leastCell: number,
  tired: number,
  n: number,
): void {
  const come = Math.round((km / run.rules.kmPerDay) * kmSteps);
  const cell = Math.min(kmCells - 1, Math.max(leastCell, come));
  run.came[(cell * run.network.placeIds.length + place) * tiredCells + tired]! += n;
  run.waiting[cell] = 1;
  run.here[place]! += n;
}

function settle(run: Run, place: number, cell: number, tired: number, n: number): void {
  run.here[place]! += n;
  run.night[place * tiredCells + rested(tired, cell)]! += n;
}

/** A cohort that has reached a place: on the same day it may go on. */
function arriveCohort(run: Run, place: number, cell: number, tired: number, n: number): void {
  const { rules, today } = run;
  let p = cell < kmSteps ? leaveChance(run, place) : 0;
  const lately = (tired / tiredSteps + cell / kmSteps) / 2;
  if (p > 0 && rules.avoidShortStints && today.kind[place] === 'town' && lately < 0.5) p = 1;
  const slot = 32 + cell * tiredCells + tired;
  const key = run.network.placeKey[place]!;
  const leaving = howMany(run, n, p, key, decision.journeyLeave, slot);
  const gone = leaving > 0 ? choose(run, place, leaving, slot) : 0;
  if (gone > 0) {
    const from = run.routes.start[place]!;
    const m = run.routes.start[place + 1]! - from;
    run.here[place]! -= gone;
    for (let i = 0; i < m; i++) {
      if (run.parts[i]! > 0) begin(run, from + i, tired, false, run.parts[i]!, cell);
    }
  }
  const stay = n - gone;
  if (stay > 0) run.night[place * tiredCells + rested(tired, cell)]! += stay;
}
