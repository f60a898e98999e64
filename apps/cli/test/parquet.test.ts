import fc from 'fast-check';
import { parquetMetadata } from 'hyparquet';
import { expect, test } from 'vitest';
import { numbersFromParquet, numbersToParquet } from '../src/jobs/numberTable.ts';
import { tableFromParquet, tableToParquet } from '../src/jobs/worldTable.ts';

const encodingsOf = (bytes: Uint8Array) =>
  parquetMetadata(bytes.buffer as ArrayBuffer).row_groups.map(({ columns }) =>
    columns.map(({ meta_data }) => meta_data!.encodings),
  );

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
        const back = await numbersFromParquet(numbersToParquet(table));
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
  const bytes = tableToParquet({ firstWorld: 40, count, names, days, values });
  const back = await tableFromParquet(bytes);
  expect(back).toEqual({ firstWorld: 40, count, names, days, values: Float64Array.from(values) });
  const groups = encodingsOf(bytes);
  expect(groups).toHaveLength(1);
  expect(groups[0]!.slice(2)).toEqual([['PLAIN'], ['PLAIN']]);
});
