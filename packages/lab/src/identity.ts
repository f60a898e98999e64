import { canonical, inputHash, sha256 } from '@asylia/cases';
import { version } from '@asylia/engine';
import { modelRevision } from './modelRevision.ts';
import type { StudyInput } from './studyInput.ts';
import type { ThreatInput } from './threat/threatInput.ts';

/** Hashes that are known: a large case takes a tenth of a second. */
const known = new WeakMap<StudyInput, string>();

/** The hash that names a run: everything that decides its numbers, and the model that computes. */
export function hashOfStudy(input: StudyInput): string {
  const { case: source, scenario, calibration, seed } = input;
  const extras = { calibration, seed, version, model: modelRevision };
  const hash = known.get(input) ?? inputHash(source, scenario ? [scenario] : [], extras);
  known.set(input, hash);
  return hash;
}

/** The hash that names an attribution. Line numbers of rows do not count: they change no number. */
export function hashOfThreat({ study, ...rest }: ThreatInput): string {
  const { tables, notes: _, ...source } = study.case;
  const rows = Object.fromEntries(
    Object.entries(tables).map(([name, list]) => [
      name,
      (list as readonly { atLine: number }[]).map(({ atLine: __, ...row }) => row),
    ]),
  );
  const input = { ...rest, study: { ...study, case: { ...source, tables: rows } } };
  return sha256(`threat ${version} ${modelRevision} ${canonical(input)}`);
}

/** The short name of a run: the beginning of its hash. */
export const runName = (hash: string): string => hash.slice(0, 12);
