import type { JourneyState, OnRoad } from './journeyState.ts';
import { kmSteps, rested, tiredCells } from './journeyState.ts';

/** A cohort sets out on a route of today, most often to arrive within the day. */
export function begin(
  run: JourneyState,
  route: number,
  tired: number,
  fresh: boolean,
  n: number,
  cellToday: number,
): void {
  const { routes, rules } = run;
  const km = routes.quickKm[route]!;
  if (km >= 0 && !(fresh && rules.startOnFoot)) {
    const cell = cellToday + Math.max(1, Math.round((km / rules.kmPerDay) * kmSteps));
    arrive(run, routes.goal[route]!, cell, tired, n);
    return;
  }
  const step = routes.firstRoad[route]!;
  travel(run, { route, routes, step, km: 0, tired, fresh, n }, cellToday);
}

/** Moves a cohort along its route from the kilometres of today that it has come. */
export function travel(run: JourneyState, cohort: OnRoad, cellToday: number): void {
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
      const cell = Math.round(((come + speed) / rules.kmPerDay) * kmSteps);
      const tired = rested(cohort.tired, cell);
      run.roads.push({ route, routes, step, km: km + speed, tired, fresh, n: cohort.n });
      return;
    }
    const stop = routes.stop[step]!;
    if (!today.open[roadIndex]) {
      // The road was closed meanwhile: they stand again where it began.
      const back = road.from === stop ? road.to : road.from;
      settle(run, back, kmSteps, cohort.tired, cohort.n);
      return;
    }
    come += road.km - km;
    km = 0;
    fresh = false;
    step += 1;
    if (step === routes.firstRoad[route + 1]!) {
      const cell = Math.max(cellToday + 1, Math.round((come / rules.kmPerDay) * kmSteps));
      arrive(run, stop, cell, cohort.tired, cohort.n);
      return;
    }
    if (come >= speed) {
      const cell = Math.round((come / rules.kmPerDay) * kmSteps);
      const tired = rested(cohort.tired, cell);
      run.roads.push({ route, routes, step, km: 0, tired, fresh, n: cohort.n });
      return;
    }
  }
}

/** Puts a cohort among those who reached a place today: to decide again while range is left. */
function arrive(run: JourneyState, place: number, cell: number, tired: number, n: number): void {
  if (cell >= kmSteps) {
    settle(run, place, cell, tired, n);
    return;
  }
  const at = cell * run.network.placeIds.length + place;
  run.came[at * tiredCells + tired]! += n;
  run.waiting[at] = 1;
  run.here[place]! += n;
}

/** A cohort stays at a place for the night. */
function settle(run: JourneyState, place: number, cell: number, tired: number, n: number): void {
  run.here[place]! += n;
  run.night[place * tiredCells + rested(tired, cell)]! += n;
}
