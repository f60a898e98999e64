import { version } from '@asylia/engine';
import { runChunk } from '../ensemble.ts';
import { hashOfStudy, runName } from '../identity.ts';
import type { RunSummary } from '../summary.ts';
import type { Identity, Inputs, Result } from './answers.ts';
import type { Session } from './session.ts';
import { nameOfWorlds, studyOf } from './session.ts';
import { expectedRun, summaryOfStudy } from './study.ts';

/**
 * Simulates some sampled worlds and keeps them; worlds of other inputs are let go, and pieces cut
 * at other worlds, as when another number of worlds was wanted.
 */
export function runWorlds(
  session: Session,
  inputs: Inputs,
  firstWorld: number,
  count: number,
): Result<{ worlds: number }> {
  const found = studyOf(session, inputs);
  if ('faults' in found) return found;
  const name = nameOfWorlds(inputs);
  if (session.kept.inputs !== name) session.kept = { inputs: name, chunks: [] };
  const { chunks } = session.kept;
  if (!chunks.some((chunk) => chunk.firstWorld === firstWorld && chunk.count === count)) {
    const end = firstWorld + count;
    const others = chunks.filter(
      (chunk) => chunk.firstWorld + chunk.count <= firstWorld || chunk.firstWorld >= end,
    );
    const all = [...others, runChunk(found.answer, firstWorld, count)];
    chunks.splice(0, chunks.length, ...all.sort((a, b) => a.firstWorld - b.firstWorld));
  }
  return { answer: { worlds: chunks.reduce((sum, chunk) => sum + chunk.count, 0) } };
}

/**
 * The summary that the command would write over some worlds.
 * @param worlds how many of those kept, from the first on: more may have been wanted before
 */
export function summaryOf(session: Session, inputs: Inputs, worlds: number): Result<RunSummary> {
  const found = studyOf(session, inputs);
  if ('faults' in found) return found;
  const study = found.answer;
  const { folder, kept } = session;
  const chunks = kept.chunks.filter((one) => one.firstWorld + one.count <= worlds);
  return { answer: summaryOfStudy(folder, study, expectedRun(study), chunks) };
}

/** The name that the command gives the same run: the beginning of the hash of all that decides it. */
export function identityOf(session: Session, inputs: Inputs): Result<Identity> {
  const found = studyOf(session, inputs);
  if ('faults' in found) return found;
  const run = runName(hashOfStudy(found.answer));
  return { answer: { case: session.folder.case.name, run, version } };
}
