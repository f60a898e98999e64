import { canonical } from '@asylia/cases';
import type { Chunk, StudyInput } from '../ensemble.ts';
import { runChunk } from '../ensemble.ts';
import { hashOfStudy } from '../identity.ts';
import type { JobKind } from './job.ts';
import { columnsOfWorlds, expectWorlds, worldsName, worldsOfTable } from './worldTable.ts';

export interface WorldRange {
  readonly firstWorld: number;
  readonly count: number;
}

/** Worlds of a case under a scenario. */
export const worldsJob: JobKind<StudyInput, WorldRange, Chunk> = {
  id: 'worlds',
  hashOf: hashOfStudy,
  toText: canonical,
  fromText: (text) => JSON.parse(text) as StudyInput,
  nameOf: (range) => `worlds-${worldsName(range)}`,
  runner:
    (input) =>
    ({ firstWorld, count }) =>
      runChunk(input, firstWorld, count),
  toColumns: columnsOfWorlds,
  fromColumns: (table, range) => {
    const worlds = worldsOfTable(table);
    expectWorlds(worlds, range);
    return { ...worlds, values: Float32Array.from(worlds.values) };
  },
};
