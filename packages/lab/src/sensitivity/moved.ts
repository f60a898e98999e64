import type { Case } from '@asylia/cases';
import { compileStakes } from '@asylia/cases';
import type { Plan, Series, World } from '@asylia/engine';
import { parameters, planWorld, simulate, withParameters } from '@asylia/engine';
import type { Inputs, Measure, Movement } from '@asylia/security';
import {
  allOn,
  applyLevels,
  assumptions,
  followFrom,
  measureAll,
  measuresOf,
  observersOfMovement,
  summarise,
} from '@asylia/security';
import { centralWorld } from '../ensemble.ts';
import type { RunFigure } from '../figures/figuresOf.ts';
import { figuresOfRun, measureFigures } from '../figures/figuresOf.ts';
import { readFigure } from '../figures/read.ts';
import { changedCase, drawFrom } from '../prepared.ts';
import { centralPlan, preparedStudy } from '../preparedStudy.ts';
import type { StudyInput } from '../studyInput.ts';
import type { Bench } from '../threat/bench.ts';
import { benchOf, startWorlds } from '../threat/bench.ts';
import { withNumber } from '../threat/ledger.ts';
import type { TheoryInput } from '../threat/setting.ts';
import { valuesOf } from '../threat/setting.ts';
import type { SensitivityAssumption, SensitivityInput } from './assumptions.ts';
import { assumptionsOf, targetName } from './assumptions.ts';

/** What all tasks of one input share: made once, then every task lives only what it moves. */
export interface Prepared {
  readonly input: SensitivityInput;
  /** The case with the scenario. */
  readonly source: Case;
  /** World of the fitted values with the scenario, before the theory. */
  readonly central: World;
  readonly assumptions: readonly SensitivityAssumption[];
  readonly figures: readonly RunFigure[];
  /** Headline measures under the theory; none without one. */
  readonly measures: ReturnType<typeof measureFigures>;
  readonly outcomes: readonly Measure[];
  readonly bench: Bench | null;
  /** Plan of the central world under the theory. */
  readonly plan: Plan;
  /** [strength of moral hazard] movements of the central world under the theory */
  readonly lived: Map<number, Lived>;
}

/** One expected run. */
interface Lived {
  readonly series: Series;
  /** Null without a theory. */
  readonly movement: Movement | null;
}

/**
 * Kept by input: a worker that lives many tasks of one prepares it once. Nothing but time depends
 * on it.
 */
const known = new WeakMap<SensitivityInput, Prepared>();

export function prepared(input: SensitivityInput): Prepared {
  const before = known.get(input);
  if (before) return before;
  const { study, theory } = input;
  const central = centralWorld(study);
  const source = changedCase(study.case, study.scenario ? [study.scenario] : []);
  const bench = theory ? benchFor(input, theory) : null;
  const outcomes = bench ? measuresOf(bench.inputs.stakes) : [];
  const made: Prepared = {
    input,
    source,
    central,
    assumptions: assumptionsOf(input, central),
    figures: figuresOfRun(study.case, central),
    measures: bench ? measureFigures(outcomes) : [],
    outcomes,
    bench,
    plan: bench?.movements.plan ?? centralPlan(preparedStudy(study)),
    lived: new Map(),
  };
  known.set(input, made);
  return made;
}

/** [figure] in the expected run with every number at its value. */
export function centralFigures(base: Prepared): number[] {
  if (!base.bench) return read(base, liveShared(base, null), null);
  return underAssumptions(base, base.bench.inputs);
}

/** [figure] with one assumption at another value, the others as they are. Expected run. */
export function figuresAt(base: Prepared, moved: SensitivityAssumption, value: number): number[] {
  if (moved.kind === 'theory') return underTheory(base, moved, value);
  const world = movedWorld(base.input, moved, value);
  const plan = planWorld(world, base.plan);
  if (!base.bench) return read(base, live(world, plan, false), null);
  const inputs: Inputs = {
    ...base.bench.inputs,
    world,
    stakes: compileStakes(base.source, world),
  };
  return measured(base, base.bench, inputs, live(applyLevels(inputs, allOn).world, plan, true));
}

/** Assumptions about consequences move nobody: their movement is the central one. */
function underTheory(base: Prepared, moved: SensitivityAssumption, value: number): number[] {
  const theory = base.input.theory as TheoryInput;
  const declaration = [...assumptions, ...parameters].find((one) => one.id === moved.id)!;
  const id = declaration.id as Parameters<typeof withNumber>[1]['id'];
  const other = withNumber(theory, { id, declaration }, value);
  if (parameters.some((one) => one.id === moved.id)) {
    const bench = benchFor(base.input, other);
    const world = applyLevels(bench.inputs, allOn).world;
    return measured(base, bench, bench.inputs, live(world, bench.movements.plan, true));
  }
  const values = valuesOf(other, null).assumptions;
  return underAssumptions(base, { ...(base.bench as Bench).inputs, assumptions: values });
}

function underAssumptions(base: Prepared, inputs: Inputs): number[] {
  return measured(base, base.bench as Bench, inputs, liveShared(base, inputs));
}

/** The movement of the central world; only moral hazard changes it while all sources are present. */
function liveShared(base: Prepared, inputs: Inputs | null): Lived {
  const world = inputs ? applyLevels(inputs, allOn).world : base.central;
  const key = world.moralHazard?.strength ?? 0;
  const before = base.lived.get(key);
  if (before) return before;
  const made = live(world, base.plan, inputs !== null);
  base.lived.set(key, made);
  return made;
}

function live(world: World, plan: Plan, isMeasured: boolean): Lived {
  const options = { seed: 0, world: 0, mode: 'expected', plan } as const;
  if (!isMeasured) return { series: simulate(world, options).series, movement: null };
  const lived = simulate(world, { ...options, observers: observersOfMovement });
  return { series: lived.series, movement: summarise(world, plan, lived) };
}

/** [figure] of a run, with what follows from it under the assumptions of its inputs. */
function measured(base: Prepared, bench: Bench, inputs: Inputs, lived: Lived): number[] {
  const movement = lived.movement as Movement;
  const { reference } = bench.history;
  const { stakes, assumptions: values } = inputs;
  const follows = followFrom(stakes, movement, reference)(values)(allOn);
  const facts = { stakes, movement, follows, assumptions: values, levels: allOn };
  return read(base, lived, measureAll(base.outcomes, facts));
}

function read(base: Prepared, { series }: Lived, measures: Float64Array | null): number[] {
  return [
    ...base.figures.map((figure) => readFigure(figure, series)),
    ...base.measures.map(({ index }) => measures?.[index] ?? Number.NaN),
  ];
}

function benchFor({ study }: SensitivityInput, theory: TheoryInput): Bench {
  const setting = { study, world: null, chanceWorld: 0, mode: 'expected', draw: null } as const;
  return benchOf(startWorlds(setting), theory, []);
}

/** The central world with one number of the engine or of the calibration at another value. */
export function movedWorld(
  { study, theory }: SensitivityInput,
  { kind, id }: Pick<SensitivityAssumption, 'kind' | 'id'>,
  value: number,
): World {
  const { calibration } = study;
  const base = preparedStudy(study);
  const { world } = (
    kind === 'fitted' && calibration
      ? drawFrom(base, fittedWith(calibration, id, value), {})
      : drawFrom(base, null, { [id]: value })
  ).compiled;
  const held = theory ? valuesOf(theory, null).parameters : {};
  return withParameters(world, { ...world.parameters, ...held });
}

/** [target] the fitted values with one of them at another. */
function fittedWith(
  { plan, result }: NonNullable<StudyInput['calibration']>,
  id: string,
  value: number,
): number[] {
  return plan.targets.map((target, i) =>
    targetName(target) === id ? value : result.fitted[i]!.value,
  );
}
