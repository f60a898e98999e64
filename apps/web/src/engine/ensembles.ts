import { observeFlows, simulate, version } from '@asylia/engine';
import type { RunSummary } from '@asylia/lab';
import {
  buildSummary,
  centralPlan,
  centralWorld,
  hashOfStudy,
  mergeChunks,
  preparedStudy,
  runChunk,
  runName,
} from '@asylia/lab';
import type { Identity, Inputs, Outcome } from './protocol.ts';
import type { Session } from './session.ts';
import { nameOfWorlds, studyOf } from './session.ts';

/**
 * Lives some sampled worlds and keeps them; worlds of other inputs are let go, and pieces cut at
 * other worlds, as when another number of worlds was wanted.
 */
export function liveWorlds(
  session: Session,
  inputs: Inputs,
  firstWorld: number,
  count: number,
): Outcome<{ worlds: number }> {
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
export function summaryOf(session: Session, inputs: Inputs, worlds: number): Outcome<RunSummary> {
  const found = studyOf(session, inputs);
  if ('faults' in found) return found;
  const study = found.answer;
  const { folder, kept } = session;
  const world = centralWorld(study);
  const expected = simulate(world, {
    seed: inputs.seed,
    world: 0,
    mode: 'expected',
    observers: { flows: observeFlows },
    plan: centralPlan(preparedStudy(study)),
  });
  return {
    answer: buildSummary({
      inputHash: hashOfStudy(study),
      seed: inputs.seed,
      seconds: 0,
      version,
      case: folder.case,
      scenario: study.scenario,
      calibration: folder.calibration?.result ?? null,
      checks: folder.checks,
      world,
      expected: expected.series,
      flows: expected.observed.flows,
      ensemble: mergeChunks(kept.chunks.filter((one) => one.firstWorld + one.count <= worlds)),
    }),
  };
}

/** The name that the command gives the same run: the beginning of the hash of all that decides it. */
export function identityOf(session: Session, inputs: Inputs): Outcome<Identity> {
  const found = studyOf(session, inputs);
  if ('faults' in found) return found;
  const run = runName(hashOfStudy(found.answer));
  return { answer: { case: session.folder.case.name, run, version } };
}
