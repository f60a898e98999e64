import type { Job } from '@asylia/lab';
import { UserError } from '@asylia/lab';
import { afterEach, expect, test } from 'vitest';
import { makePool } from '../src/executors/threads.ts';

/** Threads that run `fixtures/thread.mjs`, and what a job of theirs gave back. */
const pool = makePool(new URL('./fixtures/thread.mjs', import.meta.url));
afterEach(() => pool.close());

interface Answer {
  readonly threadId: number;
  readonly job: number;
  readonly given: unknown;
  readonly range: { readonly n: number };
}

async function answers(
  ranges: readonly object[],
  input: unknown,
  change: Partial<Job> = {},
  workers = 2,
) {
  const parts: Answer[] = [];
  const files: unknown[] = [];
  const job = {
    kind: { id: 'worlds' },
    input,
    hash: 'h',
    ranges,
    isSaved: false,
    onPart: (part: unknown, _: unknown, __: unknown, file: unknown) => {
      parts.push(part as Answer);
      files.push(file);
    },
    shouldStop: () => false,
    ...change,
  } as unknown as Job;
  await pool.run(job, workers);
  return { parts, files };
}

const numbered = (count: number) => Array.from({ length: count }, (_, n) => ({ n }));

test('every range is computed once, by threads that are given the whole input', async () => {
  const input = { places: ['a', 'b'], people: Float64Array.of(1.5, Number.NaN), none: null };
  const { parts, files } = await answers(numbered(9), input);
  expect(parts.map(({ range }) => range.n).sort()).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
  for (const { given } of parts) expect(given).toEqual(input);
  expect(files).toEqual(parts.map(() => null));
  expect((await answers(numbered(1), {}, { isSaved: true })).files).toEqual([
    { bytes: Uint8Array.of(1), checksum: 'x' },
  ]);
});

test('the next job finds the same threads, and they are not mixed up with the last one', async () => {
  const first = await answers(numbered(6), 'one');
  const second = await answers(numbered(6), 'two');
  const threads = ({ parts }: typeof first) => [...new Set(parts.map((part) => part.threadId))];
  const known = threads(first);
  expect(threads(second).every((id) => known.includes(id))).toBe(true);
  expect(new Set(second.parts.map(({ given }) => given))).toEqual(new Set(['two']));
  expect(second.parts[0]!.job).not.toBe(first.parts[0]!.job);
});

test('another number of threads, and a job after the pool was closed, begin anew', async () => {
  const before = await answers(numbered(3), 1);
  const more = await answers(numbered(3), 1, {}, 3);
  expect(more.parts).toHaveLength(3);
  await pool.close();
  const after = await answers(numbered(3), 1);
  const old = [...before.parts, ...more.parts].map(({ threadId }) => threadId);
  expect(after.parts.some(({ threadId }) => old.includes(threadId))).toBe(false);
});

test('once stopped no further range is begun', async () => {
  let done = 0;
  await answers(numbered(50), 1, {
    onPart: () => {
      done++;
    },
    shouldStop: () => done >= 4,
  });
  expect(done).toBeGreaterThanOrEqual(4);
  expect(done).toBeLessThanOrEqual(6);
});

test('what a range throws is thrown, and the pool can still be closed', async () => {
  await expect(answers([{ do: 'fail' }, ...numbered(3)], 1)).rejects.toThrow('no such world');
  await pool.close();
});

test('a thread that ends without a word is said in a sentence too, and not waited for', async () => {
  const leaving = answers([...numbered(3), { do: 'leave' }], 1);
  await expect(leaving).rejects.toThrow(UserError);
  await expect(leaving).rejects.toThrow(/a worker thread ended.*kept/);
});

test('a thread that ends for want of memory is said in a sentence, with what to do', async () => {
  const dying = answers([{ do: 'die' }], 1);
  await expect(dying).rejects.toThrow(UserError);
  await expect(dying).rejects.toThrow(/out of memory.*kept.*--workers/);
});
