import { join, resolve } from 'node:path';
import { budget } from '@asylia/attribution';
import type {
  CauseOfFlight,
  Store,
  ThreatChunk,
  ThreatInput,
  ThreatMeta,
  ThreatSummary,
  ThreatTask,
} from '@asylia/lab';
import {
  attributionInput,
  collectChunks,
  computeChunks,
  drawsNeeded,
  firstDraws,
  givenFactor,
  hashOfThreat,
  judge,
  movementOfTheory,
  planThreat,
  sampledRows,
  theoryInput,
  threatJob,
  UserError,
} from '@asylia/lab';
import { fewestDraws } from '@asylia/security';
import type { Computing } from '../executors/machine.ts';
import { machineOf } from '../executors/machine.ts';
import { storeIn } from '../executors/store.ts';
import type { Effects } from '../shell/effects.ts';
import type { LoadedCase } from '../shell/loadCase.ts';
import { findScenario } from '../shell/loadCase.ts';
import type { LoadedTheories } from '../shell/loadTheories.ts';
import { loadTheories } from '../shell/loadTheories.ts';
import { otherCases } from '../shell/otherCases.ts';
import { holding } from '../shell/ownFolder.ts';
import { stoppable } from '../shell/stoppable.ts';
import { usualDraws } from './draws.ts';
import { factorsOf, framesOf, list, onlyKnown, remediesOf, words } from './threatChoices.ts';

/** Fewest draws behind Shapley effects of the assumptions: more than there are assumptions. */
export const ledgerDraws = 120;

export interface ThreatOptions extends Computing {
  /** Draws of the assumptions behind the intervals, at most; each has a world of its own. */
  readonly draws: number;
  /** Larger error of an interval's ends, as a share of its width, at which to stop; 0 = never. */
  readonly endError: number;
  readonly seed: number;
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
  readonly sensitivityTheories?: number;
  /** Wall time that may be spent, in seconds. */
  readonly allowedSeconds: number;
  readonly out?: string;
  readonly data?: string;
  /** Checks of a run of the case against the record, where one was made. */
  readonly validation?: ThreatMeta['validation'];
}

/** What is computed when nothing else is asked for. */
export const defaultThreat = {
  draws: usualDraws,
  endError: 0,
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
  /** [path in the folder] checksum of each file of parts */
  readonly parts: Readonly<Record<string, string>>;
}

/** Everything that decides an attribution, and where it is kept. */
export interface PreparedThreat {
  readonly input: ThreatInput;
  readonly theories: LoadedTheories;
  readonly hash: string;
  readonly folder: string;
  readonly store: Store;
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
  const { case: source, calibration } = loaded;
  const study = { case: source, calibration, scenario, seed: options.seed };
  const input = attributionInput(study, theories.theories.map(theoryInput), {
    factors,
    frames: framesOf(options.frame),
    given: onlyKnown('--given', [options.given], factors)[0]!,
    remedies: remediesOf(options.remedies),
    alternative: onlyKnown('--alternative', words(options.alternative), factors),
    ledgerDraws: Math.max(0, options.ledger),
  });
  const hash = hashOfThreat(input);
  const folder = resolve(
    options.out ?? join('asylia-runs', `${loaded.case.name}-threat-${hash.slice(0, 12)}`),
  );
  return {
    input,
    theories,
    hash,
    folder,
    store: storeIn(effects, folder, `parts/${hash.slice(0, 12)}`),
    tasks: planThreat(input, options.draws, ledgersOf(options)),
  };
}

/** Of how many theories a ledger is made. */
function ledgersOf({ ledger, sensitivityTheories }: ThreatOptions): number {
  return ledger < 0 ? 0 : (sensitivityTheories ?? Number.POSITIVE_INFINITY);
}

/**
 * Computes an attribution: every finished piece is saved, the same inputs find them again.
 * @param write what is done with it while the folder is held
 * @param onTables is given the tables of all coalitions, before any world is sampled
 * @throws Interrupted when stopped; what is finished is kept
 * @throws UserError when it is more than the time allowed
 */
export function runThreat(
  effects: Effects,
  loaded: LoadedCase,
  options: ThreatOptions,
  cause: CauseOfFlight | null,
  write: (finished: FinishedThreat) => Promise<void>,
  onTables: (tables: readonly ThreatChunk[], prepared: PreparedThreat) => void = () => undefined,
): Promise<FinishedThreat> {
  const started = effects.nowMs();
  const prepared = prepareThreat(effects, loaded, options);
  return holding(effects, prepared, threatManifest, async () => {
    const pieces = await stoppable(effects, async (isStopped) => {
      const tables = await computeTables(effects, prepared, options, isStopped);
      onTables(tables.parts, prepared);
      return together(tables, await computeSamples(effects, prepared, options, tables, isStopped));
    });
    const others = otherCases(effects, loaded.case, prepared.theories.theories);
    const tookMs = effects.nowMs() - started;
    const finished = finishThreat(prepared, loaded, options, { pieces, cause, others, tookMs });
    await write(finished);
    return finished;
  });
}

/** Manifest of the results of an attribution. */
export const threatManifest = 'threat-manifest.json';

/** Pieces of an attribution with the checksums of their files. */
export interface Pieces {
  readonly parts: readonly ThreatChunk[];
  readonly files: Readonly<Record<string, string>>;
}

export const together = (one: Pieces, other: Pieces): Pieces => ({
  parts: [...one.parts, ...other.parts],
  files: { ...one.files, ...other.files },
});

/** What an attribution rests on. */
export interface ThreatFindings {
  readonly pieces: Pieces;
  readonly cause: CauseOfFlight | null;
  readonly others: ThreatMeta['others'];
  readonly tookMs: number;
}

/** What is read of an attribution once its pieces are there. */
export function finishThreat(
  { input, theories, hash, folder }: PreparedThreat,
  loaded: LoadedCase,
  options: ThreatOptions,
  { pieces, cause, others, tookMs }: ThreatFindings,
): FinishedThreat {
  const collected = collectChunks(input, pieces.parts);
  const summary = judge(collected, {
    run: `${loaded.case.name}-threat-${hash.slice(0, 12)}`,
    inputHash: hash,
    seconds: Math.round(tookMs / 100) / 10,
    theories: theories.theories,
    observations: theories.observations,
    causeOfFlight: cause,
    article: loaded.article,
    validation: options.validation ?? {},
    others,
    notes: notesOf(options, collected.worldCount),
  });
  return { summary, folder, parts: pieces.files };
}

function notesOf(options: ThreatOptions, draws: number): string[] {
  const notes: string[] = [];
  if (draws === 0) {
    notes.push('Only the expected run was computed: there are no intervals.');
  } else if (draws < fewestDraws) {
    notes.push(
      `${draws} draws of the assumptions are too few for an interval (at least ${fewestDraws}, with --draws): none is printed, nor any share of draws.`,
    );
  } else {
    notes.push(
      `Intervals rest on ${draws} draws of the assumptions, laid out evenly, with a world of chance each. They are of the levels at baseline and without any source, of what each source does alone and but for it, and of remedies. Shapley values, conditional values and whatever else is read from all coalitions are those of the expected run at the values of each theory, and have none.${draws < usualDraws ? ` With \`--draws ${usualDraws}\` there are more draws, and the ends are surer.` : ''}`,
    );
  }
  if (options.ledger < 0) notes.push('The ledger of assumptions was not computed.');
  else if (options.sensitivityTheories !== undefined) {
    notes.push(
      `The ledger of assumptions, one at a time, was computed for the first ${options.sensitivityTheories === 1 ? 'theory' : `${options.sensitivityTheories} theories`} only; \`asylia threat\` computes all, with Shapley effects.`,
    );
  }
  return notes;
}

/**
 * The tables of all coalitions in the expected run, theory by theory: what is there first, and
 * whose time says what the worlds will cost.
 */
export async function computeTables(
  effects: Effects,
  prepared: PreparedThreat,
  options: ThreatOptions,
  isStopped: () => boolean,
): Promise<Pieces> {
  const { input } = prepared;
  expectAffordable(input, options, null);
  const began = effects.nowMs();
  const tables = prepared.tasks.filter((task) => task.what === 'expected');
  const what = 'tables of coalitions';
  const found = await piecesOf(effects, prepared, options, tables, what, isStopped);
  if (found.computed > 0) {
    const runs = found.computed * (1 << input.factors.length);
    expectAffordable(input, options, (effects.nowMs() - began) / 1000 / runs);
  }
  return found;
}

/**
 * Ledgers of assumptions, and draws batch by batch as long as the rule asks for more.
 * @param tables the expected tables, which the rule reads
 */
export async function computeSamples(
  effects: Effects,
  prepared: PreparedThreat,
  options: ThreatOptions,
  tables: Pieces,
  isStopped: () => boolean,
): Promise<Pieces> {
  const { input, tasks } = prepared;
  let waiting = tasks.filter((task) => task.what !== 'expected');
  let found: Pieces = { parts: [], files: {} };
  for (;;) {
    const known = [...tables.parts, ...found.parts];
    const used = drawsNeeded(input, known, options.draws, options.endError);
    const isWanted = (task: ThreatTask) => task.what !== 'worlds' || task.firstWorld < used;
    const batch = waiting.filter(isWanted);
    if (batch.length === 0) return { ...found, parts: firstDraws(found.parts, used) };
    waiting = waiting.filter((task) => !isWanted(task));
    const what = 'draws and ledgers of the threat';
    found = together(found, await piecesOf(effects, prepared, options, batch, what, isStopped));
  }
}

async function piecesOf(
  effects: Effects,
  { input, hash, folder, store }: PreparedThreat,
  computing: Computing,
  ranges: readonly ThreatTask[],
  what: string,
  isStopped: () => boolean,
): Promise<Pieces & { readonly computed: number }> {
  const { done, files, computed } = await computeChunks(
    machineOf(effects, computing),
    {
      ...{ kind: threatJob, input, hash, ranges, folder, store, what },
      weightOf: (task) => Math.max(1, task.count),
      groupOf: ({ what: kind, theory }) =>
        kind === 'expected' ? movementOfTheory(input.theories[theory]!) : null,
    },
    isStopped,
  );
  return { parts: done.map(({ part }) => part), files, computed };
}

/** Seconds that one coalition takes at least, before anything was measured. */
const guessedSeconds = 0.0005;

/** @throws UserError that says how many runs, how long, and what would fit */
function expectAffordable(
  input: ThreatInput,
  { draws, allowedSeconds }: ThreatOptions,
  measured: number | null,
): void {
  const k = input.factors.length;
  const theories = input.theories.length;
  // A clock too coarse for small tables measures nothing: then the guess stands.
  const seconds = measured === null || measured <= 0 ? guessedSeconds : measured;
  const tables = budget(k, 1, theories, seconds, allowedSeconds);
  const kept = measured === null ? '' : ' (what is finished is kept)';
  if (!tables.fits) {
    throw new UserError(
      `${tables.says}. Allow more with --allowed-seconds, sample orders with --orders, or take fewer factors or theories${kept}.`,
    );
  }
  const each = sampledRows(input) * theories;
  const left = Math.max(0, allowedSeconds - tables.seconds);
  const fit = Math.floor(left / (each * seconds));
  if (draws <= fit) return;
  throw new UserError(
    `${draws} draws x ${each / theories} coalitions and remedies x ${theories} theories = ${draws * each} runs, at least ${Math.ceil(draws * each * seconds)} s; of the ${allowedSeconds} s allowed the tables leave ${Math.floor(left)}, in which ${fit} draws would fit. Allow more with --allowed-seconds, or take fewer --draws (${fewestDraws} for intervals, --expected for none), factors, theories or remedies${kept}.`,
  );
}
