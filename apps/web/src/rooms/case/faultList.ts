import type { Fault } from '@asylia/cases';

/** Faults of one file: the first, and how many more there are. */
export interface FaultsOfFile {
  readonly file: string;
  readonly shown: readonly Fault[];
  readonly more: number;
}

/** The first faults of each file, as the command shows them. */
export function byFile(faults: readonly Fault[], shownPerFile = 10): FaultsOfFile[] {
  const files = new Map<string, Fault[]>();
  for (const one of faults) {
    const list = files.get(one.file);
    if (list) list.push(one);
    else files.set(one.file, [one]);
  }
  return [...files].map(([file, list]) => ({
    file,
    shown: list.slice(0, shownPerFile),
    more: Math.max(0, list.length - shownPerFile),
  }));
}
