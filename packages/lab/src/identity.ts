import { inputHash } from '@asylia/cases';
import { version } from '@asylia/engine';
import type { StudyInput } from './studyInput.ts';

/** The hash that names a run: everything that decides its numbers, and the program's version. */
export function hashOfStudy({ case: source, scenario, calibration, seed }: StudyInput): string {
  return inputHash(source, scenario ? [scenario] : [], { calibration, seed, version });
}

/** The short name of a run: the beginning of its hash. */
export const runName = (hash: string): string => hash.slice(0, 12);
