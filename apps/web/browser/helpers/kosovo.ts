import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Overlay, Settings } from '@asylia/cases';
import { combine, isCaseFile, overlayParameters } from '@asylia/cases';
import type { CaseFolder } from '@asylia/lab';
import { readCaseFolder } from '@asylia/lab';

export const caseFolder = (name: string) =>
  fileURLToPath(new URL(`../../../../cases/${name}`, import.meta.url));

/** [path in the folder] bytes of a case that comes along. */
export function filesOf(name: string): Map<string, Uint8Array> {
  const folder = caseFolder(name);
  const inside = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return new Map(
    inside
      .filter(isCaseFile)
      .map((path) => [path, new Uint8Array(readFileSync(`${folder}/${path}`))]),
  );
}

export function readFolder(name: string): CaseFolder {
  const read = readCaseFolder(filesOf(name));
  if ('faults' in read) throw new Error(JSON.stringify(read.faults.slice(0, 3)));
  return read.folder;
}

/** The scenario file that stands for a scenario and edited policies, as the packages make it. */
export function scenarioOf(name: string, settings: Settings, scenario?: string): Overlay {
  const folder = readFolder(name);
  const { calibration } = folder;
  const made = combine(
    folder.case,
    folder.scenarios.find((one) => one.id === scenario) ?? null,
    settings,
    calibration ? overlayParameters(calibration.result.overlay) : {},
  );
  if ('faults' in made) throw new Error(JSON.stringify(made.faults.slice(0, 3)));
  return made.overlay!;
}
