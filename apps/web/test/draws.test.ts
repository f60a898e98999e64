import type { ThreatChunk } from '@asylia/lab';
import { describe, expect, test } from 'vitest';
import type { Inputs } from '../src/engine/protocol.ts';
import type { AskForDraw } from '../src/rooms/threat/draws.ts';
import { computeDraw, startDraws } from '../src/rooms/threat/draws.ts';

const inputs: Inputs = {
  scenario: 'as-it-was',
  settings: {},
  parameters: {},
  assumptions: {},
  theory: 'T1',
  seed: 1,
};

const partOf = (draw: number): ThreatChunk => ({
  what: 'worlds',
  theory: -1,
  firstWorld: draw,
  count: 1,
  columns: [],
  rows: 0,
  values: new Float64Array(0),
});

/** A worker that needs three calls for a draw. */
function worker(isLeft: () => boolean = () => false) {
  const asked: number[] = [];
  const ask: AskForDraw = async ({ draw }) => {
    await new Promise((resolve) => setImmediate(resolve));
    if (isLeft()) throw new Error('left');
    asked.push(draw);
    const calls = asked.filter((one) => one === draw).length;
    return { part: calls < 3 ? null : partOf(draw) };
  };
  return { asked, ask };
}

const firsts = (parts: readonly ThreatChunk[]) => parts.map((part) => part.firstWorld);

describe('Draws behind the intervals of the page', () => {
  test('are shared by two workers: each is computed once, and all are there', async () => {
    const draws = startDraws();
    const two = [worker(), worker()];
    await Promise.all(
      two.map(async ({ ask }) => {
        while (await computeDraw(draws, inputs, 10, ask));
      }),
    );
    expect(firsts(draws.complete())).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    const both = two.flatMap(({ asked }) => [...new Set(asked)]);
    expect(both.sort((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    for (const { asked } of two) expect(asked.length).toBeGreaterThan(0);
  });

  test('that are left in the middle are asked for no more, and can be taken again', async () => {
    const draws = startDraws();
    let left = false;
    const { ask, asked } = worker(() => left);
    const under = computeDraw(draws, inputs, 4, ask);
    while (asked.length === 0) await new Promise((resolve) => setImmediate(resolve));
    left = true;
    await expect(under).rejects.toThrow('left');
    expect(asked).toEqual([0]);
    expect(draws.complete()).toEqual([]);
    expect(draws.take(4)).toBe(0);
  });

  test('count from the first on only, without a gap', () => {
    const draws = startDraws();
    for (const _ of [0, 1, 2]) draws.take(3);
    draws.put(2, partOf(2));
    draws.put(0, partOf(0));
    expect(firsts(draws.complete())).toEqual([0]);
    draws.put(1, partOf(1));
    expect(firsts(draws.complete())).toEqual([0, 1, 2]);
    expect(draws.take(3)).toBeNull();
  });

  test('whoever waits for another worker hears when it is done, or gives up', async () => {
    const draws = startDraws();
    draws.take(1);
    const heard = draws.untilPut();
    draws.put(0, null);
    await heard;
    expect(draws.take(1)).toBe(0);
  });
});
