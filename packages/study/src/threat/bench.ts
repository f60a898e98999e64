import type { Overlay } from '@asylia/cases';
import { compileStakes, overlayParameters } from '@asylia/cases';
import type { World } from '@asylia/engine';
import { withParameters } from '@asylia/engine';
import type { Factor, Inputs, Kept, Levels, Movement, Outcome, Remedy } from '@asylia/security';
import {
  allOn,
  keepAtFrontier,
  levelsOf,
  levers,
  measureAll,
  outcomesOf,
  remedyLevels,
  seal,
} from '@asylia/security';
import type { StudyInput } from '../ensemble.ts';
import { centralWorld, drawnWorld } from '../ensemble.ts';
import { unfittedCase } from '../prepared.ts';
import { centralPlan, preparedStudy, studyOfHistory, studyUnder } from '../preparedStudy.ts';
import type { AsItWas, Chance, Movements } from './movements.ts';
import { asItWas, consequencesUnder, movementUnder, startMovements } from './movements.ts';
import type { Draw, TheoryInput } from './setting.ts';
import { valuesOf } from './setting.ts';

/** A source of threat that a case declares: its absence is a change of the data of the case. */
export interface CaseFactor extends Factor {
  readonly overlay: Overlay;
}

/** A compiled world under a theory, with all runs lived on it so far: where coalitions are tried. */
export interface Bench {
  readonly inputs: Inputs;
  readonly movements: Movements;
  readonly history: AsItWas;
  readonly outcomes: readonly Outcome[];
  /** [movement] parts of what follows from it, under the assumptions of the bench */
  readonly kept: Map<Movement, Kept>;
}

/** What a bench is built from, beside the theory. */
export interface BenchSetting {
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
  readonly setting: BenchSetting;
  /** [case factors that are off, joined] */
  readonly compiled: Map<string, World>;
  /** [case factors that are off, theory's parameters] movements shared between theories */
  readonly movements: Map<string, Movements>;
  readonly history: Map<string, AsItWas>;
}

export function startWorlds(setting: BenchSetting): Worlds {
  return { setting, compiled: new Map(), movements: new Map(), history: new Map() };
}

/**
 * The bench of a theory with some case factors off. Theories that hold the same about movement
 * share their runs. The history (yardstick of attacks and moral hazard) is that of the fitted
 * values with everything present and no scenario.
 */
export function benchOf(worlds: Worlds, theory: TheoryInput, off: readonly CaseFactor[]): Bench {
  const { setting } = worlds;
  const values = valuesOf(theory, setting.draw);
  const about = JSON.stringify([
    values.parameters,
    values.assumptions.flightByBombing,
    values.assumptions.moralHazard,
    values.assumptions.willingShare,
    values.assumptions.openPacePerDay,
  ]);
  const absent = off.map((factor) => factor.id).join(' ');
  const prepared = preparedStudy(without(setting.study, off));
  const compiled = compiledWorld(worlds, off);
  // What a factor's absence says of a number holds whatever the theory says of it.
  const absences = off.map(({ overlay }) => overlayParameters(overlay));
  const world = withParameters(
    compiled,
    Object.assign({}, compiled.parameters, values.parameters, ...absences),
  );
  const bare: Inputs = {
    world,
    stakes: compileStakes(unfittedCase(prepared), world),
    assumptions: values.assumptions,
    receptionAsItWas: null,
  };
  const history = cached(worlds.history, about, () => {
    // A scenario is no history: what it changes shows against what was.
    const history = preparedStudy(studyOfHistory(setting.study));
    const { world: central } = history.central.compiled;
    const parameters = { ...central.parameters, ...values.parameters };
    return asItWas({ ...bare, world: withParameters(central, parameters) }, centralPlan(history));
  });
  const movements = cached(worlds.movements, `${absent}|${about}`, () =>
    startMovements(
      world,
      { seed: setting.study.seed, world: setting.chanceWorld, mode: setting.mode },
      centralPlan(prepared),
    ),
  );
  return {
    inputs: { ...bare, world: movements.world, receptionAsItWas: history.reception },
    movements,
    history,
    outcomes: outcomesOf(bare.stakes),
    kept: new Map(),
  };
}

/** The study of the case without some of the factors that it declares. */
function without(study: StudyInput, off: readonly CaseFactor[]): StudyInput {
  return off.reduce((rest, factor) => studyUnder(rest, factor.overlay), study);
}

function compiledWorld(worlds: Worlds, off: readonly CaseFactor[]): World {
  const { study, world, draw } = worlds.setting;
  return cached(worlds.compiled, off.map((factor) => factor.id).join(' '), () => {
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

/** [outcome] what the measures say under some levels. */
export function valueUnder(
  bench: Bench,
  levels: Levels,
  name = '',
  change?: (world: World) => World,
): Float64Array {
  const movement = movementUnder(bench.movements, bench.inputs, levels, name, change);
  const { stakes, follows } = consequencesUnder(
    bench.inputs,
    levels,
    movement,
    bench.history.reference,
    cached(bench.kept, movement, () => new Map()),
  );
  return measureAll(bench.outcomes, {
    stakes,
    movement,
    follows,
    assumptions: bench.inputs.assumptions,
  });
}

/** Which factors of a list are case factors. */
export function isCaseFactor(factor: Factor): factor is CaseFactor {
  return 'overlay' in factor;
}

/**
 * [coalition x outcome], outcome fastest: what the measures say when exactly the factors of each
 * mask are on (bit i = factor i).
 *
 * @param alternative factors whose absence is imagined in their other way
 */
export function coalitionTable(
  worlds: Worlds,
  theory: TheoryInput,
  factors: readonly Factor[],
  alternative: ReadonlySet<string> = new Set(),
): Float64Array {
  const coalitions = 1 << factors.length;
  const benches = new Map<string, Bench>();
  // Coalitions that pull the same levers say the same: the placebo pulls one that nothing reads.
  const known = new Map<string, Float64Array>();
  let table = new Float64Array(0);
  for (let mask = 0; mask < coalitions; mask++) {
    const off = factors.filter((_, i) => !(mask & (1 << i))).filter(isCaseFactor);
    const absent = off.map((factor) => factor.id).join(' ');
    const bench = cached(benches, absent, () => benchOf(worlds, theory, off));
    if (mask === 0) table = new Float64Array(coalitions * bench.outcomes.length);
    const levels = levelsOf(factors, mask, alternative);
    const name = `${absent}|${levers.map((lever) => (lever === 'P0' ? '' : levels[lever])).join(' ')}`;
    const value = cached(known, name, () => valueUnder(bench, levels));
    table.set(value, mask * bench.outcomes.length);
  }
  return table;
}

/** [outcome] what the measures say under a remedy, every source of threat being present else. */
export function valueWithRemedy(bench: Bench, remedy: Remedy): Float64Array {
  const kept = remedy.keptAtFrontier;
  const sealed = remedy.sealed;
  const change = (world: World) => {
    const closed = sealed ? seal(world) : world;
    return kept ? keepAtFrontier(closed) : closed;
  };
  const name = `${sealed ? 'sealed' : ''}${kept ? 'kept' : ''}`;
  return valueUnder(bench, remedyLevels(remedy), name, change);
}

/** [outcome] as it was. */
export function valueAsItWas(bench: Bench): Float64Array {
  return valueUnder(bench, allOn);
}
