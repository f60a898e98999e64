import { canonical } from '@asylia/cases';
import type { StudyInput } from '@asylia/lab';
import { hashOfStudy, runChunk } from '@asylia/lab';
import type { JobKind } from './jobKind.ts';
import { expectWorlds, tableFromParquet, tableToParquet, worldsName } from './worldTable.ts';

/** Worlds of a case under a scenario. */
export const worlds: JobKind<'worlds'> = {
  hashOf: hashOfStudy,
  toText: canonical,
  fromText: (text) => JSON.parse(text) as StudyInput,
  nameOf: (range) => `worlds-${worldsName(range)}`,
  runner:
    (input) =>
    ({ firstWorld, count }) =>
      runChunk(input, firstWorld, count),
  toParquet: tableToParquet,
  fromParquet: async (bytes, range) => {
    const table = await tableFromParquet(bytes);
    expectWorlds(table, range);
    return { ...table, values: Float32Array.from(table.values) };
  },
};
