import { join } from 'node:path';
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
import type {
  ConflictInput,
  ConflictPart,
  ConflictRow,
  ConflictTask,
  JourneyRules,
} from '@asylia/peers';
import { conflictTasks, contenders, fleeValidation, reachOf, scoreContender } from '@asylia/peers';
import { Interrupted, UserError } from './errors.ts';
import { kindOf } from './jobs/kinds.ts';
import type { Effects } from './shell/effects.ts';
import { loadFlee } from './shell/fleeFolder.ts';
import { progress } from './shell/progress.ts';

/** What decides the worlds of a sweep over conflicts, and who computes them. */
export interface SweepOptions {
  /** of our model, and under the peer's rules in each regime */
  readonly worlds: number;
  readonly peerWorlds: number;
  readonly seed: number;
  readonly workers: number;
  /** worlds in a task of a worker, or in a shard */
  readonly perShard: number;
  /** settings file of Flee, for its rules */
  readonly settings?: string | undefined;
  readonly redis?: string | undefined;
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
  return { reach, input, hash: (await kindOf('conflict')).hashOf(input) };
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
export const partsFolder = (out: string, hash: string): string =>
  join(out, 'worlds', hash.slice(0, 12));

/** Lives all contenders' worlds, wherever, and scores them: the same for any number of workers. */
export async function compareConflict(
  effects: Effects,
  { reach, input, hash }: PreparedConflict,
  options: SweepOptions,
): Promise<ConflictRow[]> {
  const parts: ConflictPart[][] = contenders.map(() => []);
  const seconds = contenders.map(() => 0);
  let isTimed = true;
  const ranges = sweepRanges(options);
  const missing: ConflictTask[] = [];
  const folder = options.keep === null ? null : partsFolder(options.keep, hash);
  const store = folder === null ? null : await import('./jobs/partStore.ts');
  const kind = await kindOf('conflict');
  for (const range of ranges) {
    const part = store ? await store.loadPart(effects, kind, folder!, range) : null;
    if (part) {
      parts[range.contender]!.push(part);
      isTimed = false;
    } else missing.push(range);
  }
  const worldsIn = (list: readonly ConflictTask[]) => list.reduce((sum, one) => sum + one.count, 0);
  const total = worldsIn(ranges);
  const advance = progress(effects, `worlds of ${reach.name}`, total, total - worldsIn(missing));
  let stopped = false;
  const release = effects.onInterrupt(() => {
    stopped = true;
  });
  try {
    await effects.runJob({
      kind: 'conflict',
      input,
      hash,
      redis: options.redis,
      ranges: missing,
      workers: options.workers,
      isSaved: store !== null,
      onPart: (part, range, took, file) => {
        parts[range.contender]!.push(part);
        if (took === null) isTimed = false;
        else seconds[range.contender]! += took;
        store?.savePart(effects, kind, folder!, range, part, file);
        advance(range.count);
      },
      shouldStop: () => stopped,
    });
  } finally {
    release();
  }
  if (stopped) {
    throw folder === null
      ? new Interrupted('stopped: nothing was written.', false)
      : new Interrupted(`stopped: what is finished is kept in ${folder}.`);
  }
  return parts.map((own, i) => {
    const worlds = worldsIn(own);
    const secondsOfWorld = isTimed ? seconds[i]! / worlds : null;
    return scoreContender(input.flee, reach, input.attraction, own, secondsOfWorld);
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
