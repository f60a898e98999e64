import type { Band, RunSummary } from '@asylia/lab';
import { bandedFigure } from '@asylia/lab';
import { codeOf } from '@asylia/security';
import { englishWords } from '@asylia/words';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fanChart, harmOf, threatContext, threatTables, toCsv } from '../src/index.ts';
import { withBand } from '../src/report/context.ts';
import { effectOn } from '../src/threat/remedyGains.ts';
import { inventedThreat } from './inventedThreat.ts';

const threat = inventedThreat();

describe('a table of an attribution', () => {
  /** Heading of a column, as the name that the value has in code: last_in -> lastIn. */
  const fieldOf = (heading: string) =>
    heading.replace(/_(\w)/g, (_, letter) => letter.toUpperCase());

  /** Values of a row of a table by the names of their columns. */
  function rowsOf(id: string): Record<string, unknown>[] {
    const { columns, rows } = threatTables(englishWords, threat).find((table) => table.id === id)!;
    return rows.map((row) => Object.fromEntries(columns.map((name, i) => [fieldOf(name), row[i]])));
  }

  test.each([
    ['contributions', threat.cells, ['firstIn', 'lastIn', 'shapley', 'conditional']],
    ['levels', threat.levels, ['baseline', 'without']],
    ['remedies', threat.remedies, ['effect', 'low90', 'high90']],
  ] as const)('has each value under its own name: %s', (id, values, least) => {
    const rows = rowsOf(id);
    expect(rows).toHaveLength(values.length);
    rows.forEach((row, i) => {
      const value = values[i] as unknown as Record<string, unknown>;
      const shown = Object.keys(row).filter((field) => field in value);
      expect(shown).toEqual(expect.arrayContaining([...least]));
      for (const field of shown) {
        const found = value[field];
        // Measures and sources are shown by their codes.
        const expected = field === 'outcome' || field === 'factor' ? codeOf(String(found)) : found;
        expect(row[field], `${id}, ${field}`).toBe(expected);
      }
    });
  });

  test('has every interval with its ends and errors under their own names', () => {
    const shown = rowsOf('intervals');
    const intervals = [
      ...threat.levels.flatMap((one) => [one.baselineInterval, one.withoutInterval]),
      ...threat.cells
        .filter((cell) => cell.frame === 'all')
        .flatMap((cell) => [cell.firstInInterval, cell.lastInInterval]),
    ].filter((interval) => interval !== null);
    expect(shown).toHaveLength(intervals.length);
    expect(shown.every((row) => (row.low90 as number) < (row.high90 as number))).toBe(true);
    intervals.forEach((interval, i) => {
      expect(shown[i]).toMatchObject(interval);
    });
  });
});

describe('a change that is none', () => {
  test('is neither better nor worse, whatever more of the measure means', () => {
    expect(harmOf(0, 'moreIsWorse')).toBe(0);
    expect(harmOf(0, 'moreIsBetter')).toBe(0);
    expect([harmOf(1, 'moreIsWorse'), harmOf(-1, 'moreIsWorse')]).toEqual([1, -1]);
    expect([harmOf(1, 'moreIsBetter'), harmOf(-1, 'moreIsBetter')]).toEqual([-1, 1]);
  });

  test('makes a remedy good for nobody', () => {
    const context = threatContext(
      inventedThreat({ remedies: threat.remedies.map((cell) => ({ ...cell, effect: 0 })) }),
    );
    expect(effectOn(englishWords, context, 'protect', 'T1', ['IND1', 'GLO3']).effect).toBe('none');
  });
});

describe('the bands of a fan', () => {
  const band: Band = {
    unit: 'persons',
    expected: [10, 20, 30],
    q05: [1, 2, 3],
    q25: [4, 8, 12],
    q50: [10, 20, 30],
    q75: [16, 32, 48],
    q95: [20, 40, 60],
  };
  const picture = (changed: Partial<Band>) =>
    fanChart(englishWords, {
      label: 'people',
      dates: ['2001-01-01', '2001-01-02', '2001-01-03'],
      band: { ...band, ...changed },
      record: [],
      firstDay: 0,
      lastDay: 2,
      fitUntil: null,
    });
  const layer = (svg: string, name: string) =>
    svg.match(new RegExp(`class="${name}" d="[^"]*"`))![0];

  test.each([
    ['q05', 'band90'],
    ['q25', 'band50'],
    ['q50', 'median'],
    ['q75', 'band50'],
    ['q95', 'band90'],
  ] as const)('%s bounds %s and nothing else', (quantile, owner) => {
    // The highest point stays, so that the scale does.
    const after = picture({ [quantile]: band[quantile].map((n, i) => (i === 0 ? n + 1 : n)) });
    const before = picture({});
    for (const name of ['band90', 'band50', 'median']) {
      const isSame = layer(after, name) === layer(before, name);
      expect(isSame, `${name} when ${quantile} moves`).toBe(name !== owner);
    }
  });
});

test('a figure in a sentence is the median, with the ends of its 90 % band', () => {
  const band: Band = {
    unit: 'persons',
    expected: [0, 0],
    q05: [100, 101],
    q25: [200, 201],
    q50: [300, 301],
    q75: [400, 401],
    q95: [500, 501],
  };
  const summary = { bands: { returned: band }, case: { days: 2, groups: [] } };
  const figure = bandedFigure(summary as unknown as RunSummary, 'returned')!;
  expect(withBand(englishWords, figure)).toEqual({ median: '301', low: '101', high: '501' });
});

describe('a text in a CSV file', () => {
  const cellOf = (text: string) =>
    toCsv({ id: 't', title: 't', columns: ['a'], rows: [[text]] }).slice('a\r\n'.length, -2);

  test.each(['=1+1', '+1', '-1', '@A1', '\tA1'])('never becomes a formula: %j', (text) => {
    expect(cellOf(text).replace(/^"/, '')).toBe(`'${text}`);
  });

  test('is what it was but for the mark before a formula, and stays in its cell', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const cell = cellOf(text);
        const plain = cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell;
        expect([text, `'${text}`]).toContain(plain);
        if (!cell.startsWith('"')) expect(cell).not.toMatch(/[",\r\n]/);
      }),
      { numRuns: 300, seed: 4 },
    );
  });
});
