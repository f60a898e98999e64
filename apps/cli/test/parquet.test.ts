import type { ThreatTask } from '@asylia/lab';
import { columnsOfWorlds, threatJob, worldsOfTable } from '@asylia/lab';
import fc from 'fast-check';
import { parquetMetadata } from 'hyparquet';
import { expect, test } from 'vitest';
import { columnsFromParquet, columnsToParquet } from '../src/executors/parquet.ts';

const encodingsOf = (bytes: Uint8Array) =>
  parquetMetadata(bytes.buffer as ArrayBuffer).row_groups.map(({ columns }) =>
    columns.map(({ meta_data }) => meta_data!.encodings),
  );

const task: ThreatTask = { what: 'expected', theory: 0, firstWorld: 0, count: 0 };

test('a table of numbers comes back as it was, to the last bit', async () => {
  const any = fc.double();
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 40 }),
      fc.array(any, { minLength: 80, maxLength: 80 }),
      async (rows, list) => {
        const table = {
          columns: ['a', 'b'],
          rows,
          values: Float64Array.from(list.slice(0, 2 * rows)),
        };
        const bytes = columnsToParquet(threatJob.toColumns({ ...task, ...table }), {});
        const read = await columnsFromParquet(bytes);
        const back = threatJob.fromColumns(read.table, task);
        expect(back.columns).toEqual(table.columns);
        expect(Buffer.from(back.values.buffer)).toEqual(Buffer.from(table.values.buffer));
      },
    ),
    { numRuns: 50 },
  );
});

test('worlds come back as they were, in one group of rows, and no series has a dictionary', async () => {
  const [count, days] = [30, 80];
  const names = ['stock', 'zero'];
  const values = Float32Array.from({ length: count * names.length * days }, (_, i) =>
    Math.floor(i / days) % 2 === 0 ? (i % 17) / 3 : 0,
  );
  const columns = columnsOfWorlds({ firstWorld: 40, count, names, days, values });
  const bytes = columnsToParquet(columns, {});
  const back = worldsOfTable((await columnsFromParquet(bytes)).table);
  expect(back).toEqual({ firstWorld: 40, count, names, days, values: Float64Array.from(values) });
  const groups = encodingsOf(bytes);
  expect(groups).toHaveLength(1);
  expect(groups[0]!.slice(2)).toEqual([['PLAIN'], ['PLAIN']]);
});
