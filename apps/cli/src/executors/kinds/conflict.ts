import { sha256 } from '@asylia/cases';
import { version } from '@asylia/engine';
import type { JobKind } from '@asylia/lab';
import {
  columnsOfWorlds,
  expectWorlds,
  modelRevision,
  worldsName,
  worldsOfTable,
} from '@asylia/lab';
import type { ConflictChunk, ConflictInput, ConflictTask } from '@asylia/peers';
import { conflictFromText, conflictRunner, conflictToText, contenders } from '@asylia/peers';

/** Worlds of a conflict in the format of Flee, by one of the contenders. */
export const job: JobKind<ConflictInput, ConflictTask, ConflictChunk> = {
  id: 'conflict',
  hashOf: (input) => sha256(`conflict ${version} ${modelRevision} ${conflictToText(input)}`),
  toText: conflictToText,
  fromText: conflictFromText,
  nameOf: (range) =>
    `${contenders[range.contender]!.name.replace(/[^a-z0-9]+/g, '-')}-${worldsName(range)}`,
  runner: conflictRunner,
  // Camps stand by number: their names are the folder's, and may be anything.
  toColumns: ({ firstWorld, count, camps, days, values }) => {
    const names = Array.from({ length: camps }, (_, camp) => `camp${camp}`);
    return columnsOfWorlds({ firstWorld, count, names, days, values });
  },
  fromColumns: (table, range) => {
    const worlds = worldsOfTable(table);
    expectWorlds(worlds, range);
    return { ...range, camps: worlds.names.length, days: worlds.days, values: worlds.values };
  },
};
