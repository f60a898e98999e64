import type { RecordPoint } from '@asylia/lab';
import {
  currentRun,
  describe as describeSession,
  sensitivityParts,
  sensitivityPlan,
} from '@asylia/lab';
import { describe, expect, test } from 'vitest';
import type { CurrentRun, Inputs } from '../src/engine/protocol.ts';
import { entriesOf, isDisputed, stepOf } from '../src/rooms/assumptions/entries.ts';
import { editedFigures } from '../src/rooms/assumptions/figures.ts';
import { distanceFrom, insideOf } from '../src/rooms/record/distance.ts';
import { curveOf, recordedOf } from '../src/rooms/record/recorded.ts';
import { startState } from '../src/state/state.ts';
import { sessionOf } from './commandAlike.ts';

const session = sessionOf('two-valleys');
const opened = describeSession(session);
const inputs: Inputs = startState.inputs;

function live(change: Partial<Inputs> = {}): CurrentRun {
  const run = currentRun(session, { ...inputs, ...change });
  if ('faults' in run) throw new Error(JSON.stringify(run.faults));
  return run.answer;
}
const base = live();

describe('the record', () => {
  const point = (day: number, value: number, more: Partial<RecordPoint> = {}): RecordPoint => ({
    series: 'stock',
    date: '',
    day,
    value,
    low: null,
    high: null,
    window: 'fit',
    flag: 'read',
    source: '',
    note: '',
    comparable: true,
    ...more,
  });
  const curve = [100, 200, 300];

  test('a curve that goes through every figure is 0 % away', () => {
    expect(distanceFrom(curve, [point(0, 100), point(2, 300)])).toEqual({ points: 2, share: 0 });
  });

  test('distances are set against the mean of the record: 50 of 500 is a tenth', () => {
    const figures = [point(1, 230), point(2, 270, { window: 'holdout' })];
    expect(distanceFrom(curve, figures).share).toBeCloseTo(60 / 500, 12);
    expect(distanceFrom(curve, figures, 'holdout').share).toBeCloseTo(30 / 270, 12);
  });

  test('what is recalled, counts something else or lies outside the run is never scored', () => {
    const figures = [
      point(0, 900, { flag: 'memory' }),
      point(0, 900, { comparable: false }),
      point(-1, 900),
      point(3, 900),
    ];
    expect(distanceFrom(curve, figures)).toEqual({ points: 0, share: Number.NaN });
    const band = {
      unit: '',
      expected: curve,
      q05: curve,
      q25: curve,
      q50: curve,
      q75: curve,
      q95: curve,
    };
    expect(insideOf(band, figures)).toEqual({ points: 0, inside90: 0, inside50: 0 });
  });

  test('every row of the record stands in one series, and those with a counterpart have a curve', () => {
    const recorded = recordedOf(opened.case);
    const rows = recorded.reduce((sum, one) => sum + one.points.length, 0);
    expect(rows).toBe(opened.case.tables.record.length);
    for (const { id } of recorded) expect(curveOf(base, id)).toHaveLength(base.days);
  });
});

describe('the assumptions', () => {
  test('every declared number stands in the list once, and its control reaches what it was', () => {
    const entries = entriesOf(opened, base, inputs);
    const names = entries.map(({ of, declared }) => `${of} ${declared.id}`);
    expect(new Set(names).size).toBe(names.length);
    for (const entry of entries) {
      const { low, high } = entry.declared;
      expect(entry.baseline).toBeGreaterThanOrEqual(low);
      expect(entry.baseline).toBeLessThanOrEqual(high);
      expect(stepOf(entry)).toBeGreaterThan(0);
      expect(stepOf(entry)).toBeLessThanOrEqual((high - low) / 100);
    }
  });

  test('a number that two theories hold differently is named as disputed, with both values', () => {
    const entry = entriesOf(opened, base, inputs).find(
      ({ declared }) => declared.id === 'onsetPerLogDisplaced',
    )!;
    const held = new Map(entry.held.map((one) => [one.theory, one.value]));
    expect(held.get('T1')).not.toBe(held.get('T3'));
    expect(isDisputed(entry)).toBe(true);
    const underT3 = entriesOf(opened, base, { ...inputs, theory: 'T3' }).find(
      ({ declared }) => declared.id === 'onsetPerLogDisplaced',
    )!;
    expect(underT3.baseline).toBe(held.get('T3'));
  });

  test('nothing changed moves no figure; a deadlier shortfall moves deaths by shortfall', () => {
    expect(editedFigures(opened, base, base)).toEqual([]);
    const edited = editedFigures(opened, base, live({ parameters: { shortfallDeathFactor: 3 } }));
    const deaths = edited.find((one) => one.id === 'deaths.shortfall')!;
    expect(deaths.now).toBeGreaterThan(deaths.was);
  });

  test('what matters most is asked under the names and with the values of what moves', () => {
    const plan = sensitivityPlan(session, inputs, 'movement');
    if ('faults' in plan) throw new Error('faults');
    const found = sensitivityParts(session, inputs, 'movement', [plan.answer[0]!]);
    if ('faults' in found) throw new Error('faults');
    const central = found.answer[0]!;
    const here = editedFigures(
      opened,
      { ...base, values: new Float64Array(base.values.length) },
      base,
    );
    for (const id of ['peak.region', 'deaths.shortfall']) {
      const at = central.figures.findIndex((one) => one.id === id);
      const same = here.find((one) => one.id === id);
      expect(same?.now).toBeCloseTo(central.low[at]!, 6);
    }
  });
});
