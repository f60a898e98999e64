import { join, resolve } from 'node:path';
import { budget } from '@asylia/security';
import type {
  CauseOfFlight,
  ThreatInput,
  ThreatMeta,
  ThreatPart,
  ThreatSummary,
  ThreatTask,
} from '@asylia/study';
import {
  buildThreat,
  collectParts,
  givenFactor,
  movementOfTheory,
  planThreat,
} from '@asylia/study';
import { Interrupted, UserError } from './errors.ts';
import { loadPart, savePart } from './jobs/partStore.ts';
import { threat as kind } from './jobs/threat.ts';
import { otherCases } from './otherCases.ts';
import type { Effects } from './shell/effects.ts';
import type { LoadedCase } from './shell/loadCase.ts';
import { findScenario } from './shell/loadCase.ts';
import type { LoadedTheories } from './shell/loadTheories.ts';
import { loadTheories } from './shell/loadTheories.ts';
import { progress } from './shell/progress.ts';
import { factorsOf, framesOf, list, onlyKnown, remediesOf, words } from './threatChoices.ts';
import { version } from './version.ts';

/** Fewest draws behind Shapley effects of the assumptions: more than there are assumptions. */
export const ledgerDraws = 120;

export interface ThreatOptions {
  readonly worlds: number;
  readonly perDraw: number;
  readonly seed: number;
  readonly workers: number;
  readonly theory: string;
  readonly frame: string;
  readonly factors: string;
  readonly given: string;
  readonly alternative: string;
  readonly remedies: string;
  readonly scenario: string;
  /** Draws behind the Shapley effects of assumptions; 0 = only one at a time, -1 = no ledger. */
  readonly ledger: number;
  /** Of how many theories, the first ones, a ledger is made; all when not given. */
  readonly ledgerTheories?: number;
  /** Wall time that may be spent, in seconds. */
  readonly allowedSeconds: number;
  readonly out?: string;
  readonly redis?: string;
  readonly data?: string;
  /** Checks of a run of the case against the record, where one was made. */
  readonly validation?: ThreatMeta['validation'];
}

/** What is computed when nothing else is asked for. */
export const defaultThreat = {
  perDraw: 2,
  theory: 'all',
  frame: 'every',
  factors: 'default',
  given: givenFactor,
  alternative: '',
  remedies: 'default',
  ledger: 0,
  allowedSeconds: 3600,
} as const;

export interface FinishedThreat {
  readonly summary: ThreatSummary;
  readonly folder: string;
}

/** Everything that decides an attribution, and where it is kept. */
export interface PreparedThreat {
  readonly input: ThreatInput;
  readonly theories: LoadedTheories;
  readonly hash: string;
  readonly folder: string;
  readonly partsFolder: string;
  readonly tasks: readonly ThreatTask[];
}

/** Names an attribution before anything is computed. @throws UserError for what is not known */
export function prepareThreat(
  effects: Effects,
  loaded: LoadedCase,
  options: ThreatOptions,
): PreparedThreat {
  const theories = loadTheories(effects, list(options.theory));
  const factors = factorsOf(loaded, options.factors);
  const scenario = findScenario(effects, loaded, options.scenario);
  const input: ThreatInput = {
    study: { case: loaded.case, calibration: loaded.calibration, scenario, seed: options.seed },
    theories: theories.theories.map(({ id, title, frame, assumptions, parameters }) => ({
      id,
      title,
      frame,
      assumptions,
      parameters,
    })),
    factors,
    frames: framesOf(options.frame),
    given: onlyKnown('--given', [options.given], factors)[0]!,
    remedies: remediesOf(options.remedies),
    alternative: onlyKnown('--alternative', words(options.alternative), factors),
    ledgerDraws: Math.max(0, options.ledger),
    perDraw: options.perDraw,
  };
  const hash = kind.hashOf(input);
  const folder = resolve(
    options.out ?? join('asylia-runs', `${loaded.case.name}-threat-${hash.slice(0, 12)}`),
  );
  return {
    input,
    theories,
    hash,
    folder,
    partsFolder: join(folder, 'parts', hash.slice(0, 12)),
    tasks: planThreat(input, options.worlds, ledgersOf(options)),
  };
}

/** Of how many theories a ledger is made. */
function ledgersOf({ ledger, ledgerTheories }: ThreatOptions): number {
  return ledger < 0 ? 0 : (ledgerTheories ?? Number.POSITIVE_INFINITY);
}

/**
 * Computes an attribution: every finished piece is saved, the same inputs find them again.
 * @throws Interrupted when stopped; what is finished is kept
 * @throws UserError when it is more than the time allowed
 */
export async function runThreat(
  effects: Effects,
  loaded: LoadedCase,
  options: ThreatOptions,
  cause: CauseOfFlight | null,
): Promise<FinishedThreat> {
  const started = effects.nowMs();
  const prepared = prepareThreat(effects, loaded, options);
  const parts = await computeParts(effects, prepared, options);
  const { input, theories, hash, folder } = prepared;
  const seconds = Math.round((effects.nowMs() - started) / 100) / 10;
  const summary = buildThreat(collectParts(input, parts), {
    run: `${loaded.case.name}-threat-${hash.slice(0, 12)}`,
    inputHash: hash,
    version,
    seconds,
    theories: theories.theories,
    observations: theories.observations,
    causeOfFlight: cause,
    validation: options.validation ?? {},
    others: otherCases(effects, loaded.case, theories.theories),
    notes: notesOf(options),
  });
  return { summary, folder };
}

function notesOf(options: ThreatOptions): string[] {
  const notes: string[] = [];
  if (options.worlds === 0) {
    notes.push('Only the expected run was computed: there are no intervals.');
  } else {
    notes.push(
      `Intervals rest on ${options.worlds} sampled worlds, ${options.perDraw} for each draw of the assumptions; values are those of the expected run at the values of each theory.`,
    );
  }
  if (options.ledger < 0) notes.push('The ledger of assumptions was not computed.');
  else if (options.ledgerTheories !== undefined) {
    notes.push(
      `The ledger of assumptions, one at a time, was computed for the first ${options.ledgerTheories === 1 ? 'theory' : `${options.ledgerTheories} theories`} only; \`asylia threat\` computes all, with Shapley effects.`,
    );
  }
  return notes;
}

async function computeParts(
  effects: Effects,
  { input, hash, partsFolder, tasks, folder }: PreparedThreat,
  options: ThreatOptions,
): Promise<ThreatPart[]> {
  const finished: ThreatPart[] = [];
  let missing: ThreatTask[] = [];
  for (const task of tasks) {
    const part = await loadPart(effects, kind, partsFolder, task);
    if (part) finished.push(part);
    else missing.push(task);
  }
  if (finished.length > 0) {
    effects.err(`${finished.length} pieces were finished before and are used again\n`);
  }
  const weight = (task: ThreatTask) => Math.max(1, task.count);
  const total = tasks.reduce((sum, task) => sum + weight(task), 0);
  const ready = finished.reduce((sum, part) => sum + weight(part), 0);
  const advance = progress(effects, 'tables and worlds', total, ready);
  let stop = false;
  const release = effects.onInterrupt(() => {
    if (!stop) effects.err('\nstopping: the pieces under way are finished and kept\n');
    stop = true;
  });
  const compute = (ranges: readonly ThreatTask[]) =>
    effects.runJob({
      kind: 'threat',
      input,
      hash,
      redis: options.redis,
      ranges,
      groupOf: ({ what, theory }) =>
        what === 'expected' ? movementOfTheory(input.theories[theory]!) : null,
      workers: options.workers,
      onPart: (part, range) => {
        savePart(effects, kind, partsFolder, range, part);
        finished.push(part);
        advance(weight(range));
      },
      shouldStop: () => stop,
    });
  try {
    // Tables first: their time says what the worlds will cost.
    const tables = missing.filter((task) => task.what === 'expected');
    missing = missing.filter((task) => task.what !== 'expected');
    const began = effects.nowMs();
    expectAffordable(input, options, null);
    await compute(tables);
    if (tables.length > 0 && !stop) {
      const runs = tables.length * (1 << input.factors.length);
      expectAffordable(input, options, (effects.nowMs() - began) / 1000 / runs);
    }
    if (!stop) await compute(missing);
  } finally {
    release();
  }
  if (finished.length < tasks.length) {
    throw new Interrupted(
      `stopped: ${finished.length} of ${tasks.length} pieces are kept in ${folder}. Give the same command again to go on.`,
    );
  }
  return finished;
}

/** Seconds that one coalition takes at least, before anything was measured. */
const guessedSeconds = 0.0005;

/** @throws UserError that says how many runs, how long, and what would fit */
function expectAffordable(
  input: ThreatInput,
  { worlds, allowedSeconds }: ThreatOptions,
  measured: number | null,
): void {
  const k = input.factors.length;
  // A clock too coarse for small tables measures nothing: then the guess stands.
  const seconds = measured === null || measured <= 0 ? guessedSeconds : measured;
  const plan = budget(k, Math.max(1, worlds), input.theories.length, seconds, allowedSeconds);
  if (plan.fits) return;
  throw new UserError(
    `${plan.says}. Allow more with --allowed-seconds, sample orders with --orders, or take fewer factors, theories or worlds${measured === null ? '' : ' (what is finished is kept)'}.`,
  );
}
