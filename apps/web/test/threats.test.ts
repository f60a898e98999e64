import type { ThreatChunk, ThreatInput, ThreatMeta } from '@asylia/lab';
import {
  behindCell,
  buildThreat,
  collectChunks,
  openOther,
  planThreat,
  runThreatTask,
  threatDraw,
  threatInput,
  threatLedger,
  threatOf,
} from '@asylia/lab';
import { defaultFactors, defaultRemedies, frames } from '@asylia/security';
import { describe, expect, test } from 'vitest';
import type { Inputs, Outcome } from '../src/engine/protocol.ts';
import { caseFiles, openOnDisk } from './caseOnDisk.ts';

const session = openOnDisk('kosovo-1999');
openOther(session, caseFiles('hungary-1956'));

const baseline: Inputs = {
  scenario: 'as-it-was',
  settings: {},
  parameters: {},
  assumptions: {},
  theory: 'T1',
  seed: 1999,
};

function answered<T>(outcome: Outcome<T>): T {
  if ('faults' in outcome) throw new Error(JSON.stringify(outcome.faults));
  return outcome.answer;
}

/** One draw, as the page asks for it: again and again until it is finished. */
function drawn(opened: typeof session, inputs: Inputs, draw: number): ThreatChunk {
  for (;;) {
    const { part } = answered(threatDraw(opened, inputs, draw));
    if (part) return part;
  }
}

/** The attribution as the command computes it with `--theory` and `--draws`. */
function byCommand(
  ids: readonly string[],
  worlds: number,
  others: ThreatMeta['others'] = {},
  opened = session,
  ledgers = 0,
) {
  const { folder, observations } = opened;
  const theories = opened.theories.filter((one) => ids.includes(one.id));
  const input: ThreatInput = {
    study: {
      case: folder.case,
      calibration: folder.calibration,
      scenario: null,
      seed: baseline.seed,
    },
    theories: theories.map(({ id, title, frame, assumptions, parameters }) => ({
      id,
      title,
      frame,
      assumptions,
      parameters,
    })),
    factors: defaultFactors,
    frames: frames.map((frame) => frame.id),
    given: 'persecution',
    remedies: [...defaultRemedies],
    alternative: [],
    ledgerDraws: 0,
  };
  const parts = planThreat(input, worlds, ledgers).map((task) => runThreatTask(input, task));
  return buildThreat(collectChunks(input, parts), {
    run: 'page',
    inputHash: '',
    version: '',
    seconds: 0,
    theories,
    observations,
    causeOfFlight: null,
    article: folder.article,
    validation: {},
    others,
    notes: [],
  });
}

describe('Wherein lies the threat, in the page', () => {
  test('says the same as the command, number by number', () => {
    const { summary } = answered(threatOf(session, baseline, ['T1']));
    const { version: _, ...told } = summary;
    const { version: __, ...expected } = byCommand(['T1'], 0);
    expect(told).toEqual(expected);
  });

  test('has the intervals of the command, from the same sampled worlds', () => {
    const small = openOnDisk('two-valleys');
    const own = [0, 1].map((draw) => drawn(small, baseline, draw));
    const task = { what: 'worlds', theory: -1, firstWorld: 0, count: 2 } as const;
    const both = runThreatTask(answered(threatInput(small, baseline, ['T1'])), task);
    const rows = both.rows / 2;
    both.columns.forEach((_, o) => {
      for (const draw of [0, 1]) {
        const from = o * both.rows + draw * rows;
        expect(own[draw]!.values.subarray(o * rows, (o + 1) * rows)).toEqual(
          both.values.subarray(from, from + rows),
        );
      }
    });
    // The same two over and over: enough of them for an interval, and quick.
    const draws = Array.from({ length: 32 }, (_, i) => ({ ...own[i % 2]!, firstWorld: i }));
    const under = (n: number) => answered(threatOf(small, baseline, ['T1'], {}, draws.slice(0, n)));
    expect(under(31).intervals).toEqual([]);
    const { summary, intervals } = under(32);
    const headlines = summary.objects.flatMap((object) => object.headlines);
    for (const estimand of ['firstIn', 'lastIn'] as const) {
      const shown = intervals.filter((one) => one.estimand === estimand && one.frame === 'all');
      expect(shown).toHaveLength(headlines.length * defaultFactors.length);
      for (const { outcome, factor, frame, estimand: _, ...interval } of shown) {
        const cell = summary.cells.find(
          (one) => one.frame === frame && one.outcome === outcome && one.factor === factor,
        );
        expect(cell?.[`${estimand}Interval`]).toEqual(interval);
      }
    }
    for (const one of intervals.filter(({ factor }) => factor === 'placebo')) {
      expect([one.low90, one.high90]).toEqual([0, 0]);
    }
  });

  test('goes on with a draw a few coalitions at a time, and drops it for another question', () => {
    const small = openOnDisk('two-valleys');
    const whole = drawn(small, baseline, 3);
    let calls = 1;
    while (!answered(threatDraw(small, baseline, 3)).part) calls += 1;
    // Eighteen coalitions and the remedies, two a call.
    expect(calls).toBeGreaterThan(9);
    threatDraw(small, baseline, 3);
    threatDraw(small, { ...baseline, assumptions: { provokedShare: 0.5 } }, 3);
    expect(small.drawing!.name).toContain('provokedShare');
    expect(drawn(small, baseline, 3)).toEqual(whole);
  });

  test('has the ledger of the command, computed a few steps at a time', () => {
    const small = openOnDisk('two-valleys');
    const seen: number[] = [];
    for (let isDone = false; !isDone; ) {
      const { done, of } = answered(threatLedger(small, baseline));
      expect(done).toBeGreaterThan(seen.at(-1) ?? 0);
      seen.push(done);
      isDone = done === of;
    }
    expect(seen.length).toBeGreaterThan(5);
    const { summary } = answered(threatOf(small, baseline, ['T1']));
    const expected = byCommand(['T1'], 0, undefined, small, 1);
    expect(expected.answers.some((one) => one.ledger.length > 0)).toBe(true);
    expect(summary.answers.map((one) => [one.ledger, one.switches])).toEqual(
      expected.answers.map((one) => [one.ledger, one.switches]),
    );
  });

  test('gives the placebo exactly nothing, anywhere', () => {
    const { summary } = answered(threatOf(session, baseline, ['T1']));
    const placebo = summary.cells.filter((cell) => cell.factor === 'placebo');
    expect(placebo.length).toBeGreaterThan(0);
    for (const cell of placebo) {
      expect([cell.firstIn, cell.lastIn, cell.shapley, cell.conditional]).toEqual([0, 0, 0, 0]);
    }
    expect(summary.placebo).toBe(0);
  });

  test('tables of theories that were asked for before are used again and stay the same', () => {
    const alone = byCommand(['T3'], 0);
    const { summary } = answered(threatOf(session, baseline, ['T1', 'T3']));
    const shown = new Set(summary.objects.flatMap((object) => object.headlines));
    for (const of of ['cells', 'levels', 'remedies'] as const) {
      const told = summary[of].filter((one) => one.theory === 'T3');
      expect(told.length).toBeGreaterThan(0);
      expect(told).toEqual(alone[of].filter((one) => shown.has(one.outcome)));
    }
  });

  test('contributions add up to the whole between all sources and none', () => {
    const { summary } = answered(threatOf(session, baseline, ['T1']));
    for (const { outcome, baseline: all, without } of summary.levels) {
      const sum = summary.cells
        .filter((cell) => cell.frame === 'all' && cell.outcome === outcome)
        .reduce((total, cell) => total + cell.shapley, 0);
      const size = Math.max(1e-6, Math.abs(all), Math.abs(without));
      expect(Math.abs(sum - (all - without)) / size).toBeLessThan(1e-5);
    }
  });

  test('the table of coalitions holds what the cells are made of', () => {
    const { factors, values } = answered(
      behindCell(session, baseline, 'individuals.excessDeaths', 'persecution'),
    );
    const { summary } = answered(threatOf(session, baseline, ['T1']));
    const all = values.length - 1;
    factors.forEach((factor, i) => {
      const cell = summary.cells.find(
        (one) =>
          one.frame === 'all' &&
          one.outcome === 'individuals.excessDeaths' &&
          one.factor === factor,
      )!;
      const butFor = values[all]! - values[all & ~(1 << i)]!;
      expect(Math.abs(cell.lastIn - butFor)).toBeLessThan(1e-6 * Math.max(1, Math.abs(butFor)));
    });
  });

  test('an assumption that is moved moves the table, and back again it is the old one', () => {
    const before = answered(threatOf(session, baseline, ['T1'])).summary;
    const edited = { ...baseline, assumptions: { provokedShare: 0.5 } };
    const after = answered(threatOf(session, edited, ['T1'])).summary;
    expect(after.cells).not.toEqual(before.cells);
    expect(answered(threatOf(session, baseline, ['T1'])).summary).toEqual(before);
  });

  test('a scenario of the case changes the level from which everything is counted', () => {
    const scenario = session.folder.scenarios.find((one) => one.id !== 'as-it-was')!;
    const before = answered(threatOf(session, baseline, ['T1'])).summary;
    const after = answered(
      threatOf(session, { ...baseline, scenario: scenario.id }, ['T1']),
    ).summary;
    expect(after.levels).not.toEqual(before.levels);
  });

  test('checks that name another case speak of it once it is there, as with the command', () => {
    const { summary } = answered(threatOf(session, baseline, ['T2']));
    const other = openOnDisk('hungary-1956').folder.case;
    const alone = byCommand(['T2'], 0, { 'hungary-1956': other });
    expect(summary.checks).toEqual(alone.checks);
  });
});
