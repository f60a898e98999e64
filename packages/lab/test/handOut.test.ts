import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { handOut } from '../src/jobs/handOut.ts';

describe('ranges that share work', () => {
  test('go to the worker that has begun on it, others to whoever is free', () => {
    const take = handOut(['a1', 'b1', 'c1', 'c2', 'a2', 'a3', 'd1'], ([group]) => group!);
    // One worker begins on a, the other on b; then each goes on with its own, or something new.
    expect([take(null), take(null)]).toEqual(['a1', 'b1']);
    expect([take('a1'), take('b1'), take('c1'), take('a2')]).toEqual(['a2', 'c1', 'c2', 'a3']);
    expect([take('a3'), take('c2')]).toEqual(['d1', undefined]);
  });

  test('are divided all the same when nothing else is left', () => {
    const take = handOut(['a1', 'a2', 'a3'], () => 'a');
    expect([take(null), take(null), take('a1'), take('a2')]).toEqual(['a1', 'a2', 'a3', undefined]);
  });

  test('and those that share nothing come in their order, each once', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(5), { maxLength: 12 }),
        fc.array(fc.nat(2), { minLength: 40, maxLength: 40 }),
        (groups, turns) => {
          const ranges = groups.map((group, i) => ({ group, i }));
          const plain = handOut(ranges, () => null);
          expect(ranges.map(() => plain(null))).toEqual(ranges);
          const take = handOut(ranges, ({ group }) => (group === 0 ? null : String(group)));
          const last: ((typeof ranges)[number] | null)[] = [null, null, null];
          const taken = turns.flatMap((worker) => {
            const next = take(last[worker]!);
            last[worker] = next ?? null;
            return next ? [next.i] : [];
          });
          expect(taken.sort((a, b) => a - b)).toEqual(ranges.map(({ i }) => i));
        },
      ),
      { seed: 5 },
    );
  });
});
