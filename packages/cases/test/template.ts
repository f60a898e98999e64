import type { Fault } from '../src/index.ts';
import { newCase, readCase } from '../src/index.ts';

/** The files of the template with one file changed. */
export function changed(
  file: string,
  change: (text: string) => string | Uint8Array | null,
): Map<string, string | Uint8Array> {
  const files: Map<string, string | Uint8Array> = new Map(newCase('test-case'));
  const next = change(String(files.get(file) ?? ''));
  if (next === null) files.delete(file);
  else files.set(file, next);
  return files;
}

/** Faults of the template with one file changed; fails when there are none. */
export function faultsOf(
  file: string,
  change: (text: string) => string | Uint8Array | null,
): readonly Fault[] {
  const result = readCase(changed(file, change));
  if ('case' in result) throw new Error(`the change of ${file} was accepted`);
  return result.faults;
}
