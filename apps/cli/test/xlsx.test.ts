import { strFromU8, unzipSync } from 'fflate';
import { afterEach, expect, test, vi } from 'vitest';
import { toXlsx } from '../src/output/xlsx.ts';

afterEach(() => {
  vi.useRealTimers();
});

const tables = [
  {
    id: 'camps',
    columns: ['place', 'people'],
    rows: [
      ['Stenkovec', 20_000],
      ['Blace', null],
    ],
  },
] as unknown as Parameters<typeof toXlsx>[0];

/** The workbook as it would be written at this hour. */
function writtenAt(hour: string): Promise<Uint8Array> {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date(hour) });
  return toXlsx(tables);
}

test('the same tables are the same workbook, whatever the hour', async () => {
  const one = await writtenAt('2026-01-01T00:00:00Z');
  const two = await writtenAt('2031-07-15T13:45:30Z');
  expect(two).toEqual(one);
});

test('a number stays a number in the workbook, a name a name', async () => {
  const files = unzipSync(await writtenAt('2026-01-01T00:00:00Z'));
  const sheet = strFromU8(files['xl/worksheets/sheet1.xml']!);
  expect(sheet).toContain('<v>20000</v>');
  expect(strFromU8(files['xl/sharedStrings.xml']!)).toContain('Stenkovec');
});
