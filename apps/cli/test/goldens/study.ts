import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Observation, Theory } from '@asylia/cases';
import { isCaseFile, readObservations, readTheory } from '@asylia/cases';
import type { Series, World } from '@asylia/engine';
import { observeFlows, simulate } from '@asylia/engine';
import type { CaseFolder, Ensemble, RunSummary, StudyInput } from '@asylia/lab';
import {
  buildSummary,
  centralWorld,
  drawnWorld,
  mergeChunks,
  readCaseFolder,
  runChunk,
} from '@asylia/lab';

const root = fileURLToPath(new URL('../../../../', import.meta.url));

/** The cases that come along, and the seed and the number of worlds behind their goldens. */
export const shipped = ['kosovo-1999', 'two-valleys', 'hungary-1956'] as const;
export type Shipped = (typeof shipped)[number];
export const seed = 1999;
export const worlds = 8;

/** A case that comes along, with what stands beside its tables. */
export function folderOf(name: Shipped): CaseFolder {
  const folder = `${root}cases/${name}/`;
  const files = new Map<string, Uint8Array>();
  for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (isCaseFile(file)) files.set(file, readFileSync(folder + file));
  }
  const read = readCaseFolder(files);
  if ('faults' in read) throw new Error(JSON.stringify(read.faults));
  return read.folder;
}

/** A theory that comes along, and the facts that its checks may use. */
export function theoryOf(id: string): Theory {
  const known = observations().map((one) => one.id);
  const read = readTheory(`${id}.json`, readFileSync(`${root}theories/${id}.json`), known);
  if ('faults' in read) throw new Error(JSON.stringify(read.faults));
  return read.theory;
}

export function observations(): readonly Observation[] {
  const path = `${root}theories/observations.json`;
  const read = readObservations('observations.json', readFileSync(path));
  if ('faults' in read) throw new Error(JSON.stringify(read.faults));
  return read.observations;
}

/** Everything that the goldens of one case share. */
export interface Study {
  readonly folder: CaseFolder;
  readonly input: StudyInput;
  readonly world: World;
  readonly expected: Series;
  /** The first sampled world, with its own draw of every uncertain number. */
  readonly first: Series;
  readonly ensemble: Ensemble;
  readonly summary: RunSummary;
}

/** Runs a case under a scenario, or at baseline: the expected run and a few sampled worlds. */
export function studyOf(folder: CaseFolder, scenario: StudyInput['scenario'] = null): Study {
  const input = { case: folder.case, calibration: folder.calibration, scenario, seed };
  const world = centralWorld(input);
  const run = simulate(world, {
    seed,
    world: 0,
    mode: 'expected',
    observers: { flows: observeFlows },
  });
  const drawn = simulate(drawnWorld(input, 0), { seed, world: 0, mode: 'sampled' });
  const ensemble = mergeChunks([runChunk(input, 0, worlds)]);
  const summary = buildSummary({
    inputHash: '',
    seed,
    seconds: 0,
    version: '',
    case: folder.case,
    scenario,
    calibration: folder.calibration?.result ?? null,
    checks: folder.checks,
    world,
    expected: run.series,
    flows: run.observed.flows,
    ensemble,
  });
  return { folder, input, world, expected: run.series, first: drawn.series, ensemble, summary };
}
