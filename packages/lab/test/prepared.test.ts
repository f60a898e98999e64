import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import type { Overlay } from '@asylia/cases';
import { compileCase, overlayParameters } from '@asylia/cases';
import type { ParameterId, Plan, World } from '@asylia/engine';
import { parameters, planWorld, simulate } from '@asylia/engine';
import { describe, expect, test } from 'vitest';
import { inWords, isFullLength, times } from '../../engine/test/testLength.ts';
import type { CalibrationPlan, Prepared } from '../src/index.ts';
import { assumptionUniform, changedCase, drawFrom, overlayFor, prepare } from '../src/index.ts';
import { caseAt } from './shipped.ts';

const cases = fileURLToPath(new URL('../../../cases/', import.meta.url));
const json = (path: string) => JSON.parse(readFileSync(cases + path, 'utf8'));

const doubt = { start: 1, priorSdLog: 0.5, why: 'invented' };
const rows = (id: string, table: string, multiply: string, where: Record<string, string> = {}) => ({
  ...{ id, rows: { table, where, multiply }, low: 0.02, high: 20 },
  ...doubt,
});
/** Scales rows that the scenarios of the small cases change, some of them twice. */
const invented: CalibrationPlan = {
  title: 'invented',
  objective: 'none',
  doubt: {},
  targets: [
    rows('expulsion', 'violence', 'amount', { kind: 'expulsion' }),
    rows('all violence', 'violence', 'amount'),
    rows('ties', 'ties', 'weight'),
    rows('people', 'groups', 'persons'),
    rows('roads', 'routes', 'distance_km', { mode: 'road' }),
    { id: 'power', parameter: 'distancePower', low: 0.5, high: 5, ...doubt },
  ],
};
const shipped = {
  'kosovo-1999': {
    plan: json('kosovo-1999/calibration-plan.json') as CalibrationPlan,
    overlay: json('kosovo-1999/calibration.json').overlay as Overlay,
  },
  'two-valleys': { plan: invented, overlay: null },
  'hungary-1956': { plan: invented, overlay: null },
} as const;
const studies = Object.entries(shipped).flatMap(([name, calibration]) => {
  const source = caseAt(name);
  const first = prepare(source, calibration, null);
  const scenarios = readdirSync(`${cases}${name}/scenarios`).map(
    (file) => json(`${name}/scenarios/${file}`) as Overlay,
  );
  const list = scenarios.map((scenario) => ({
    name: `${name}, ${scenario.id}`,
    prepared: prepare(source, calibration, scenario, first),
  }));
  return [{ name, prepared: first }, ...list];
});
const baseline = studies.filter(({ prepared }) => prepared.scenario === null);

type Values = readonly number[] | null;
type Drawn = Partial<Record<ParameterId, number>>;

/** The plain road: every overlay applied, everything compiled and planned, nothing shared. */
function fromNothing({ source, calibration, scenario }: Prepared, values: Values, drawn: Drawn) {
  const fitted = values ? overlayFor(calibration!.plan, values) : calibration!.overlay;
  const overlays = [fitted, scenario].filter((overlay) => overlay !== null);
  const numbers = Object.assign({}, drawn, ...overlays.map(overlayParameters));
  // A copy: nothing is known of where its tables come from.
  return compileCase(structuredClone(changedCase(source, overlays)), numbers);
}

const like = new Map<Prepared, Plan>();

/** Fails unless world and plan are equal to the last bit to those made from nothing. */
function expectTheSame(prepared: Prepared, values: Values, drawn: Drawn): void {
  const { world } = drawFrom(prepared, values, drawn).compiled;
  const plain = fromNothing(prepared, values, drawn);
  const central = like.get(prepared) ?? planWorld(prepared.central.compiled.world);
  like.set(prepared, central);
  const plan = planWorld(world, central);
  expectEqual(world, plain);
  expectEqual({ ...plan, parts: null }, { ...planWorld(plain), parts: null });
}

function expectEqual(one: unknown, other: unknown): void {
  // Only where they differ: to print a whole world takes long.
  if (!isDeepStrictEqual(one, other)) expect(one).toEqual(other);
  expect(isDeepStrictEqual(one, other)).toBe(true);
}

const uniform = (world: number, name: string) => assumptionUniform(7, world, name);

function randomDraw({ calibration }: Prepared, n: number): { values: Values; drawn: Drawn } {
  const drawn: Drawn = {};
  for (const { id, low, high } of parameters) {
    if (uniform(n, `take ${id}`) < 0.5) drawn[id] = low + uniform(n, id) * (high - low);
  }
  const values = calibration!.plan.targets.map(
    ({ id, low, high }) => low + uniform(n, `value ${id}`) * (high - low),
  );
  // Half of the targets at 1, for tables and rows that one draw leaves alone and another does not.
  const some = values.map((value, i) => (uniform(n, `leave ${i}`) < 0.5 ? value : 1));
  return { values: [values, some, null][n % 3]!, drawn };
}

const draws = times(200);
/** All at full length, else some from the beginning to the end. */
const someOf = <T>(list: readonly T[]) => list.filter((_, i) => isFullLength || i % 5 === 0);

describe('a world that shares with another all that its draw does not touch', () => {
  test(`is the world made from nothing, over ${inWords(draws)} random draws in all cases and scenarios`, () => {
    for (let n = 0; n < draws; n++) {
      const { prepared } = studies[n % studies.length]!;
      const { values, drawn } = randomDraw(prepared, n);
      expectTheSame(prepared, values, drawn);
    }
  });

  test.each(baseline)(
    '$name: is it with each parameter at either end of its range',
    ({ prepared }) => {
      for (const { id, low, high } of someOf(parameters)) {
        expectTheSame(prepared, null, { [id]: low });
        expectTheSame(prepared, null, { [id]: high });
      }
    },
  );

  test.each(baseline)('$name: is it with each fitted number at either end', ({ prepared }) => {
    const { targets } = prepared.calibration!.plan;
    for (const target of someOf(targets)) {
      for (const end of [target.low, target.high]) {
        const values = targets.map((other) => (other === target ? end : other.start));
        expectTheSame(prepared, values, {});
      }
    }
  });

  test.each(studies)('$name: is what its scenario makes of the case', ({ prepared }) => {
    expectEqual(prepared.central.compiled.world, fromNothing(prepared, null, {}));
  });

  test('gives the same bytes however many worlds were simulated between, and leaves no trace', () => {
    const { prepared } = baseline.find(({ name }) => name === 'two-valleys')!;
    const { world: central } = prepared.central.compiled;
    const plan = planWorld(central);
    const before = structuredClone({ central, plan: { ...plan, parts: null } });
    const live = (world: World, madeLike: Plan | null, n: number) =>
      simulate(world, { seed: 1, world: n, mode: 'sampled', plan: planWorld(world, madeLike) })
        .series.values;
    const worldAt = (n: number) => {
      const { values, drawn } = randomDraw(prepared, n);
      return drawFrom(prepared, values, drawn).compiled.world;
    };
    const alone = [0, 1, 2].map((n) => live(structuredClone(worldAt(n)), null, n));
    for (const n of [0, 1, 0, 2, 1, 0, 2, 2]) expectEqual(live(worldAt(n), plan, n), alone[n]);
    expectEqual({ central, plan: { ...plan, parts: null } }, before);
  });

  test('shares what no draw touches, and nothing that it does', () => {
    const { prepared } = baseline.find(({ name }) => name === 'kosovo-1999')!;
    const { world: central } = prepared.central.compiled;
    const { targets } = prepared.calibration!.plan;
    const values = targets.map(({ low, high }) => Math.sqrt(low * high));
    const { world } = drawFrom(prepared, values, {}).compiled;
    expect(world.initial).toBe(central.initial);
    expect(world.hosting).toBe(central.hosting);
    expect(world.violence).not.toEqual(central.violence);
    const plan = planWorld(central);
    expect(planWorld(world, plan).hosting).toBe(plan.hosting);
    expect(planWorld(world, plan).activeSpells).toBe(plan.activeSpells);
    expect(planWorld(world, plan).destinationOptions).not.toEqual(plan.destinationOptions);
  });
});

describe('a draw that leaves the range of a column', () => {
  test('says the same as the overlay of its numbers', () => {
    const { prepared } = baseline.find(({ name }) => name === 'two-valleys')!;
    const values = invented.targets.map(({ id, start }) => (id === 'roads' ? 1e9 : start));
    const message = (run: () => unknown) => {
      try {
        run();
      } catch (error) {
        return (error as Error).message;
      }
      throw new Error('nothing was thrown');
    };
    const said = message(() => drawFrom(prepared, values, {}));
    expect(said).toBe(message(() => fromNothing(prepared, values, {})));
    expect(said).toMatch(/distance_km/);
  });
});
