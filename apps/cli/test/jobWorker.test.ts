import { serialize } from 'node:v8';
import { newCase, readCase } from '@asylia/cases';
import type { StudyInput } from '@asylia/lab';
import { worldsJob } from '@asylia/lab';
import { expect, test } from 'vitest';
import runRange from '../src/executors/job-worker.ts';
import { fileOfPart } from '../src/executors/partFile.ts';

const inputOf = (seed: number): StudyInput => {
  const result = readCase(newCase('small'));
  if ('faults' in result) throw new Error('template');
  return { case: { ...result.case, end: '2025-01-20' }, calibration: null, scenario: null, seed };
};

function taskOf(job: number, seed: number, isSaved: boolean, firstWorld: number) {
  const bytes = serialize(inputOf(seed));
  const input = new SharedArrayBuffer(bytes.length);
  new Uint8Array(input).set(bytes);
  const range = { firstWorld, count: 2 };
  return { job, kind: 'worlds', hash: `hash ${seed}`, input, isSaved, range };
}

const alone = (seed: number, firstWorld: number) =>
  worldsJob.runner(inputOf(seed))({ firstWorld, count: 2 });

test('a thread computes what the job would compute here, one job after the other', async () => {
  for (const [job, seed, firstWorld] of [
    [1, 5, 0],
    [1, 5, 4],
    [2, 6, 4],
    [3, 5, 4],
  ] as const) {
    const { part, file } = await runRange(taskOf(job, seed, false, firstWorld));
    expect(part).toEqual(alone(seed, firstWorld));
    expect(file).toBeNull();
  }
});

test('a thread makes the file of a part that is saved, the same as would be made here', async () => {
  const { part, file, seconds } = await runRange(taskOf(9, 7, true, 2));
  const of = { kind: worldsJob, hash: 'hash 7', range: { firstWorld: 2, count: 2 } };
  expect(file).toEqual(fileOfPart(of, part as ReturnType<typeof alone>));
  expect(seconds).toBeGreaterThan(0);
});

test('two ranges that come at once share one reading of the job', async () => {
  const tasks = [0, 2, 4].map((firstWorld) => taskOf(12, 8, false, firstWorld));
  const results = await Promise.all(tasks.map((task) => runRange(task)));
  expect(results.map(({ part }) => part)).toEqual([0, 2, 4].map((world) => alone(8, world)));
});
