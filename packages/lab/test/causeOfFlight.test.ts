import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { dayNumber, formatFault, isoDate, readCase } from '@asylia/cases';
import { sampleRankCorrelation } from 'simple-statistics';
import { describe, expect, test } from 'vitest';
import { outsideData } from '../../engine/test/outsideData.ts';
import { times } from '../../engine/test/testLength.ts';
import { firstPeriods, panelOf } from '../src/causeOfFlight/panel.ts';
import { fitPoisson, studentQuantile975 } from '../src/causeOfFlight/poisson.ts';
import { circularRankCorrelations, midRanks, rankCorrelation } from '../src/causeOfFlight/ranks.ts';
import { sequenceRow } from '../src/causeOfFlight/sequence.ts';
import { shiftTest } from '../src/causeOfFlight/timing.ts';
import { highsAndLows } from '../src/causeOfFlight/together.ts';
import type { CauseOfFlight, PeriodRow, Verdict } from '../src/index.ts';
import {
  causeDeclarationSchema,
  causeOfFlight,
  phaseRows,
  plainDeclaration,
  readPeriods,
  regionsOf,
} from '../src/index.ts';

/** Numbers between 0 and 1, each decided by its key alone. */
function chance(seed: number): () => number {
  let state = (seed * 2654435761 + 12345) >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const periods = 48;
const regions = ['hill', 'plain', 'shore', 'wood'];

/** A series with ups and downs of its own: noise smoothed round a circle, so that it has no ends. */
function wandering(draw: () => number, length = periods): number[] {
  const noise = Array.from({ length }, draw);
  return noise.map((_, t) => {
    const near = [0, 1, 2].map((back) => noise[(t - back + length) % length]!);
    return near.reduce((sum, x) => sum + x, 0) / 3;
  });
}

/** Rows with indicators that wander by themselves, and leaving as the given function says. */
function invented(
  seed: number,
  leaving: (at: {
    killings: number;
    strikes: number;
    battles: number;
    draw: () => number;
  }) => number,
  length = periods,
): PeriodRow[] {
  const draw = chance(seed);
  return regions.flatMap((region) => {
    const counts = (most: number) =>
      wandering(draw, length).map((x) => Math.max(0, Math.round(most * (x - 0.4))));
    const [killings, strikes, battles] = [counts(200), counts(40), counts(40)];
    return Array.from({ length }, (_, t): PeriodRow => {
      const at = { killings: killings[t]!, strikes: strikes[t]!, battles: battles[t]! };
      return {
        region,
        from: isoDate(10_000 + 2 * t),
        to: isoDate(10_001 + 2 * t),
        leaving: Math.round(leaving({ ...at, draw })),
        ...at,
        insurgentKillings: Math.round(5 * draw()),
      };
    });
  });
}

function testOf(rows: readonly PeriodRow[]): CauseOfFlight {
  return causeOfFlight({
    rows,
    resolution: 'periods',
    notices: ['handle with care'],
    leftHomeSeenIn: '',
    declaration: { phases: plainDeclaration.phases, markers: [], notes: [] },
    closures: [],
  });
}

function verdictsOf(result: CauseOfFlight): Record<string, Verdict> {
  return Object.fromEntries(result.verdicts.map((v) => [v.explanation, v.verdict]));
}

describe('a cause that was planted is found, and one that was not is not', () => {
  test('people who flee killings', () => {
    const rows = invented(1, ({ killings, draw }) => killings ** 0.7 * 40 * (0.7 + 0.6 * draw()));
    expect(verdictsOf(testOf(rows))).toEqual({
      strikes: 'notSupported',
      insurgency: 'notSupported',
      expulsion: 'supported',
    });
  });

  test('people who flee air strikes: the article would be wrong, and the test says so', () => {
    const rows = invented(2, ({ strikes, draw }) => 30 * strikes * (0.7 + 0.6 * draw()));
    expect(verdictsOf(testOf(rows))).toEqual({
      strikes: 'supported',
      insurgency: 'notSupported',
      expulsion: 'notSupported',
    });
  });

  test('people who flee the fighting of insurgents', () => {
    const rows = invented(3, ({ battles, draw }) => 30 * battles * (0.7 + 0.6 * draw()));
    expect(verdictsOf(testOf(rows))).toEqual({
      strikes: 'notSupported',
      insurgency: 'supported',
      expulsion: 'notSupported',
    });
  });

  test('people who flee none of the three: nothing is supported', () => {
    for (let seed = 10; seed < 10 + times(6, 2); seed++) {
      const other = chance(seed + 1000);
      const wave = wandering(other);
      let i = 0;
      const rows = invented(seed, () => 4000 * wave[i++ % periods]! ** 3);
      expect(Object.values(verdictsOf(testOf(rows)))).not.toContain('supported');
    }
  });

  test('a cause that follows leaving instead of going before it is not supported', () => {
    const rows = invented(4, () => 0);
    const moved = rows.map((row, i) => ({
      ...row,
      // People leave two periods before the strikes.
      leaving: 30 * (rows[i + 2]?.region === row.region ? rows[i + 2]!.strikes : 0),
    }));
    const strikes = testOf(moved).verdicts.find((v) => v.explanation === 'strikes')!;
    expect(strikes.verdict).not.toBe('supported');
    expect(strikes.rules.find((r) => r.rule === 'direction')!.held).toBe(false);
  });

  test('too few people leaving when it was there excludes an explanation, whatever the fit says', () => {
    const rows = invented(5, ({ killings }) => 20 * killings).map((row) => ({
      ...row,
      strikes: row.killings === 0 ? 3 : 0,
    }));
    const strikes = testOf(rows).verdicts.find((v) => v.explanation === 'strikes')!;
    expect(strikes.upperBound).toBeLessThan(0.5);
    expect(strikes.verdict).toBe('notSupported');
  });

  test('where an explanation never varies nothing is said of its share', () => {
    const rows = invented(6, ({ killings }) => 20 * killings).map((row) => ({
      ...row,
      battles: 0,
    }));
    const insurgency = testOf(rows).verdicts.find((v) => v.explanation === 'insurgency')!;
    expect([insurgency.upperBound, insurgency.share, insurgency.verdict]).toEqual([
      0,
      null,
      'notSupported',
    ]);
  });
});

describe('the test by circular shifts', () => {
  const sets = times(500, 100);
  // One shift of 24 lies within 5 %: 4.2 %; four standard errors of 500 sets are 3.6 %.
  const size = 0.042;
  const fourErrors = 4 * Math.sqrt((size * (1 - size)) / sets);
  const falseAlarms = (rowsOf: (seed: number) => PeriodRow[], p: 'pTogether' | 'pApart') => {
    let alarms = 0;
    for (let seed = 0; seed < sets; seed++) {
      const result = shiftTest(panelOf(rowsOf(seed)), 'strikes')!;
      if (result[p]! <= 0.05) alarms += 1;
    }
    return alarms / sets;
  };

  test('has the size it says on data without any tie, ups and downs and all', () => {
    const rows = (seed: number) => invented(seed, () => 0, 24).map((row) => ({ ...row }));
    const untied = (seed: number) => {
      const draw = chance(seed + 5000);
      const own = regions.map(() => wandering(draw, 24));
      return rows(seed).map((row, i) => ({
        ...row,
        leaving: 1000 * own[Math.floor(i / 24)]![i % 24]!,
      }));
    };
    const rate = falseAlarms(untied, 'pTogether');
    expect(rate).toBeGreaterThan(Math.max(0, size - fourErrors));
    expect(rate).toBeLessThan(size + fourErrors);
  });

  test('keeps its size where all regions share one wave; shifting each by itself would not', () => {
    const shared = (seed: number) => {
      const draw = chance(seed + 9000);
      const people = wandering(draw, 24);
      const strikes = wandering(draw, 24);
      return invented(seed, () => 0, 24).map((row, i) => ({
        ...row,
        leaving: 1000 * people[i % 24]!,
        strikes: 10 * strikes[i % 24]!,
      }));
    };
    expect(falseAlarms(shared, 'pTogether')).toBeLessThan(size + fourErrors);
    expect(falseAlarms(shared, 'pApart')).toBeGreaterThan(0.1);
  });

  test('counts every shift: p is a whole number of them, the true one included', () => {
    const result = shiftTest(panelOf(invented(7, ({ strikes }) => strikes)), 'strikes')!;
    expect(result.shifts).toBe(periods);
    expect(result.pTogether! * periods).toBeCloseTo(Math.round(result.pTogether! * periods), 9);
    expect(result.pTogether).toBeGreaterThanOrEqual(1 / periods);
    expect(result.pApart).toBeGreaterThanOrEqual(1 / periods ** regions.length);
  });

  test('two equal series agree at shift 0 and nowhere more', () => {
    const series = Float64Array.from(wandering(chance(8)));
    const all = circularRankCorrelations(series, series)!;
    expect(all[0]).toBeCloseTo(1, 12);
    expect(Math.max(...all.subarray(1))).toBeLessThan(1);
  });
});

describe('the arithmetic', () => {
  test('ranks share ties, and their correlation agrees with an independent library', () => {
    expect([...midRanks([5, 1, 5, 0])]).toEqual([3.5, 2, 3.5, 1]);
    const draw = chance(11);
    const x = Array.from({ length: 30 }, draw);
    const y = Array.from({ length: 30 }, draw);
    expect(rankCorrelation(x, y)).toBeCloseTo(sampleRankCorrelation(x, y), 12);
    expect(rankCorrelation([1, 1, 1], [1, 2, 3])).toBeNull();
  });

  test('a log-linear fit with one yes-or-no is the logarithm of the ratio of two means', () => {
    const counts = Float64Array.from([3, 5, 7, 20, 30, 40]);
    const design = [0, 0, 0, 1, 1, 1].map((x) => [1, x]);
    const fit = fitPoisson(counts, design, new Float64Array(6))!;
    expect(fit.coefficients[0]).toBeCloseTo(Math.log(5), 9);
    expect(fit.coefficients[1]).toBeCloseTo(Math.log(6), 9);
  });

  test('a fit puts as many people in each region as left it', () => {
    const result = panelOf(invented(12, ({ killings, draw }) => killings * draw() * 50));
    const n = periods;
    const counts = result.value.leaving!;
    const design = Array.from(counts, (_, i) => [
      ...regions.map((_region, r) => Number(Math.floor(i / n) === r)),
      Math.log1p(result.value.killings![i]!),
    ]);
    const fit = fitPoisson(counts, design, new Float64Array(counts.length))!;
    regions.forEach((_, r) => {
      const sum = (values: Float64Array) =>
        values.subarray(r * n, (r + 1) * n).reduce((a, b) => a + b, 0);
      expect(sum(fit.means)).toBeCloseTo(sum(counts), 4);
    });
  });

  test('columns that say the same are refused, not guessed at', () => {
    const design = [1, 2, 3, 4].map((x) => [1, x, 2 * x]);
    expect(fitPoisson(Float64Array.from([1, 2, 3, 9]), design, new Float64Array(4))).toBeNull();
  });

  test("Student's t agrees with the printed tables", () => {
    for (const [degrees, value] of [
      [10, 2.228],
      [30, 2.042],
      [47, 2.012],
    ] as const)
      expect(studentQuantile975(degrees)).toBeCloseTo(value, 2);
  });

  test('people are counted once: with, only just before, and without add up to all', () => {
    const panel = panelOf(invented(13, ({ draw }) => 100 * draw()));
    for (const id of ['killings', 'strikes', 'battles', 'insurgentKillings'] as const) {
      const row = sequenceRow(panel, id)!;
      expect(row.leavingSame + row.leavingOnlyBefore + row.leavingNeither).toBeCloseTo(1, 12);
      expect(row.leavingSameOrBefore).toBeGreaterThanOrEqual(row.leavingSame);
    }
  });

  test('highs and lows take turns; ripples are passed over', () => {
    expect(highsAndLows([0, 10, 100, 20, 60, 50, 55, 5, 1, 2, 0])).toEqual([2, 3, 4]);
    expect(highsAndLows([5, 5, 5])).toEqual([0]);
  });

  test('a share does not change when all counts are multiplied', () => {
    const rows = invented(14, ({ killings, draw }) => killings * 30 * (0.5 + draw()));
    const many = rows.map((row) => ({ ...row, leaving: row.leaving * 10 }));
    const share = (result: CauseOfFlight) => result.verdicts[2]!.share!;
    expect(share(testOf(many))).toBeCloseTo(share(testOf(rows)), 8);
    expect(firstPeriods(panelOf(rows), 5).value.leaving!.length).toBe(20);
  });
});

describe('with too few periods', () => {
  const four = invented(15, ({ killings }) => killings * 100 + 1, 4);
  test('no verdict is given however well the figures fit', () => {
    const result = testOf(four);
    expect(new Set(Object.values(verdictsOf(result)))).toEqual(new Set(['cannotBeTold']));
    expect(result.windows[0]!.regressions).toEqual([]);
    const resolution = result.verdicts[0]!.rules.find((r) => r.rule === 'resolution')!;
    expect(resolution.figures).toEqual({ periods: 4, smallestP: 0.25 });
  });

  test('nobody leaving is refused', () => {
    expect(() => testOf(four.map((row) => ({ ...row, leaving: 0 })))).toThrow(/nobody leaves/);
  });
});

describe('a file by region and period', () => {
  const head = 'from,to,region,leaving,killings,strikes,battles,insurgent_killings,remark';
  const good = [
    '1999-03-20,1999-03-21,hill,10,1,0,.5,0,"a, b"',
    '1999-03-22,1999-03-23,hill,20,2.5,1,0,0,',
    '1999-03-20,1999-03-21,wood,30,0,0,0,0,',
    '1999-03-22,1999-03-23,wood,40,0,0,0,1,',
  ];
  const read = (lines: readonly string[]) =>
    readPeriods('two-day.csv', lines.join('\n'), plainDeclaration, regions);
  const faultsOf = (lines: readonly string[]): string[] => {
    const result = read(lines);
    return 'faults' in result ? result.faults.map((f) => `${f.file} ${formatFault(f)}`) : [];
  };
  const changed = (line: number, text: string) =>
    faultsOf([head, ...good.map((row, i) => (i === line ? text : row))]);

  test('is read, columns of others left alone', () => {
    const result = read([head, ...good]);
    expect('rows' in result && result.rows.map((r) => [r.region, r.leaving, r.battles])).toEqual([
      ['hill', 10, 0.5],
      ['hill', 20, 0],
      ['wood', 30, 0],
      ['wood', 40, 0],
    ]);
  });

  test('names a column that is missing', () => {
    expect(faultsOf([head.replace('strikes', 'hits'), ...good])).toEqual([
      'two-day.csv line 1, column strikes: expected a column strikes (air strikes); got none. Add it; a cell may stay blank where the format says optional.',
    ]);
  });

  test('refuses a number below nothing, and a blank', () => {
    expect(changed(1, '1999-03-22,1999-03-23,hill,-20,2.5,1,0,0,')).toEqual([
      'two-day.csv line 3, column leaving: expected a number from 0 (persons); got "-20". Check the figure and its unit.',
    ]);
    expect(changed(1, '1999-03-22,1999-03-23,hill,,2.5,1,0,0,')[0]).toMatch(
      /column leaving.*blank/,
    );
  });

  test('refuses a region that the case does not know', () => {
    expect(changed(0, '1999-03-20,1999-03-21,hil,10,1,0,0,0,')).toEqual([
      'two-day.csv line 2, column region: expected a region of places.csv; got "hil". Did you mean hill?',
    ]);
  });

  test('refuses periods that overlap, leave days out, end before they begin or differ by region', () => {
    expect(changed(1, '1999-03-21,1999-03-23,hill,20,2,1,0,0,')).toEqual([
      'two-day.csv line 3, column from: expected the period of region hill after 1999-03-21 to begin on 1999-03-22; got 1999-03-21, inside the period of line 2. Delete or correct one of the two periods.',
    ]);
    expect(changed(1, '1999-03-24,1999-03-25,hill,20,2,1,0,0,')[0]).toMatch(
      /line 3.*begin on 1999-03-22; got 1999-03-24, which leaves days out\. Add the missing periods/,
    );
    expect(changed(1, '1999-03-23,1999-03-22,hill,20,2,1,0,0,')[0]).toMatch(
      /column to: expected a day on or after 1999-03-23; got 1999-03-22/,
    );
    expect(faultsOf([head, ...good.slice(0, 3)])[0]).toMatch(
      /line 4.*the same 2 periods in region wood as in region hill; got 1 periods/,
    );
  });

  test('refuses what is empty or no text', () => {
    expect(faultsOf([head])[0]).toMatch(/at least one row/);
    const result = readPeriods(
      'two-day.csv',
      Uint8Array.from([0xff, 0xfe, 0]),
      plainDeclaration,
      regions,
    );
    expect('faults' in result && result.faults[0]!.code).toBe('notText');
  });
});

const folder = fileURLToPath(new URL('../../../cases/kosovo-1999/', import.meta.url));
const kosovo = (() => {
  const names = readdirSync(folder).filter((name) => /\.csv$|^datapackage\.json$/.test(name));
  const result = readCase(new Map(names.map((name) => [name, readFileSync(folder + name)])));
  if ('faults' in result) throw new Error('kosovo-1999');
  return result.case;
})();
const declaration = causeDeclarationSchema.parse(
  JSON.parse(readFileSync(`${folder}cause-of-flight.json`, 'utf8')),
);
const twoDays = outsideData('kosovo-1999/violence_region_2day.csv');

function kosovoTest(rows: readonly PeriodRow[], resolution: CauseOfFlight['resolution']) {
  return causeOfFlight({
    rows,
    resolution,
    notices: kosovo.notices,
    leftHomeSeenIn: kosovo.leftHomeSeenIn,
    declaration,
    closures: [],
  });
}

describe('Kosovo 1999', () => {
  test('by phases: the totals are those of the source, without what the editors set, and nothing can be told', () => {
    const rows = phaseRows(kosovo.tables.violence, declaration);
    const result = kosovoTest(rows, 'phases');
    // In the last phase the case counts the days up to 9 June only.
    [242_291, 68_152, 37_225].forEach((people, phase) => {
      expect(Math.abs(result.together.phases[phase]!.leaving - people)).toBeLessThan(1);
    });
    expect(result.together.phases.map((phase) => phase.strikes)).toEqual([23, 39, 79, 223]);
    expect(new Set(Object.values(verdictsOf(result)))).toEqual(new Set(['cannotBeTold']));
    expect(result.notices.join(' ')).toContain('These are convenience sample data');
  });

  test('the day that is set against the lows is the Orthodox Easter of that year', () => {
    // Julian reckoning: full moon and following Sunday, then 13 days to the calendar of today.
    const year = Number(kosovo.start.slice(0, 4));
    const moon = (19 * (year % 19) + 15) % 30;
    const sunday = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7;
    const daysAfterMarch = moon + sunday + 114;
    const month = Math.floor(daysAfterMarch / 31);
    const day = (daysAfterMarch % 31) + 1 + 13;
    const easter = dayNumber(`${year}-0${month}-01`) + day - 1;
    expect(declaration.markers[0]!.date).toBe(isoDate(easter));
  });

  test.skipIf(!twoDays)(
    'by two days: leaving goes with killings and not with strikes (skipped: the series is not shipped)',
    () => {
      const read = readPeriods(
        'violence_region_2day.csv',
        readFileSync(twoDays!),
        declaration,
        regionsOf(kosovo.tables.places),
      );
      if ('faults' in read) throw new Error(formatFault(read.faults[0]!));
      const result = kosovoTest(read.rows, 'periods');
      expect(verdictsOf(result)).toEqual({
        strikes: 'notSupported',
        insurgency: 'notSupported',
        expulsion: 'supported',
      });
      const sequence = result.windows[0]!.sequence.find((row) => row.indicator === 'strikes')!;
      expect(sequence.leavingSame).toBeCloseTo(0.5004, 4);
      expect(result.together.troughs.map((t) => t.from)).toEqual([
        '1999-04-11',
        '1999-04-23',
        '1999-05-05',
      ]);
      expect(result.together.troughs[0]!.regionsThatFell.length).toBe(4);
      // The killings of the regions share one profile in time for most of it: said, not hidden.
      expect(result.together.killingsInStep).toBeGreaterThan(0.5);
    },
  );
});
