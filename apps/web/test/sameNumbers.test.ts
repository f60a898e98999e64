import type { RunSummary } from '@asylia/lab';
import { currentRun, runWorlds, summaryOf } from '@asylia/lab';
import { describe, expect, test } from 'vitest';
import { times } from '../../../packages/engine/test/testLength.ts';
import { runStudy } from '../../cli/src/runs/study.ts';
import { findScenario, loadCase } from '../../cli/src/shell/loadCase.ts';
import type { Inputs } from '../src/engine/protocol.ts';
import { startState } from '../src/state/state.ts';
import { commandOf, sessionOf } from './commandAlike.ts';

const session = sessionOf('kosovo-1999');
const out = '/nowhere';
/** Worlds of one piece, and numbers of worlds of which the smaller cuts a piece short. */
const atOnce = times(4, 2);
const [few, many] = [times(6, 3), times(12, 4)];
const worlds = times(20, 6);

/** What the page computes, a few worlds at a time, as its worker does. */
function onThePage(inputs: Inputs, count: number): RunSummary {
  for (let first = 0; first < count; first += atOnce)
    runWorlds(session, inputs, first, Math.min(atOnce, count - first));
  const summary = summaryOf(session, inputs, count);
  if ('faults' in summary) throw new Error(JSON.stringify(summary.faults));
  return summary.answer;
}

describe('the page and the command', () => {
  test('give the same checks, bands and input hash for the same seed and worlds', async () => {
    const effects = commandOf();
    const loaded = loadCase(effects, 'kosovo-1999');
    const { seed } = startState.inputs;
    const options = { worlds, seed, workers: 1, out };
    const command = await runStudy(effects, loaded, null, options);
    const page = onThePage(startState.inputs, worlds);
    expect(page.inputHash).toBe(command.summary.inputHash);
    expect(page.checks).toEqual(command.summary.checks);
    expect(page.checks.length).toBeGreaterThan(20);
    expect({ ...page, seconds: 0 }).toEqual({ ...command.summary, seconds: 0 });
  });

  test('give the same numbers from the scenario file that the page saves', async () => {
    const inputs: Inputs = {
      ...startState.inputs,
      scenario: 'offers-x5',
      settings: { 'offers.all': 0.5 },
      parameters: { distancePower: 2 },
      seed: 7,
    };
    const live = currentRun(session, inputs);
    if ('faults' in live) throw new Error(JSON.stringify(live.faults));
    const saved = JSON.stringify(live.answer.overlay);
    const effects = commandOf(new Map([['saved.json', saved]]));
    const loaded = loadCase(effects, 'kosovo-1999');
    const scenario = findScenario(effects, loaded, 'saved.json');
    const command = await runStudy(effects, loaded, scenario, {
      worlds: 4,
      seed: 7,
      workers: 1,
      out,
    });
    const page = onThePage(inputs, 4);
    expect(page.inputHash).toBe(command.summary.inputHash);
    expect({ ...page, seconds: 0 }).toEqual({ ...command.summary, seconds: 0 });
    expect(page.bands).not.toEqual(onThePage(startState.inputs, 4).bands);
  });

  test.each([
    [few, many],
    [many, few],
  ])('give the same worlds where %i were wanted before and %i are wanted now', (before, now) => {
    const fresh = (seed: number) => onThePage({ ...startState.inputs, seed }, now);
    fresh(3);
    const direct = fresh(4);
    fresh(3);
    onThePage({ ...startState.inputs, seed: 4 }, before);
    expect(fresh(4)).toEqual(direct);
    expect(direct.worlds).toBe(now);
  });
});
