import { describe, expect, test } from 'vitest';
import type { Asked } from '../src/queries/cache.ts';
import { Refused } from '../src/queries/refused.ts';
import type { ExpectedRun } from '../src/state/shownRuns.ts';
import { nextRuns, noRuns } from '../src/state/shownRuns.ts';
import { startState } from '../src/state/state.ts';

/** A run of which only the names count. */
function runOf(theory: string, scenario = 'as-it-was'): ExpectedRun {
  const live = { scenario, policies: [], ignored: [] } as unknown as ExpectedRun['live'];
  return { inputs: { ...startState.inputs, theory, scenario }, live };
}
const asking = (last?: ExpectedRun): Asked<ExpectedRun> => ({
  status: 'asking',
  answer: undefined,
  last,
  error: undefined,
});
const answered = (answer: ExpectedRun): Asked<ExpectedRun> => ({
  status: 'answered',
  answer,
  last: answer,
  error: undefined,
});

const plain = runOf('T1');
const begun = nextRuns(noRuns, { own: answered(plain), plain: asking(), isPlain: true });

describe('the run that is shown', () => {
  test('is its own baseline where nothing is edited', () => {
    expect(begun.run!.inputs).toBe(plain.inputs);
    expect(begun.base).toBe(plain);
  });

  test('stays while a new one comes, and gives way to one that came in between', () => {
    const still = nextRuns(begun, { own: asking(plain), plain: asking(), isPlain: false });
    expect(still.run).toBe(begun.run);
    const between = runOf('T1', 'no-offers');
    const next = nextRuns(still, { own: asking(between), plain: asking(), isPlain: false });
    expect(next.run!.inputs).toBe(between.inputs);
    expect(next.base).toBe(plain);
  });

  test('is the same object until another one is there', () => {
    const now = { own: asking(plain), plain: asking(), isPlain: false };
    expect(nextRuns(nextRuns(begun, now), now).run).toBe(begun.run);
  });

  test.each([
    ['the run comes first', true],
    ['the baseline comes first', false],
  ])('changes its theory together with its baseline: %s', (_, isRunFirst) => {
    const [run, base] = [runOf('T2', 'no-offers'), runOf('T2')];
    const one = nextRuns(begun, {
      own: isRunFirst ? answered(run) : asking(plain),
      plain: isRunFirst ? asking() : answered(base),
      isPlain: false,
    });
    expect([one.run, one.base]).toEqual([begun.run, begun.base]);
    const both = nextRuns(one, { own: answered(run), plain: answered(base), isPlain: false });
    expect([both.run!.inputs.theory, both.base!.inputs.theory]).toEqual(['T2', 'T2']);
  });

  test('at an address that asks for what is not there is the baseline, beside the fault', () => {
    const fault = { file: 'address' } as never;
    const failed = { ...asking(), status: 'failed', error: new Refused([fault]) } as const;
    const shown = nextRuns(noRuns, { own: failed, plain: answered(plain), isPlain: false });
    expect(shown).toMatchObject({ run: plain, base: plain, faults: [fault] });
  });

  test('keeps what was said to be wrong until new inputs are answered', () => {
    const wrong = { ...begun, faults: [{ file: 'address' } as never] };
    const now = { own: asking(plain), plain: asking(), isPlain: false };
    expect(nextRuns(wrong, now).faults).toBe(wrong.faults);
    expect(nextRuns(wrong, { ...now, own: answered(runOf('T1')) }).faults).toEqual([]);
  });
});
