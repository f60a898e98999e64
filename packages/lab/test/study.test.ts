import type { Case } from '@asylia/cases';
import { compileCase, dayNumber, newCase, readCase } from '@asylia/cases';
import { simulate } from '@asylia/engine';
import fc from 'fast-check';
import { quantile as oracle } from 'simple-statistics';
import { describe, expect, test } from 'vitest';
import { times } from '../../engine/test/testLength.ts';
import type { CalibrationResult } from '../src/index.ts';
import {
  bandOf,
  calibrate,
  calibrationPlanSchema,
  drawnWorld,
  mergeChunks,
  planChunks,
  quantileSorted,
  runChunk,
  sorted,
  windowOf,
  worldBlocks,
} from '../src/index.ts';

const source = ((): Case => {
  const result = readCase(newCase('test-case'));
  if ('faults' in result) throw new Error('template');
  return result.case;
})();
const input = { case: source, calibration: null, scenario: null, seed: 7 };

describe('an ensemble', () => {
  const chunks = planChunks(7, 3).map(({ firstWorld, count }) =>
    runChunk(input, firstWorld, count),
  );

  test('does not depend on the order in which its worlds arrive', () => {
    const shuffled = [chunks[2]!, chunks[0]!, chunks[1]!];
    expect(worldBlocks(mergeChunks(shuffled))).toEqual(worldBlocks(mergeChunks(chunks)));
  });

  test('does not depend on how it is cut: any world can be simulated alone', () => {
    const blocks = worldBlocks(mergeChunks(chunks));
    for (const world of [0, 3, 6]) expect(runChunk(input, world, 1).values).toEqual(blocks[world]);
  });

  test('refuses a gap and a double', () => {
    expect(() => mergeChunks([chunks[0]!, chunks[2]!])).toThrow(/world 3/);
    expect(() => mergeChunks([chunks[0]!, chunks[0]!])).toThrow(/world 3/);
  });

  test('gives each world its own draw of what is uncertain, the same for every scenario', () => {
    const scenario = {
      id: 'x',
      title: 'x',
      description: '',
      changes: [{ table: 'frontier', remove: true as const }],
    };
    const plain = drawnWorld(input, 4).parameters;
    expect(drawnWorld({ ...input, scenario }, 4).parameters).toEqual(plain);
    expect(drawnWorld(input, 5).parameters).not.toEqual(plain);
  });
});

test('quantiles agree with an independent library and bands are ordered', () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 2, maxLength: 60 }),
      (values) => {
        const ordered = sorted(values);
        expect(quantileSorted(ordered, 0)).toBe(ordered[0]);
        expect(quantileSorted(ordered, 1)).toBe(ordered[ordered.length - 1]);
        const band = bandOf(
          values.map((v) => [v]),
          [0],
          'persons',
        );
        const line = [band.q05[0]!, band.q25[0]!, band.q50[0]!, band.q75[0]!, band.q95[0]!];
        expect(line).toEqual([...line].sort((a, b) => a - b));
        if (values.length % 2 === 1)
          expect(quantileSorted(ordered, 0.5)).toBeCloseTo(oracle(values, 0.5), 9);
      },
    ),
    { numRuns: times(500), seed: 1 },
  );
});

test('figures after the fit window are held out; returns have a window of their own', () => {
  const kosovo = {
    ...source,
    fit: [
      { id: 'war', until: '1999-04-30' },
      { id: 'return', from: '1999-06-12', until: '1999-06-28' },
    ],
  };
  const of = (date: string, measure: 'stock' | 'returned_cum') =>
    windowOf(kosovo, { date, measure });
  expect([of('1999-04-30', 'stock'), of('1999-05-01', 'stock'), of('1999-06-20', 'stock')]).toEqual(
    ['fit', 'holdout', 'holdout'],
  );
  expect([of('1999-06-28', 'returned_cum'), of('1999-06-29', 'returned_cum')]).toEqual([
    'fit',
    'holdout',
  ]);
});

test('calibration finds again the numbers that made the record, and sees nothing of the hold-out', () => {
  // A record made by the model itself, with the campaign 1.8 times as large as the table says.
  const factor = 1.8;
  const larger = {
    ...source,
    tables: {
      ...source.tables,
      violence: source.tables.violence.map((row) =>
        row.id === 'expulsion-north' ? { ...row, amount: row.amount * factor } : row,
      ),
    },
  };
  const days = ['2025-01-20', '2025-01-30', '2025-02-08', '2025-02-15', '2025-02-25', '2025-03-20'];
  const record = makeRecord(larger, days).map((value, i) => ({
    ...source.tables.record[0]!,
    date: days[i]!,
    value: i === 5 ? 1 : value,
  }));
  const plan = calibrationPlanSchema.parse({
    title: 'test',
    objective: 'test',
    doubt: { stock: { relative: 0.01, floor: 10 } },
    targets: [
      {
        id: 'north',
        rows: { table: 'violence', where: { id: 'expulsion-north' }, multiply: 'amount' },
        start: 1,
        low: 0.1,
        high: 10,
        priorSdLog: 2,
        why: 'test',
      },
    ],
  });
  const recorded = { ...source, tables: { ...source.tables, record } };
  const once = calibrate(recorded, plan, 20, 1);
  expect(once.objective.observations).toBe(5);
  expect(once.fitted[0]!.value).toBeCloseTo(factor, 1);

  // Chance drains a place faster on its large days than it fills on its small ones, so the ensemble
  // of the plain fit lies low; with offsets its median lies on the record.
  const far = (result: CalibrationResult) => {
    const fitted = { case: recorded, calibration: { plan, result }, scenario: null, seed: 3 };
    const blocks = worldBlocks(mergeChunks([runChunk(fitted, 0, 200)]));
    const { names, days: length } = runChunk(fitted, 0, 1);
    const at = names.indexOf('stock.BBB.minority') * length;
    return days.slice(0, 5).map((date, i) => {
      const day = dayNumber(date) - dayNumber(source.start);
      const middle = quantileSorted(sorted(blocks.map((values) => values[at + day]!)), 0.5);
      return middle / record[i]!.value - 1;
    });
  };
  const mean = (list: number[]) => list.reduce((a, b) => a + b, 0) / list.length;
  const centred = far(calibrate(recorded, plan, 20));
  expect(Math.abs(mean(centred))).toBeLessThan(0.03);
  expect(mean(far(once))).toBeLessThan(mean(centred));
});

/** Stocks of BBB on dates, from an expected run of a case. */
function makeRecord(from: Case, dates: readonly string[]): number[] {
  const world = compileCase(from);
  const { series } = simulate(world, { seed: 0, world: 0, mode: 'expected' });
  const stock = series.names.indexOf('stock.BBB.minority');
  return dates.map(
    (date) => series.values[stock * series.days + dayNumber(date) - dayNumber(from.start)]!,
  );
}
