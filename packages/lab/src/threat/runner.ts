import type { Overlay } from '@asylia/cases';
import { compileSocietyContext, overlayParameters } from '@asylia/cases';
import type { World } from '@asylia/engine';
import { withParameters } from '@asylia/engine';
import type {
  ConsequenceLevels,
  Factor,
  FactorLevels,
  Inputs,
  Measure,
  Movement,
  Remedy,
  SocietyContext,
} from '@asylia/security';
import {
  allOn,
  closeAdmission,
  computeConsequences,
  factorsOfConsequences,
  levelsOf,
  measureAll,
  measuresOf,
  noRelocation,
  onceByNumbers,
  remedyLevels,
} from '@asylia/security';
import { centralWorld, drawnWorld } from '../ensemble.ts';
import { unfittedCase } from '../prepared.ts';
import { centralPlan, preparedStudy, studyOfHistory, studyUnder } from '../preparedStudy.ts';
import type { StudyInput } from '../studyInput.ts';
import type { Baseline, Chance, Movements } from './movements.ts';
import { baseline, movementUnder, startMovements } from './movements.ts';
import type { Draw, TheoryInput, TheoryValues } from './setting.ts';
import { valuesOf } from './setting.ts';

/** A source of threat that a case declares: its absence is a change of the data of the case. */
export interface CaseFactor extends Factor {
  readonly overlay: Overlay;
}

/** A compiled world under a theory, with all runs simulated on it so far: where coalitions are tried. */
export interface CoalitionRunner {
  readonly inputs: Inputs;
  readonly movements: Movements;
  readonly history: Baseline;
  readonly outcomes: readonly Measure[];
  /** [movement] [outcome] what the measures say of it with some levels */
  readonly measured: Map<Movement, (levels: ConsequenceLevels) => Float64Array>;
}

/** What a coalition runner is built from, beside the theory. */
export interface RunnerSetting {
  readonly study: StudyInput;
  /** Number of the draw of fitted and uncertain parameters, or null for the fitted values. */
  readonly world: number | null;
  /** Number of the world whose chance is used. */
  readonly chanceWorld: number;
  readonly mode: Chance['mode'];
  /** Draw of the numbers of the study and of the theory, or null for their values. */
  readonly draw: Draw;
}

/** The worlds of one replicate, compiled once for all theories and coalitions of case factors. */
export interface Worlds {
  readonly setting: RunnerSetting;
  /** [case factors that are off, joined] */
  readonly compiled: Map<string, World>;
  /** [case factors that are off, theory's parameters] movements shared between theories */
  readonly movements: Map<string, Movements>;
  /** [theory's parameters] */
  readonly history: Map<string, Baseline>;
}

export function startWorlds(setting: RunnerSetting): Worlds {
  return { setting, compiled: new Map(), movements: new Map(), history: new Map() };
}

/**
 * The coalition runner of a theory with some case factors off. Theories of the same parameters
 * share their runs wherever their assumptions move people alike. The history (yardstick of attacks
 * and moral hazard) is that of the fitted values with everything present and no scenario.
 * @param off case factors that are off from the start
 */
export function coalitionRunner(
  worlds: Worlds,
  theory: TheoryInput,
  off: readonly CaseFactor[],
): CoalitionRunner {
  const values = valuesOf(theory, worlds.setting.draw);
  const { assumptions } = values;
  const movements = movementsOf(worlds, values, off);
  const history = cached(worlds.history, nameOfParameters(values), () =>
    baseline(movementsOfHistory(worlds, values), assumptions),
  );
  const { world, societyContext } = movements;
  return {
    inputs: { world, societyContext, assumptions, baselineReception: history.reception },
    movements,
    history,
    outcomes: measuresOf(societyContext),
    measured: new Map(),
  };
}

/** The society context of a study with everything present, before a theory says anything. */
export function societyContextOf(worlds: Worlds): SocietyContext {
  const prepared = preparedStudy(worlds.setting.study);
  return compileSocietyContext(unfittedCase(prepared), compiledWorld(worlds, []));
}

/** Name of what theories share runs by, at the values of a theory: those of one name may share some. */
export function movementOfTheory(theory: TheoryInput): string {
  return nameOfParameters(valuesOf(theory, null));
}

/** What a theory holds about the parameters of the run; its assumptions are in names of movements. */
function nameOfParameters({ parameters }: TheoryValues): string {
  return JSON.stringify(parameters);
}

function movementsOf(worlds: Worlds, values: TheoryValues, off: readonly CaseFactor[]): Movements {
  const { study, chanceWorld, mode } = worlds.setting;
  return cached(worlds.movements, `${namesOf(off)}|${nameOfParameters(values)}`, () => {
    const prepared = preparedStudy(without(study, off));
    const compiled = compiledWorld(worlds, off);
    // What a factor's absence says of a number holds whatever the theory says of it.
    const absences = off.map(({ overlay }) => overlayParameters(overlay));
    const world = withParameters(
      compiled,
      Object.assign({}, compiled.parameters, values.parameters, ...absences),
    );
    const societyContext = compileSocietyContext(unfittedCase(prepared), world);
    const chance = { seed: study.seed, world: chanceWorld, mode };
    return startMovements(world, societyContext, chance, centralPlan(prepared));
  });
}

/** Where the worlds are those of the expected run without a scenario, the history is one of them. */
function movementsOfHistory(worlds: Worlds, values: TheoryValues): Movements {
  const { study, mode } = worlds.setting;
  // A scenario is no history: what it changes shows against what was.
  const history = preparedStudy(studyOfHistory(study));
  const { world: central } = history.central.compiled;
  if (mode === 'expected' && compiledWorld(worlds, []) === central) {
    return movementsOf(worlds, values, []);
  }
  const world = withParameters(central, { ...central.parameters, ...values.parameters });
  const societyContext = compileSocietyContext(unfittedCase(history), world);
  const chance = { seed: study.seed, world: 0, mode: 'expected' } as const;
  return startMovements(world, societyContext, chance, centralPlan(history));
}

const namesOf = (off: readonly CaseFactor[]) => off.map((factor) => factor.id).join(' ');

/** The study of the case without some of the factors that it declares. */
function without(study: StudyInput, off: readonly CaseFactor[]): StudyInput {
  return off.reduce((rest, factor) => studyUnder(rest, factor.overlay), study);
}

function compiledWorld(worlds: Worlds, off: readonly CaseFactor[]): World {
  const { study, world, draw } = worlds.setting;
  return cached(worlds.compiled, namesOf(off), () => {
    const input = without(study, off);
    return world === null ? centralWorld(input) : drawnWorld(input, world, draw ?? undefined);
  });
}

function cached<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}

/**
 * [outcome] what the measures say under some levels. Coalitions that move people alike and switch
 * the same are measured once: the list is cached, and not to be written into.
 *
 * @param name another name for a movement that no level describes
 * @param change a change of the world beside the levels
 */
export function valueUnder(
  runner: CoalitionRunner,
  levels: FactorLevels,
  name = '',
  change?: (world: World) => World,
): Float64Array {
  const movement = movementUnder(runner.movements, runner.inputs, levels, name, change);
  return cached(runner.measured, movement, () => measuring(runner, movement))(levels);
}

function measuring(
  runner: CoalitionRunner,
  movement: Movement,
): (levels: ConsequenceLevels) => Float64Array {
  const { societyContext, assumptions } = runner.inputs;
  const following = cached(runner.movements.following, movement, () =>
    computeConsequences(societyContext, movement, runner.history.reference),
  );
  const consequences = following(assumptions);
  return onceByNumbers(factorsOfConsequences, (levels) =>
    measureAll(runner.outcomes, {
      societyContext,
      movement,
      consequences: consequences(levels),
      assumptions,
      levels,
    }),
  );
}

/** Which factors of a list are case factors. */
export function isCaseFactor(factor: Factor): factor is CaseFactor {
  return 'overlay' in factor;
}

/**
 * What the measures say when exactly the factors of a mask are on (bit i = factor i), as a function
 * of the mask that gives [outcome].
 *
 * @param alternative factors whose absence is imagined in their other way
 */
export function coalitionsOf(
  worlds: Worlds,
  theory: TheoryInput,
  factors: readonly Factor[],
  alternative: ReadonlySet<string> = new Set(),
): (mask: number) => Float64Array {
  return coalitionsOn(benchesOf(worlds, theory), factors, alternative);
}

/**
 * The same on runners that are shared with something else.
 * @param factors bit i of a mask is factor i, on where it is set
 * @returns of a mask: [outcome] in the unit of each
 */
export function coalitionsOn(
  runnerWithout: (off: readonly CaseFactor[]) => CoalitionRunner,
  factors: readonly Factor[],
  alternative: ReadonlySet<string>,
): (mask: number) => Float64Array {
  return (mask) => {
    const off = factors.filter((_, i) => !(mask & (1 << i))).filter(isCaseFactor);
    return valueUnder(runnerWithout(off), levelsOf(factors, mask, alternative));
  };
}

/** The runners of a theory by the case factors that are off, each made once. */
export function benchesOf(
  worlds: Worlds,
  theory: TheoryInput,
): (off: readonly CaseFactor[]) => CoalitionRunner {
  const benches = new Map<string, CoalitionRunner>();
  return (off) => cached(benches, namesOf(off), () => coalitionRunner(worlds, theory, off));
}

/**
 * [coalition x outcome], outcome fastest: every coalition of some factors. See `coalitionsOf`.
 * @param factors bit i of a coalition is factor i, on where it is set: 2^factors rows
 * @param alternative ids of the factors whose absence is imagined in their other way
 */
export function coalitionTable(
  worlds: Worlds,
  theory: TheoryInput,
  factors: readonly Factor[],
  alternative: ReadonlySet<string> = new Set(),
): Float64Array {
  const value = coalitionsOf(worlds, theory, factors, alternative);
  const coalitions = 1 << factors.length;
  const { length } = value(0);
  const table = new Float64Array(coalitions * length);
  for (let mask = 0; mask < coalitions; mask++) table.set(value(mask), mask * length);
  return table;
}

/**
 * [outcome] what the measures say under a remedy, every source of threat being present else.
 * @returns values in the unit of each measure
 */
export function valueWithRemedy(runner: CoalitionRunner, remedy: Remedy): Float64Array {
  const kept = remedy.heldAtFrontier;
  const sealed = remedy.sealed;
  const change = (world: World) => {
    const closed = sealed ? closeAdmission(world) : world;
    return kept ? noRelocation(closed) : closed;
  };
  const name = `${sealed ? 'sealed' : ''}${kept ? 'kept' : ''}`;
  return valueUnder(runner, remedyLevels(remedy), name, change);
}

/** [outcome] at baseline. */
export function baselineValue(runner: CoalitionRunner): Float64Array {
  return valueUnder(runner, allOn);
}
