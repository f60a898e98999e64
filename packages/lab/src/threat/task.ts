import type { Remedy } from '@asylia/security';
import { remedyOf } from '@asylia/security';
import type { StudyInput } from '../studyInput.ts';
import { outcomeOf } from './estimate.ts';
import { ledger } from './ledger.ts';
import type { Worlds } from './runner.ts';
import {
  baselineValue,
  coalitionRunner,
  coalitionTable,
  startWorlds,
  valueWithRemedy,
} from './runner.ts';
import { sampledWorlds, toTheEnd } from './sampled.ts';
import type { TheoryInput } from './setting.ts';
import type { ThreatInput } from './threatInput.ts';

/** A piece of an attribution: computed anywhere, in any order. */
export interface ThreatTask {
  /**
   * expected: whole tables of one theory, at its values, in the expected run;
   * ledger: how the answers of one theory move with its assumptions;
   * worlds: what intervals are of, under all theories, in some sampled worlds; world w has the
   * chance of w and draw w of every number
   */
  readonly what: 'expected' | 'ledger' | 'worlds';
  /** Position of the theory; -1 for worlds. */
  readonly theory: number;
  readonly firstWorld: number;
  readonly count: number;
}

/** What a piece says: a table of numbers with one column a measure. */
export interface ThreatChunk extends ThreatTask {
  readonly columns: readonly string[];
  readonly rows: number;
  /** [column x row], row fastest */
  readonly values: Float64Array;
}

/** Rows of levels: baseline, without any factor, with each remedy. */
export function levelRows({ remedies }: ThreatInput): number {
  return 2 + remedies.length;
}

/**
 * Computes a piece. Pure: what a worker does.
 * @param worlds those of `expectedWorlds`, where several tables of one study share their runs
 */
export function runThreatTask(input: ThreatInput, task: ThreatTask, worlds?: Worlds): ThreatChunk {
  if (task.what === 'ledger') return { ...task, ...ledger(input, input.theories[task.theory]!) };
  if (task.what === 'expected') return { ...task, ...expectedTables(input, task.theory, worlds) };
  return { ...task, ...toTheEnd(sampledWorlds(input, task.firstWorld, task.count)) };
}

/** The worlds of the expected run of a study, in which nothing has been simulated yet. */
export function expectedWorlds(study: StudyInput): Worlds {
  return startWorlds({ study, world: null, chanceWorld: 0, mode: 'expected', draw: null });
}

/** Rows: every coalition by its mask, then baseline, without any, with each remedy. */
function expectedTables(
  input: ThreatInput,
  theory: number,
  worlds: Worlds = expectedWorlds(input.study),
) {
  const { outcomes, table, levels } = runTheory(input, worlds, input.theories[theory]!);
  const coalitions = 1 << input.factors.length;
  const columns = levelRows(input);
  const rows = coalitions + columns;
  const values = new Float64Array(outcomes.length * rows);
  for (let o = 0; o < outcomes.length; o++) {
    values.set(outcomeOf(table, outcomes.length, o), o * rows);
    values.set(levels.subarray(o * columns, (o + 1) * columns), o * rows + coalitions);
  }
  return { columns: outcomes, rows, values };
}

/** All coalitions and remedies of one theory on the worlds of one replicate. */
function runTheory(input: ThreatInput, worlds: Worlds, theory: TheoryInput) {
  const remedies = input.remedies.map((id) => remedyOf(id) as Remedy);
  const table = coalitionTable(worlds, theory, input.factors, new Set(input.alternative));
  const runner = coalitionRunner(worlds, theory, []);
  const outcomes = runner.outcomes.map((outcome) => outcome.id);
  const columns = levelRows(input);
  // [outcome x (baseline, without any, with each remedy)]
  const levels = new Float64Array(outcomes.length * columns);
  const lists = [
    baselineValue(runner),
    table.subarray(0, outcomes.length),
    ...remedies.map((remedy) => valueWithRemedy(runner, remedy)),
  ];
  lists.forEach((values, column) => {
    for (let o = 0; o < outcomes.length; o++) levels[o * columns + column] = values[o]!;
  });
  return { outcomes, table, levels };
}

/**
 * The pieces of an attribution: tables of each theory, ledgers of the first ones, then draws.
 * @param draws how many; each has a world of its own
 * @param ledgers of how many theories a ledger is made
 */
export function planThreat(
  { theories }: ThreatInput,
  draws: number,
  ledgers: number,
): ThreatTask[] {
  const none = { firstWorld: 0, count: 0 };
  const tasks: ThreatTask[] = [];
  theories.forEach((_, theory) => {
    tasks.push({ what: 'expected', theory, ...none });
  });
  theories.slice(0, ledgers).forEach((_, theory) => {
    tasks.push({ what: 'ledger', theory, ...none });
  });
  // One draw a piece: draws share nothing, and all threads end at nearly the same time.
  for (let firstWorld = 0; firstWorld < draws; firstWorld++) {
    tasks.push({ what: 'worlds', theory: -1, firstWorld, count: 1 });
  }
  return tasks;
}
