import { formatFaults } from '@asylia/cases';
import type { ForecastRow, Reach } from '@asylia/destinations';
import {
  attractionFor,
  dayWithoutOrigin,
  fitTotals,
  fittedOn,
  fittedTwin,
  scoreForecasts,
} from '@asylia/destinations';
import { computeChunks, UserError } from '@asylia/lab';
import type { ConflictInput, ConflictRow, ConflictTask, JourneyRules } from '@asylia/peers';
import { conflictTasks, contenders, fleeValidation, reachOf, scoreContender } from '@asylia/peers';
import { job as conflictJob } from '../executors/kinds/conflict.ts';
import type { Computing } from '../executors/machine.ts';
import { machineOf } from '../executors/machine.ts';
import { storeIn } from '../executors/store.ts';
import type { Effects } from '../shell/effects.ts';
import { loadFlee } from '../shell/fleeFolder.ts';
import { stoppable } from '../shell/stoppable.ts';

/** What decides the worlds of a sweep over conflicts, and who computes them. */
export interface SweepOptions extends Computing {
  /** of our model, and under the peer's rules in each regime */
  readonly worlds: number;
  readonly peerWorlds: number;
  readonly seed: number;
  /** worlds in a task of a worker, or in a shard */
  readonly perShard: number;
  /** settings file of Flee, for its rules */
  readonly settings?: string | undefined;
  /** where finished parts are kept and looked for; null: nowhere */
  readonly keep: string | null;
}

/** A conflict, and everything on which its worlds depend. */
export interface PreparedConflict {
  readonly reach: Reach;
  readonly input: ConflictInput;
  readonly hash: string;
}

/** Reads a conflict and names its worlds before any is computed. */
export async function prepareConflict(
  effects: Effects,
  folder: string,
  options: Pick<SweepOptions, 'seed' | 'settings'>,
): Promise<PreparedConflict> {
  const flee = loadFlee(effects, folder);
  const rules = await rulesFrom(effects, options.settings);
  const reach = reachOf(flee);
  const attraction = attractionFor(reach.observed.camps);
  const input = { flee, attraction, rules, seed: options.seed };
  const lost = dayWithoutOrigin(reach);
  if (lost !== null) {
    throw new UserError(
      `${folder}: conflicts.csv: on day ${lost} the totals grow, but no place with residents is in conflict, so nobody can set out. Give a conflict on that day, or residents (population) to a place in conflict.`,
    );
  }
  return { reach, input, hash: conflictJob.hashOf(input) };
}

/** The worlds of all contenders, cut into ranges. */
export function sweepRanges(
  options: Pick<SweepOptions, 'worlds' | 'peerWorlds' | 'perShard'>,
): ConflictTask[] {
  return contenders.flatMap(({ by }, i) =>
    conflictTasks(i, by === 'ours' ? options.worlds : options.peerWorlds, options.perShard),
  );
}

/** Where parts of a conflict are kept within the folder of a sweep. */
export const partsFolder = (hash: string): string => `worlds/${hash.slice(0, 12)}`;

/** Simulates all contenders' worlds, wherever, and scores them: the same for any number of workers. */
export async function compareConflict(
  effects: Effects,
  { reach, input, hash }: PreparedConflict,
  options: SweepOptions,
): Promise<ConflictRow[]> {
  const { keep } = options;
  const { done } = await stoppable(effects, (isStopped) =>
    computeChunks(
      machineOf(effects, options),
      {
        ...{ kind: conflictJob, input, hash, ranges: sweepRanges(options) },
        store: keep === null ? null : storeIn(effects, keep, partsFolder(hash)),
        folder: keep ?? '',
        what: `worlds of ${reach.name}`,
        weightOf: ({ count }) => count,
      },
      isStopped,
    ),
  );
  // Worlds that were there before, or were computed elsewhere, took nobody here knows how long.
  const isTimed = done.every(({ seconds }) => seconds !== null);
  return contenders.map((_, contender) => {
    const own = done.filter(({ range }) => range.contender === contender);
    const worlds = own.reduce((sum, { range }) => sum + range.count, 0);
    const seconds = own.reduce((sum, one) => sum + (one.seconds ?? 0), 0);
    const parts = own.map(({ part }) => part);
    return scoreContender(
      input.flee,
      reach,
      input.attraction,
      parts,
      isTimed ? seconds / worlds : null,
    );
  });
}

/** All rows of a sweep, conflict by conflict. */
export async function sweepRows(
  effects: Effects,
  folders: readonly string[],
  options: SweepOptions,
): Promise<{ rows: ConflictRow[]; reaches: Reach[] }> {
  const rows: ConflictRow[] = [];
  const reaches: Reach[] = [];
  for (const folder of folders) {
    const prepared = await prepareConflict(effects, folder, options);
    const { name, observed } = prepared.reach;
    const twin = fittedTwin(observed.camps);
    const others = fittedOn.filter((one) => one !== twin);
    effects.err(`${name}: numbers of the model of destinations fitted on ${others.join(', ')}\n`);
    for (const row of await compareConflict(effects, prepared, options)) rows.push(row);
    reaches.push(prepared.reach);
  }
  return { rows, reaches };
}

/** Totals of each conflict, forecast by the others; a conflict given twice does not help itself. */
export function forecastsOf(reaches: readonly Reach[]): ForecastRow[] {
  const sameness = ({ name, observed }: Reach) => fittedTwin(observed.camps) ?? name;
  return reaches.flatMap((reach) => {
    const others = reaches.filter((other) => sameness(other) !== sameness(reach));
    return others.length > 1 ? scoreForecasts(reach, fitTotals(others)) : [];
  });
}

/** The peer's rules: those of its published validation, or of a settings file. */
async function rulesFrom(effects: Effects, path: string | undefined): Promise<JourneyRules> {
  if (!path) return fleeValidation;
  const bytes = effects.read(path);
  if (!bytes) throw new UserError(`--settings: expected a file, got "${path}", which is none.`);
  const { readFleeRules } = await import('@asylia/peers/settings');
  const result = readFleeRules(new TextDecoder().decode(bytes));
  if ('faults' in result) throw new UserError(formatFaults(result.faults));
  for (const note of result.notes) effects.err(`${note}\n`);
  return result.rules;
}
