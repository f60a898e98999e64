import type { Case } from '@asylia/cases';
import { compileSocietyContext } from '@asylia/cases';
import type { Plan, Series, World } from '@asylia/engine';
import { parameters, planWorld, simulate, withParameters } from '@asylia/engine';
import type { Inputs, Measure, Movement } from '@asylia/security';
import {
  allOn,
  applyLevels,
  assumptions,
  computeConsequences,
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
import { withNumber } from '../threat/ledger.ts';
import type { CoalitionRunner } from '../threat/runner.ts';
import { coalitionRunner, startWorlds } from '../threat/runner.ts';
import type { TheoryInput } from '../threat/setting.ts';
import { valuesOf } from '../threat/setting.ts';
import type { SensitivityAssumption, SensitivityInput } from './assumptions.ts';
import { assumptionsOf, targetName } from './assumptions.ts';

/** What all tasks of one input share: made once, then every task simulates only what it varies. */
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
  readonly runner: CoalitionRunner | null;
  /** Plan of the central world under the theory. */
  readonly plan: Plan;
  /** [strength of moral hazard] movements of the central world under the theory */
  readonly simulated: Map<number, SimulatedRun>;
}

/** One expected run. */
interface SimulatedRun {
  readonly series: Series;
  /** Null without a theory. */
  readonly movement: Movement | null;
}

/**
 * Cached by input: a worker that computes many tasks of one prepares it once. Nothing but time
 * depends on it.
 */
const known = new WeakMap<SensitivityInput, Prepared>();

export function prepared(input: SensitivityInput): Prepared {
  const before = known.get(input);
  if (before) return before;
  const { study, theory } = input;
  const central = centralWorld(study);
  const source = changedCase(study.case, study.scenario ? [study.scenario] : []);
  const runner = theory ? runnerFor(input, theory) : null;
  const outcomes = runner ? measuresOf(runner.inputs.societyContext) : [];
  const made: Prepared = {
    input,
    source,
    central,
    assumptions: assumptionsOf(input, central),
    figures: figuresOfRun(study.case, central),
    measures: runner ? measureFigures(outcomes) : [],
    outcomes,
    runner,
    plan: runner?.movements.plan ?? centralPlan(preparedStudy(study)),
    simulated: new Map(),
  };
  known.set(input, made);
  return made;
}

/** [figure] in the expected run with every number at its value. */
export function centralFigures(base: Prepared): number[] {
  if (!base.runner) return read(base, runShared(base, null), null);
  return underAssumptions(base, base.runner.inputs);
}

/** [figure] with one assumption at another value, the others as they are. Expected run. */
export function figuresAt(base: Prepared, varied: SensitivityAssumption, value: number): number[] {
  if (varied.kind === 'theory') return underTheory(base, varied, value);
  const world = variedWorld(base.input, varied, value);
  const plan = planWorld(world, base.plan);
  if (!base.runner) return read(base, live(world, plan, false), null);
  const inputs: Inputs = {
    ...base.runner.inputs,
    world,
    societyContext: compileSocietyContext(base.source, world),
  };
  return measured(base, base.runner, inputs, live(applyLevels(inputs, allOn).world, plan, true));
}

/** Assumptions about consequences move nobody: their movement is the central one. */
function underTheory(base: Prepared, varied: SensitivityAssumption, value: number): number[] {
  const theory = base.input.theory as TheoryInput;
  const declaration = [...assumptions, ...parameters].find((one) => one.id === varied.id)!;
  const id = declaration.id as Parameters<typeof withNumber>[1]['id'];
  const other = withNumber(theory, { id, declaration }, value);
  if (parameters.some((one) => one.id === varied.id)) {
    const runner = runnerFor(base.input, other);
    const world = applyLevels(runner.inputs, allOn).world;
    return measured(base, runner, runner.inputs, live(world, runner.movements.plan, true));
  }
  const values = valuesOf(other, null).assumptions;
  return underAssumptions(base, {
    ...(base.runner as CoalitionRunner).inputs,
    assumptions: values,
  });
}

function underAssumptions(base: Prepared, inputs: Inputs): number[] {
  return measured(base, base.runner as CoalitionRunner, inputs, runShared(base, inputs));
}

/** The movement of the central world; only moral hazard changes it while all sources are present. */
function runShared(base: Prepared, inputs: Inputs | null): SimulatedRun {
  const world = inputs ? applyLevels(inputs, allOn).world : base.central;
  const key = world.moralHazard?.strength ?? 0;
  const before = base.simulated.get(key);
  if (before) return before;
  const made = live(world, base.plan, inputs !== null);
  base.simulated.set(key, made);
  return made;
}

function live(world: World, plan: Plan, isMeasured: boolean): SimulatedRun {
  const options = { seed: 0, world: 0, mode: 'expected', plan } as const;
  if (!isMeasured) return { series: simulate(world, options).series, movement: null };
  const simulated = simulate(world, { ...options, observers: observersOfMovement });
  return { series: simulated.series, movement: summarise(world, plan, simulated) };
}

/** [figure] of a run, with what follows from it under the assumptions of its inputs. */
function measured(
  base: Prepared,
  runner: CoalitionRunner,
  inputs: Inputs,
  simulated: SimulatedRun,
): number[] {
  const movement = simulated.movement as Movement;
  const { reference } = runner.history;
  const { societyContext, assumptions: values } = inputs;
  const consequences = computeConsequences(societyContext, movement, reference)(values)(allOn);
  const facts = { societyContext, movement, consequences, assumptions: values, levels: allOn };
  return read(base, simulated, measureAll(base.outcomes, facts));
}

function read(base: Prepared, { series }: SimulatedRun, measures: Float64Array | null): number[] {
  return [
    ...base.figures.map((figure) => readFigure(figure, series)),
    ...base.measures.map(({ index }) => measures?.[index] ?? Number.NaN),
  ];
}

function runnerFor({ study }: SensitivityInput, theory: TheoryInput): CoalitionRunner {
  const setting = { study, world: null, chanceWorld: 0, mode: 'expected', draw: null } as const;
  return coalitionRunner(startWorlds(setting), theory, []);
}

/** The central world with one number of the engine or of the calibration at another value. */
export function variedWorld(
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
