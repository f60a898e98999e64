import { exp } from './arithmetic/index.ts';
import { binomialQuantile, type makeKeys, uniform } from './chance/index.ts';
import type { Hazards } from './hazards.ts';
import type { Plan } from './plan.ts';
import type { Recorded } from './recorded.ts';
import type { State } from './state.ts';
import type { World } from './world.ts';
import type { WorldEffects } from './worldEffects.ts';

/** `sampled`: whole people. `expected`: every draw is replaced by its mean, real numbers. */
export type Mode = 'sampled' | 'expected';

/** Random streams of one world. */
export type Keys = ReturnType<typeof makeKeys>;

/** One world under way. */
export interface Run {
  readonly world: World;
  readonly plan: Plan;
  readonly state: State;
  readonly scratch: ReturnType<typeof createScratch>;
  readonly hazards: Hazards;
  readonly keys: Keys;
  readonly mode: Mode;
  /** [recorded series x day], day fastest */
  readonly values: Float64Array;
  readonly recorded: Recorded;
  readonly worldEffects: WorldEffects;
  /** [option] share of those of a place and group who choose it, under the closures of the day */
  readonly optionShare: Float64Array;
  /** [option] chance of the option among itself and those behind it, see successiveChances */
  readonly optionChance: Float64Array;
  /** [place x group] sum of the weights behind these shares; 0 = nowhere to go */
  readonly pull: Float64Array;
  /** The rules for which optionShare was made. */
  sharesFor: object | null;
}

/** Worthless between days: every row that reads a part has written it on the same day. */
export function createScratch(world: World, plan: Plan) {
  const places = world.placeIds.length;
  const groups = world.groupIds.length;
  const unknown = roomUnknown(world);
  const longest =
    Math.max(places * 4, world.entryRoutes.length, plan.travelCohorts.length, 8) * groups;
  return {
    /** [place x group] people who set out abroad today, and those of them who were expelled */
    leaving: new Float64Array(places * groups),
    expelled: new Float64Array(places * groups),
    /** who left home today, who set out abroad by force, who was turned back at a frontier */
    leftHome: 0,
    expelledAbroad: 0,
    turnedBack: 0,
    /** [option] people who took it today */
    taken: new Float64Array(plan.destinationOptions.weight.length),
    /** [entry route x group] people who came through today */
    arrived: new Float64Array(world.entryRoutes.length * groups),
    /** [cohort x group] people who set out today, by entry route and length of the way */
    travelCohort: new Float64Array(plan.travelCohorts.length * groups),
    /** [country] day on which the room there was last measured */
    roomMeasured: new Int32Array(world.countryIds.length).fill(-1),
    /** [country] 1 where no centre or camp has room left today */
    full: new Uint8Array(world.countryIds.length),
    /** [line of shelter x place] places still free, persons */
    room: unknown.slice(),
    /** [line of shelter x place] the same where no figure is known: unlimited in families in towns */
    roomUnknown: unknown,
    /** [place of a country x 4] people there by shelter, see countRows */
    standing: new Float64Array(4 * places),
    /** [place] shortfall of supplies, 0 to 1 */
    shortfall: new Float64Array(places),
    /** [group] people away from home who died today, still to be taken off `away` */
    awayLoss: new Float64Array(groups),
    /** working space for splits, long enough for any list of places, candidates or count indexes */
    allocation: new Float64Array(longest),
    shares: new Float64Array(longest),
    weights: new Float64Array(longest),
    countIndexes: new Int32Array(longest),
  };
}

/** Room where no figure is known: without limit in families in towns; else those who leave make none. */
function roomUnknown({ placeKind }: World): Float64Array {
  const places = placeKind.length;
  const room = new Float64Array(3 * places).fill(Number.NEGATIVE_INFINITY);
  for (let place = 0; place < places; place++) {
    if (placeKind[place] === 'town') room[place] = Number.POSITIVE_INFINITY;
  }
  return room;
}

/** Probability of an event within a day under a constant hazard. */
export function probability(hazardPerDay: number): number {
  return 1 - exp(-hazardPerDay);
}

/**
 * How many of n people do a thing with probability p: a keyed draw in `sampled` mode, n p in
 * `expected` mode.
 */
export function drawCount(
  run: Run,
  n: number,
  p: number,
  place: number,
  group: number,
  decision: number,
  slot = 0,
): number {
  return drawCountKeyed(run, n, p, run.world.placeKey[place]!, group, decision, slot);
}

/** The same for a decision that has a key of its own. */
export function drawCountKeyed(
  run: Run,
  n: number,
  p: number,
  key: number,
  group: number,
  decision: number,
  slot: number,
): number {
  if (n <= 0 || p <= 0) return 0;
  if (p >= 1) return n;
  if (run.mode === 'expected') return n * p;
  return binomialQuantile(uniform(run.keys, run.state.day, key, group, decision, slot), n, p);
}
