import { describe, expect, test, vi } from 'vitest';
import type { Client } from '../src/engine/client.ts';
import type { Asking, Question } from '../src/queries/cache.ts';
import { createQueryCache } from '../src/queries/cache.ts';
import { inTurns } from '../src/queries/turns.ts';

const owner = {};
const settled = () => new Promise((goOn) => setTimeout(goOn, 0));

/** Questions whose answers come when the test says so. */
function asker(more: Partial<Question<string>> = {}) {
  const asked: { key: string; asking: Asking<string>; answer(text: string): void; fail(): void }[] =
    [];
  const question = (key: string): Question<string> => ({
    kind: 'letter',
    of: owner,
    key,
    ask: (asking) =>
      new Promise((resolve, reject) =>
        asked.push({ key, asking, answer: resolve, fail: () => reject(new Error(key)) }),
      ),
    ...more,
  });
  return { asked, question };
}

describe('a question', () => {
  test('is asked once however many follow it, and all hear the answer', async () => {
    const cache = createQueryCache();
    const { asked, question } = asker();
    const heard = [vi.fn(), vi.fn()];
    for (const changed of heard) cache.follow(question('a'), changed);
    expect(asked).toHaveLength(1);
    asked[0]!.answer('A');
    await settled();
    expect(cache.read(question('a'))).toMatchObject({ status: 'answered', answer: 'A' });
    for (const changed of heard) expect(changed).toHaveBeenCalledOnce();
  });

  test('reads the same until something changes', async () => {
    const cache = createQueryCache();
    const { asked, question } = asker();
    cache.follow(question('a'), () => {});
    const before = cache.read(question('a'));
    expect(cache.read(question('a'))).toBe(before);
    asked[0]!.answer('A');
    await settled();
    const after = cache.read(question('a'));
    expect(after).not.toBe(before);
    expect(cache.read(question('a'))).toBe(after);
  });

  test('is aborted when the last of its followers has left, not before', () => {
    const cache = createQueryCache();
    const { asked, question } = asker();
    const [first, second] = [1, 2].map(() => cache.follow(question('a'), () => {}));
    first!();
    expect(asked[0]!.asking.signal.aborted).toBe(false);
    second!();
    expect(asked[0]!.asking.signal.aborted).toBe(true);
  });

  test('that was left while it waited is never asked', () => {
    vi.useFakeTimers();
    const cache = createQueryCache();
    const { asked, question } = asker({ restMs: 100 });
    cache.follow(question('a'), () => {})();
    cache.follow(question('b'), () => {});
    vi.advanceTimersByTime(99);
    expect(asked).toEqual([]);
    vi.advanceTimersByTime(1);
    expect(asked.map(({ key }) => key)).toEqual(['b']);
    vi.useRealTimers();
  });

  test('that failed is asked again by whoever follows it next', async () => {
    const cache = createQueryCache();
    const { asked, question } = asker();
    const leave = cache.follow(question('a'), () => {});
    asked[0]!.fail();
    await settled();
    const failed = cache.read(question('a'));
    expect(failed).toMatchObject({ status: 'failed', answer: undefined });
    expect(String(failed.error)).toBe('Error: a');
    leave();
    cache.follow(question('a'), () => {});
    expect(cache.read(question('a'))).toMatchObject({ status: 'asking', error: undefined });
    asked[1]!.answer('A');
    await settled();
    expect(cache.read(question('a'))).toMatchObject({ status: 'answered', answer: 'A' });
  });

  test('says nothing of a failure that comes after it was left', async () => {
    const cache = createQueryCache();
    const { asked, question } = asker();
    const leave = cache.follow(question('a'), () => {});
    leave();
    const again = vi.fn();
    cache.follow(question('a'), again);
    asked[0]!.fail();
    await settled();
    expect(again).not.toHaveBeenCalled();
    expect(cache.read(question('a')).status).toBe('asking');
  });
});

describe('while a new answer comes', () => {
  test('the last one of its kind stands in for it, and none of another kind or owner', async () => {
    const cache = createQueryCache();
    const { asked, question } = asker();
    cache.follow(question('a'), () => {})();
    asked[0]!.answer('A');
    await settled();
    expect(cache.read(question('b'))).toMatchObject({ answer: undefined, last: 'A' });
    expect(cache.read({ ...question('b'), kind: 'other' }).last).toBeUndefined();
    expect(cache.read({ ...question('b'), of: {} }).last).toBeUndefined();
  });

  test('answers that come out of order leave the newest question’s in place', async () => {
    const cache = createQueryCache();
    const { asked, question } = asker();
    for (const key of ['a', 'b']) cache.follow(question(key), () => {})();
    const heard = vi.fn();
    cache.follow(question('c'), heard);
    asked[1]!.answer('B');
    await settled();
    expect(cache.read(question('c')).last).toBe('B');
    expect(heard).toHaveBeenCalledOnce();
    asked[0]!.answer('A');
    await settled();
    expect(cache.read(question('c')).last).toBe('B');
  });

  test('what is known so far is shown, and lies ready when it is asked again', async () => {
    const cache = createQueryCache();
    const { asked, question } = asker({ keep: 1 });
    const leave = cache.follow(question('a'), () => {});
    asked[0]!.asking.show('half of A');
    expect(cache.read(question('a'))).toMatchObject({ status: 'asking', answer: 'half of A' });
    leave();
    cache.follow(question('a'), () => {});
    expect(asked[1]!.asking.soFar).toBe('half of A');
    asked[0]!.asking.show('more of the old A');
    expect(cache.read(question('a')).answer).toBe('half of A');
  });
});

describe('an answer that nobody follows', () => {
  test('is kept as far as its kind asks for, the oldest go first', async () => {
    const cache = createQueryCache();
    const { asked, question } = asker({ keep: 2 });
    for (const key of ['a', 'b', 'c']) {
      const leave = cache.follow(question(key), () => {});
      asked.at(-1)!.answer(key);
      await settled();
      leave();
    }
    const answers = ['a', 'b', 'c'].map((key) => cache.read(question(key)).answer);
    expect(answers).toEqual([undefined, 'b', 'c']);
    cache.follow(question('c'), () => {});
    expect(asked).toHaveLength(3);
  });
});

describe('a worker that is asked in turn', () => {
  test('is never asked what was given up while another question was under way', async () => {
    const calls: { name: string; answer: () => void }[] = [];
    const client = {
      call: (name: string) =>
        new Promise((resolve) => calls.push({ name, answer: () => resolve({ answer: name }) })),
    } as unknown as Client;
    const turns = inTurns(client);
    const [kept, left] = [new AbortController(), new AbortController()];
    const first = turns.call('template', { name: '' }, kept.signal);
    const second = turns.call('pack', { files: {} }, left.signal);
    const third = turns.call('template', { name: 'third' }, kept.signal);
    left.abort();
    expect(calls).toHaveLength(1);
    calls[0]!.answer();
    await expect(first).resolves.toBe('template');
    await expect(second).rejects.toThrow(/abort/);
    await settled();
    expect(calls.map(({ name }) => name)).toEqual(['template', 'template']);
    calls[1]!.answer();
    await expect(third).resolves.toBe('template');
  });
});
