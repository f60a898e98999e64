import type { Fault } from '@asylia/cases';
import { groupBy } from '@asylia/cases';

/** Faults of one file: the first, and how many more there are. */
export interface FaultsOfFile {
  readonly file: string;
  readonly shown: readonly Fault[];
  readonly more: number;
}

/**
 * The first faults of each file, as the command shows them. That there are more than were collected
 * comes before them: who mends the first ten should know it.
 */
export function byFile(faults: readonly Fault[], shownPerFile = 10): FaultsOfFile[] {
  return [...groupBy(faults, (one) => one.file)].map(([file, all]) => {
    const list = all.filter((one) => one.code !== 'moreFaults');
    const beyond = all.filter((one) => one.code === 'moreFaults');
    return {
      file,
      shown: [...beyond, ...list.slice(0, shownPerFile)],
      more: Math.max(0, list.length - shownPerFile),
    };
  });
}
