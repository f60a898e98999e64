import { canonical, inputHash, sha256 } from '@asylia/cases';
import { version } from '@asylia/engine';
import type { StudyInput } from './ensemble.ts';
import { modelRevision } from './modelRevision.ts';
import type { ThreatInput } from './threat/task.ts';

/** The hash that names a run: everything that decides its numbers, and the model that computes. */
export function hashOfStudy({ case: source, scenario, calibration, seed }: StudyInput): string {
  const extras = { calibration, seed, version, model: modelRevision };
  return inputHash(source, scenario ? [scenario] : [], extras);
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
