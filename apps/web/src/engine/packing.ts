import { newCase } from '@asylia/cases';
import { strToU8, zipSync } from 'fflate';

/** The first day that a zip archive knows, in local time as the format has it. */
const noClock = { mtime: new Date(1980, 0, 1) };

/** Files as a zip archive: the same files are the same bytes at every hour. */
export function pack(files: Readonly<Record<string, string>>): Uint8Array {
  const bytes = Object.entries(files).map(([path, text]) => [path, strToU8(text)] as const);
  return zipSync(Object.fromEntries(bytes), noClock);
}

/** A small case to begin with, in a folder of its name. */
export function template(name: string): Uint8Array {
  return pack(
    Object.fromEntries([...newCase(name)].map(([path, text]) => [`${name}/${path}`, text])),
  );
}
