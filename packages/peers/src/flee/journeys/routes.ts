import type { JourneyDay, JourneyNetwork } from '@asylia/destinations';
import { pow } from '@asylia/engine';
import type { JourneyRules } from './rules.ts';

/**
 * The routes that people at each place know of on a day. Routes of place p are start[p] up to
 * start[p + 1]; a route goes over roads firstRoad[r] up to firstRoad[r + 1] of `road`.
 */
export interface Routes {
  readonly start: Int32Array;
  /** [route] */
  readonly goal: Int32Array;
  /** [route] attraction of the goal before its room counts, to the power of the rules */
  readonly weight: Float64Array;
  readonly firstRoad: Int32Array;
  /** [step] road index; [step] place reached by it */
  readonly road: Int32Array;
  readonly stop: Int32Array;
  /** [route] km when it is one road that vehicles pass within a day, else -1 */
  readonly quickKm: Float64Array;
}

/** Every path over open roads without a repeated place, as deep as the rules say. Pure. */
export function findRoutes(network: JourneyNetwork, rules: JourneyRules, day: JourneyDay): Routes {
  const places = network.placeIds.length;
  const next: { road: number; to: number; km: number }[][] = network.placeIds.map(() => []);
  network.roads.forEach(({ from, to, km }, road) => {
    if (!day.open[road]) return;
    next[from]!.push({ road, to, km });
    next[to]!.push({ road, to: from, km });
  });
  const start = new Int32Array(places + 1);
  const goal: number[] = [];
  const weight: number[] = [];
  const firstRoad: number[] = [0];
  const roads: number[] = [];
  const stops: number[] = [];
  const pathRoads: number[] = [];
  const pathStops: number[] = [];
  const walk = (place: number, origin: number, depth: number, km: number): void => {
    for (const step of next[place]!) {
      if (step.to === origin || pathStops.includes(step.to)) continue;
      pathRoads.push(step.road);
      pathStops.push(step.to);
      const marker = day.kind[step.to] === 'marker';
      const far = km + step.km;
      if (!marker) {
        goal.push(step.to);
        weight.push(weightOf(network, rules, day, step.to, far));
        for (const road of pathRoads) roads.push(road);
        for (const stop of pathStops) stops.push(stop);
        firstRoad.push(roads.length);
      }
      if (marker || depth > 1) walk(step.to, origin, marker ? depth : depth - 1, far);
      pathRoads.pop();
      pathStops.pop();
    }
  };
  for (let place = 0; place < places; place++) {
    walk(place, place, Math.max(1, rules.awareness), 0);
    start[place + 1] = goal.length;
  }
  return {
    start,
    goal: Int32Array.from(goal),
    weight: Float64Array.from(weight),
    firstRoad: Int32Array.from(firstRoad),
    road: Int32Array.from(roads),
    stop: Int32Array.from(stops),
    quickKm: Float64Array.from(goal, (_, route) => {
      const step = firstRoad[route]!;
      const { km, kmPerDay } = network.roads[roads[step]!]!;
      const speed = Number.isNaN(kmPerDay) ? rules.kmPerDay : kmPerDay;
      return step + 1 === firstRoad[route + 1] && speed > km ? km : -1;
    }),
  };
}

function weightOf(
  network: JourneyNetwork,
  rules: JourneyRules,
  day: JourneyDay,
  place: number,
  km: number,
): number {
  let score = network.placeCountry[place] === 0 ? 1 : rules.foreignWeight;
  if (day.kind[place] === 'camp' || day.kind[place] === 'innerCamp') score *= rules.campWeight;
  const intensity = day.intensity[place]!;
  if (intensity > 0) score *= pow(rules.conflictWeight, intensity);
  const pull = (rules.weightSoftening + score) / pow(rules.softeningKm + km, rules.distancePower);
  return rules.weightPower === 1 ? pull : pow(pull, rules.weightPower);
}

/** How much room a place has: 1 below the buffer, 0 when full, linear between. */
export function roomOf(rules: JourneyRules, capacity: number, people: number): number {
  const scaled = capacity * rules.capacityScale;
  const buffer = rules.capacityBuffer * scaled;
  if (scaled < 1 || people <= buffer) return 1;
  if (people >= scaled) return 0;
  return 1 - (people - buffer) / (scaled - buffer);
}
