import { sha256 } from '@asylia/cases';
import { conflictFromText, conflictRunner, conflictToText, contenders } from '@asylia/peers';
import { version } from '../version.ts';
import type { JobKind } from './jobKind.ts';
import { expectWorlds, tableFromParquet, tableToParquet, worldsName } from './worldTable.ts';

/** Worlds of a conflict in the format of Flee, by one of the contenders. */
export const conflict: JobKind<'conflict'> = {
  hashOf: (input) => sha256(`conflict ${version} ${conflictToText(input)}`),
  toText: conflictToText,
  fromText: conflictFromText,
  nameOf: (range) =>
    `${contenders[range.contender]!.name.replace(/[^a-z0-9]+/g, '-')}-${worldsName(range)}`,
  runner: conflictRunner,
  // Camps stand by number: their names are the folder's, and may be anything.
  toParquet: ({ firstWorld, count, camps, days, values }) => {
    const names = Array.from({ length: camps }, (_, camp) => `camp${camp}`);
    return tableToParquet({ firstWorld, count, names, days, values });
  },
  fromParquet: async (bytes, range) => {
    const table = await tableFromParquet(bytes);
    expectWorlds(table, range);
    return { ...range, camps: table.names.length, days: table.days, values: table.values };
  },
};
