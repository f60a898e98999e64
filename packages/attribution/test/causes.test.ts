import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  causation,
  conditionTable,
  exceeds,
  minimalConjunctions,
  responsibility,
} from '../src/index.ts';
import { tableOf } from './tables.ts';

const worldsOfTwo = fc.array(
  fc.tuple(fc.integer({ min: 0, max: 1 }), fc.integer({ min: 0, max: 1 })),
  { minLength: 1, maxLength: 60 },
);

describe('necessity and sufficiency', () => {
  test('counted by hand over ten worlds', () => {
    const off = [0, 0, 0, 0, 0, 0, 1, 1, 1, 0];
    const on_ = [1, 1, 1, 1, 0, 0, 1, 1, 0, 0];
    const found = causation(off, on_);
    expect(found.probabilityOff).toBe(0.3);
    expect(found.probabilityOn).toBe(0.6);
    expect(found.necessity).toEqual({ value: 4 / 6, low: 3 / 6, high: 1 });
    expect(found.sufficiency).toEqual({ value: 4 / 7, low: 3 / 7, high: 6 / 7 });
    expect(found.both).toEqual({ value: 0.4, low: 0.3, high: 0.6 });
    expect(found.prevented).toBe(0.1);
  });

  test('if the factor never prevents, necessity and sufficiency are their lower bounds to the bit', () => {
    fc.assert(
      fc.property(worldsOfTwo, (worlds) => {
        const found = causation(
          worlds.map(([a, b]) => a & b),
          worlds.map(([, b]) => b),
        );
        expect(found.prevented).toBe(0);
        for (const one of [found.necessity, found.sufficiency, found.both]) {
          expect(one.value).toBe(one.low);
        }
      }),
    );
  });

  test('the bounds hold whatever the coupling', () => {
    fc.assert(
      fc.property(worldsOfTwo, (worlds) => {
        const found = causation(
          worlds.map(([a]) => a),
          worlds.map(([, b]) => b),
        );
        for (const { value, low, high } of [found.necessity, found.sufficiency, found.both]) {
          if (value === null) {
            expect([low, high]).toEqual([null, null]);
            continue;
          }
          expect(value).toBeGreaterThanOrEqual(low!);
          expect(value).toBeLessThanOrEqual(high!);
        }
      }),
    );
  });

  test('without the event there is nothing to be necessary for; always with it, nothing to bring', () => {
    expect(causation([0, 0], [0, 0]).necessity.value).toBeNull();
    expect(causation([1, 1], [1, 1]).sufficiency.value).toBeNull();
  });

  test('worlds that are not paired, and values that are neither yes nor no, are refused', () => {
    expect(() => causation([0], [0, 1])).toThrow(/same worlds.*1 and 2/);
    expect(() => causation([], [])).toThrow(/at least one/);
    expect(() => causation([0, 2], [0, 1])).toThrow(/world 1: expected 0 or 1/);
    expect(() => causation([0, 1], [0, 2])).toThrow(/world 1: expected 0 or 1/);
    expect(() => exceeds([1, Number.NaN], 0)).toThrow(/outcome 1/);
    expect(() => exceeds([1], Number.NaN)).toThrow(/threshold/);
    expect(() => responsibility([0, 2], 1)).toThrow(/coalition 1: expected 0 or 1, got 2/);
    expect(() => responsibility([0, 1, 1], 1)).toThrow(/2\^1 = 2 values, got 3/);
    expect(() => responsibility([0, 1], 1, 2)).toThrow(/actual coalition/);
  });
});

describe('responsibility', () => {
  const majority = tableOf(11, (...votes) => Number(votes.reduce((a, b) => a + b, 0) >= 6));

  test('of eleven who chose with one voice each bears one sixth', () => {
    for (const one of responsibility(majority, 11)) {
      expect(one).toMatchObject({ degree: 1 / 6, changes: 5, butFor: false });
    }
  });

  test('of six against five each of the six decides, and the five are no cause', () => {
    const found = responsibility(majority, 11, 0b111111);
    expect(found.map((one) => one.degree)).toEqual([1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0]);
    expect(found.map((one) => one.butFor)).toEqual(found.map((one) => one.degree === 1));
  });

  test('nobody caused what did not happen', () => {
    expect(responsibility(majority, 11, 0b11111).every((one) => one.degree === 0)).toBe(true);
  });

  test.each([1, 2, 3, 6])('where each of %i others was enough too, the degree is 1/(1+n)', (n) => {
    const v = tableOf(n + 1, (...on) => Math.max(...on));
    for (const one of responsibility(v, n + 1)) {
      expect(one.degree).toBe(1 / (1 + n));
      expect(one.butFor).toBe(n === 0);
    }
  });

  test('in a chain every link is but-for, and a factor that does nothing is no cause', () => {
    const v = tableOf(3, (a, b) => a! * b!);
    const found = responsibility(v, 3);
    expect(found.map((one) => one.degree)).toEqual([1, 1, 0]);
  });

  test('what was not done can be a cause: off when on would have prevented', () => {
    const v = tableOf(2, (attack, guard) => attack! * (1 - guard!));
    expect(responsibility(v, 2, 0b01).map((one) => one.degree)).toEqual([1, 1]);
  });

  test('the later definition refuses a contingency whose parts undo the event', () => {
    // Loaded by A and shot by B, or shot by C alone; in fact A loaded, B did not shoot, C shot.
    const v = tableOf(3, (a, b, c) => Math.max(a! * b!, c!));
    const early = responsibility(v, 3, 0b101, '2001');
    const late = responsibility(v, 3, 0b101, '2005');
    // To make A decide, B must shoot and C must not; C not shooting alone undoes the event.
    expect(early[0]).toMatchObject({ degree: 1 / 3, contingency: 0b110 });
    expect(late[0]).toMatchObject({ degree: 0, contingency: null });
    expect(early[2]).toEqual(late[2]);
  });

  test('the later definition never gives more, and a but-for cause has 1 under both', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 1 }), { minLength: 16, maxLength: 16 }),
        fc.integer({ min: 0, max: 15 }),
        (yes, actual) => {
          const early = responsibility(yes, 4, actual, '2001');
          const late = responsibility(yes, 4, actual, '2005');
          early.forEach((one, i) => {
            expect(late[i]!.degree).toBeLessThanOrEqual(one.degree);
            const butFor = yes[actual] === 1 && yes[actual ^ (1 << i)] === 0;
            expect([one.butFor, late[i]!.butFor]).toEqual([butFor, butFor]);
            if (one.contingency === null) return;
            expect((one.contingency >>> i) & 1).toBe(0);
            expect(yes[actual ^ one.contingency]).toBe(1);
            expect(yes[actual ^ one.contingency ^ (1 << i)]).toBe(0);
          });
        },
      ),
    );
  });
});

describe('conditions in the manner of QCA', () => {
  test('the textbook truth table of minterms 4, 8 to 12, 14 and 15 has four prime implicants', () => {
    // Variables A (8), B (4), C (2), D (1): prime implicants BC'D', AB', AD', AC.
    const minterms = [4, 8, 9, 10, 11, 12, 14, 15];
    const yes = Array.from({ length: 16 }, (_, m) => Number(minterms.includes(m)));
    expect(minimalConjunctions(yes, 4)).toEqual([
      { on: 8, off: 1 },
      { on: 8, off: 4 },
      { on: 10, off: 0 },
      { on: 4, off: 3 },
    ]);
  });

  test('what always occurs needs no condition; what never occurs has no path', () => {
    expect(minimalConjunctions([1, 1, 1, 1], 2)).toEqual([{ on: 0, off: 0 }]);
    expect(minimalConjunctions([0, 0, 0, 0], 2)).toEqual([]);
  });

  test('each conjunction found is sufficient, none can lose a condition, together they are the event', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 1 }), { minLength: 16, maxLength: 16 }),
        (yes) => {
          const sufficient = (on: number, off: number) =>
            yes.every((one, mask) => one === 1 || (mask & on) !== on || (mask & off) !== 0);
          const paths = minimalConjunctions(yes, 4);
          for (const { on, off } of paths) {
            expect(sufficient(on, off)).toBe(true);
            for (let i = 0; i < 4; i++) {
              const bit = 1 << i;
              if ((on | off) & bit) expect(sufficient(on & ~bit, off & ~bit)).toBe(false);
            }
          }
          yes.forEach((one, mask) => {
            const met = paths.some(({ on, off }) => (mask & on) === on && (mask & off) === 0);
            expect(met).toBe(one === 1);
          });
        },
      ),
    );
  });

  test('twelve factors are gone through: at least eleven of twelve has twelve paths', () => {
    const yes = tableOf(12, (...on) => Number(on.reduce((a, b) => a + b, 0) >= 11));
    const paths = minimalConjunctions(yes, 12);
    expect(paths).toHaveLength(12);
    expect(paths.every(({ off }) => off === 0)).toBe(true);
    expect(() => minimalConjunctions(new Uint8Array(2 ** 13), 13)).toThrow(/at most 12/);
  });

  test('O and (W or N): O is necessary, neither W nor N is, the pairs are sufficient', () => {
    const v = tableOf(3, (first, second, n) => 10 * first! * Math.max(second!, n!));
    const { rows, paths, events } = conditionTable(v, 3, 5, true);
    expect(events).toBe(3);
    const [o, w] = rows;
    expect(o).toMatchObject({
      met: 4,
      together: 3,
      necessityConsistency: 1,
      necessityCoverage: 3 / 4,
      sufficiencyConsistency: 3 / 4,
      sufficiencyCoverage: 1,
      relevanceOfNecessity: 4 / 5,
    });
    expect(w).toMatchObject({ necessityConsistency: 2 / 3, sufficiencyConsistency: 1 / 2 });
    const pair = rows.find(({ condition }) => condition.on === 0b011)!;
    expect(pair).toMatchObject({ sufficiencyConsistency: 1, sufficiencyCoverage: 2 / 3 });
    expect(paths).toEqual([
      { on: 0b011, off: 0, rawCoverage: 2 / 3, uniqueCoverage: 1 / 3 },
      { on: 0b101, off: 0, rawCoverage: 2 / 3, uniqueCoverage: 1 / 3 },
    ]);
  });

  test('for an event that never occurs necessity is not a number, and is not given', () => {
    const { rows } = conditionTable(new Float64Array(4), 2, 0);
    expect(rows).toHaveLength(4);
    expect(rows[0]).toMatchObject({ necessityConsistency: null, sufficiencyConsistency: 0 });
  });
});
