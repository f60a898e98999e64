import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Case, Overlay } from '../src/index.ts';
import { applyOverlay, formatFaults, readCase, readOverlay } from '../src/index.ts';

const folderOf = (name: string) =>
  fileURLToPath(new URL(`../../../cases/${name}`, import.meta.url));

/** A case that comes along, as its tables are. */
export function caseNamed(name: string): Case {
  const folder = folderOf(name);
  const files = readdirSync(folder).filter((file) => /csv$|^datapackage.json$/.test(file));
  const result = readCase(
    new Map(files.map((file) => [file, readFileSync(`${folder}/${file}`, 'utf8')])),
  );
  if ('faults' in result) throw new Error(formatFaults(result.faults));
  return result.case;
}

export function scenarioNamed(caseName: string, id: string): Overlay {
  const file = `${folderOf(caseName)}/scenarios/${id}.json`;
  const result = readOverlay(file, readFileSync(file, 'utf8'));
  if ('faults' in result) throw new Error(formatFaults(result.faults));
  return result.overlay;
}

/** What the calibration of Kosovo 1999 changes and sets. */
export function calibrationOfKosovo(): Overlay {
  const file = `${folderOf('kosovo-1999')}/calibration.json`;
  return JSON.parse(readFileSync(file, 'utf8')).overlay;
}

export function changed(source: Case, overlay: Overlay): Case {
  const result = applyOverlay(source, overlay);
  if ('faults' in result) throw new Error(formatFaults(result.faults));
  return result.case;
}
