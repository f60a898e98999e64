import { defaultFactors, remedyOf } from '@asylia/security';
import { describe, expect, test } from 'vitest';
import type { ThreatChunk, ThreatInput, ThreatTask } from '../src/index.ts';
import {
  buildThreat,
  collectChunks,
  drawsNeeded,
  evenDrawOf,
  firstDraws,
  planThreat,
  runThreatTask,
  sampledRow,
  sampledRows,
  sampledWorlds,
} from '../src/index.ts';
import { overWorlds } from '../src/threat/parts.ts';
import {
  coalitionRunner,
  coalitionTable,
  startWorlds,
  valueWithRemedy,
} from '../src/threat/runner.ts';
import { caseAt, theoryAt } from './shipped.ts';

const few = ['persecution', 'exclusion', 'incapacity', 'fighters', 'placebo'].map(
  (id) => defaultFactors.find((one) => one.id === id)!,
);
const input: ThreatInput = {
  study: { case: caseAt('two-valleys'), calibration: null, scenario: null, seed: 4 },
  theories: [theoryAt('T7')],
  factors: few,
  frames: ['all', 'dispositionFixed', 'presenceFixed'],
  given: 'persecution',
  remedies: ['fund', 'stop'],
  alternative: [],
  ledgerDraws: 0,
};
const draws = 48;
const pieces = planThreat(input, draws, 0).map((task) => runThreatTask(input, task));
const meta = {
  run: 'r',
  inputHash: 'h',
  version: '0',
  seconds: 0,
  theories: [],
  observations: [],
  causeOfFlight: null,
  article: null,
  others: {},
  validation: {},
  notes: [],
};
const built = (parts: readonly ThreatChunk[]) => buildThreat(collectChunks(input, parts), meta);
const summary = built(pieces);

describe('what is run in every draw', () => {
  test('are coalitions of the whole table of that draw, and the remedies', () => {
    const index = 5;
    const worlds = startWorlds({
      study: input.study,
      world: index,
      chanceWorld: index,
      mode: 'sampled',
      draw: evenDrawOf(4, index),
    });
    const parts = collectChunks(input, pieces);
    input.theories.forEach((theory, t) => {
      const table = coalitionTable(worlds, theory, few);
      const n = parts.outcomes.length;
      const all = 2 ** few.length - 1;
      parts.outcomes.forEach((_, o) => {
        const at = (mask: number) => table[mask * n + o];
        const drawn = (row: number) => overWorlds(parts, t, o, row)[index];
        expect(drawn(sampledRow.baseline())).toBe(at(all));
        expect(drawn(sampledRow.without())).toBe(at(0));
        few.forEach((_few, i) => {
          expect(drawn(sampledRow.alone(input, i))).toBe(at(1 << i));
          expect(drawn(sampledRow.allBut(input, i))).toBe(at(all & ~(1 << i)));
        });
        input.remedies.forEach((id, r) => {
          const value = valueWithRemedy(coalitionRunner(worlds, theory, []), remedyOf(id)!)[o];
          expect(drawn(sampledRow.remedy(input, r))).toBe(value);
        });
      });
    });
  });

  test('is handed over coalition by coalition: whoever drives it can stop between two', () => {
    const steps = sampledWorlds(input, 0, 1);
    let count = 0;
    for (let next = steps.next(); !next.done; next = steps.next()) count += 1;
    expect(count).toBe(input.theories.length * sampledRows(input));
  });

  test('is another in every draw: numbers and chance', () => {
    const parts = collectChunks(input, pieces);
    const o = parts.outcomes.indexOf('individuals.excessDeaths');
    expect(new Set(overWorlds(parts, 0, o, 0)).size).toBeGreaterThan(draws / 2);
  });
});

describe('intervals of an attribution', () => {
  test('are the same from pieces of another size, in another order, and with more beyond', () => {
    const task = { what: 'worlds', theory: -1 } as const;
    const others = [
      runThreatTask(input, { ...task, firstWorld: 3, count: 3 }),
      ...[0, 1, 2].map((firstWorld) => runThreatTask(input, { ...task, firstWorld, count: 1 })),
    ];
    const rest = pieces.filter((part) => part.what !== 'worlds' || part.firstWorld >= 6);
    expect(JSON.stringify(built([...rest.toReversed(), ...others]))).toBe(JSON.stringify(summary));
    const plain = ({ what, theory, firstWorld, count }: ThreatTask) =>
      `${what} ${theory} ${firstWorld} ${count}`;
    expect(firstDraws(pieces, 32).map(plain)).toEqual(planThreat(input, 32, 0).map(plain));
  });

  test('are of levels, of each source alone and but for it, of remedies: not of Shapley values', () => {
    const { cells, levels, remedies } = summary;
    expect(levels.every((one) => one.baselineInterval && one.withoutInterval)).toBe(true);
    expect(remedies.every((one) => one.low90 !== null && one.lowError !== null)).toBe(true);
    expect(cells.every((one) => one.lastInInterval !== null)).toBe(true);
    expect(cells.every((one) => one.low90 === null && one.high90 === null)).toBe(true);
    // Only where nothing is held on is each source alone among the runs.
    for (const cell of cells) {
      expect(cell.firstInInterval !== null, cell.frame).toBe(cell.frame !== 'presenceFixed');
    }
    const p0 = cells.filter((cell) => cell.factor === 'placebo');
    for (const { lastInInterval } of p0) {
      expect(lastInInterval).toEqual({ low90: 0, high90: 0, lowError: 0, highError: 0 });
    }
  });

  test('below 32 draws are not there, nor is any share of draws', () => {
    const short = built(firstDraws(pieces, 30));
    expect(short.intervals).toBeNull();
    expect(short.cells.every((one) => one.lastInInterval === null)).toBe(true);
    expect(short.levels.every((one) => one.baselineInterval === null)).toBe(true);
    expect(short.remedies.every((one) => one.low90 === null)).toBe(true);
    const shares = (of: typeof short) =>
      of.answers.flatMap(({ necessity }) => necessity.map(({ pn, ps }) => pn ?? ps));
    expect(shares(short).every((x) => x === null)).toBe(true);
    expect(shares(summary).some((x) => x !== null)).toBe(true);
    // What comes from the expected run stands.
    expect(short.cells.map((one) => one.shapley)).toEqual(summary.cells.map((one) => one.shapley));
  });

  test('say how sure their ends are: median, nine in ten, worst, in this order', () => {
    const { count, medianError, mostErrors, worstError } = summary.intervals!;
    expect(count).toBeGreaterThan(50);
    expect(medianError).toBeGreaterThan(0.01);
    expect(mostErrors).toBeGreaterThanOrEqual(medianError);
    expect(worstError).toBeGreaterThanOrEqual(mostErrors);
  });
});

describe('whether a further batch is drawn', () => {
  const at = (n: number) => built(firstDraws(pieces, n)).intervals!.mostErrors;

  test('without a wish for certainty all draws are', () => {
    expect(drawsNeeded(input, [], 48, 0)).toBe(48);
    expect(drawsNeeded(input, [], 16, 0.5)).toBe(16);
  });

  test('depends on complete batches only: 32 first, then eight by eight until the errors are small', () => {
    expect(drawsNeeded(input, firstDraws(pieces, 0), 48, 0.01)).toBe(32);
    expect(drawsNeeded(input, firstDraws(pieces, 30), 48, 0.01)).toBe(32);
    expect(drawsNeeded(input, firstDraws(pieces, 32), 48, 1e-9)).toBe(40);
    expect(drawsNeeded(input, pieces, 48, 1e-9)).toBe(48);
    expect(drawsNeeded(input, firstDraws(pieces, 32), 48, at(32))).toBe(32);
  });

  test('and not on what is there beyond, nor on its order', () => {
    const share = at(32);
    expect(drawsNeeded(input, pieces.toReversed(), 48, share)).toBe(32);
    const below = share * (1 - 1e-6);
    const step = drawsNeeded(input, firstDraws(pieces, 32), 48, below);
    expect(step).toBe(40);
    const whole = drawsNeeded(input, pieces, 48, below);
    expect(whole).toBe(at(40) <= below ? 40 : 48);
    expect(drawsNeeded(input, firstDraws(pieces, whole), 48, below)).toBe(whole);
  });
});
