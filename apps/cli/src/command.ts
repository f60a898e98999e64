import { type Command, InvalidArgumentError, Option } from 'commander';
import type { Effects } from './shell/effects.ts';

/**
 * What a file of `commands/` declares as `command`; it goes by the name of the file. Nothing else
 * has to know of it. What the command does is read from the disk when it is given.
 */
export interface CommandDeclaration {
  /** Where it stands in the help: lower numbers first. */
  readonly place: number;
  /** Adds arguments, options, description and action. */
  readonly declare: (command: Command, effects: Effects) => void;
}

/** Options of whatever is computed in pieces. @param workers threads, unless told */
export function jobOptions(command: Command, workers: number): Command {
  return command
    .option('--seed <n>', 'seed of all chance', whole(0, Number.MAX_SAFE_INTEGER), 1999)
    .option('--workers <n>', 'worker threads', whole(1, 256), workers)
    .option('--from <date>', 'first day (the first day of the case)')
    .option('--to <date>', 'last day')
    .option('--out <folder>', 'where to write')
    .option('--per-shard <n>', 'worlds computed and kept together', whole(1, 100_000))
    .option('--redis <url>', 'let workers (asylia worker) compute, over Redis or Valkey')
    .option('--json', 'one JSON object on standard output', false);
}

/** Options of a run of worlds. @param workers threads, unless told */
export function studyOptions(command: Command, workers: number): Command {
  return jobOptions(
    command.option('--worlds <n>', 'number of worlds', whole(1, 1_000_000), 200),
    workers,
  );
}

export const scenarioOption = (what = '') =>
  new Option('--scenario <name>', what).default('as-it-was');

export const jsonOption = () =>
  new Option('--json', 'one JSON object on standard output').default(false);

export const drawsOption = (unlessTold: number) =>
  new Option(
    '--draws <n>',
    'draws of the assumptions behind the intervals of the threat, at most; none are printed below 32',
  )
    .argParser(whole(0, 100_000))
    .default(unlessTold);

/** What `--draws` was called while several worlds shared a draw. */
export const formerDraws = (flags: string) =>
  new Option(flags).argParser(whole(0, 100_000)).hideHelp();

export const endErrorOption = () =>
  new Option(
    '--end-error <share>',
    "stop drawing, from the 32nd on, when nine in ten intervals have both ends' errors within so much of their width; 0 = all draws",
  )
    .argParser(share)
    .default(0);

export const peerWorldsOption = () =>
  new Option('--peer-worlds <n>', "for a folder of Flee: worlds under Flee's rules, in each regime")
    .argParser(whole(1, 100_000))
    .default(5);

/** A whole number within bounds. */
export function whole(low: number, high: number) {
  return (text: string): number => {
    const value = Number(text);
    if (!/^\d+$/.test(text) || value < low || value > high) {
      throw new InvalidArgumentError(`expected a whole number from ${low} to ${high}.`);
    }
    return value;
  };
}

function share(text: string): number {
  const value = Number(text);
  if (!/^\d*\.?\d+$/.test(text) || value > 1) {
    throw new InvalidArgumentError('expected a number from 0 to 1.');
  }
  return value;
}
