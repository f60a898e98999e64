import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { modelRevision } from '@asylia/lab';
import { describe, expect, test } from 'vitest';
import { modelRevision as revisionOfSources } from '../../../scripts/modelRevision.mjs';
import { checksumOf } from '../src/executors/checksum.ts';
import { columnsFromParquet, columnsToParquet } from '../src/executors/parquet.ts';
import { main } from '../src/main.ts';
import { realEffects } from '../src/realEffects.ts';
import type { Fake } from './fake.ts';
import { fake } from './fake.ts';

const words = ['run', 'small', '--no-threat', '--to', '2025-02-15', '--out', 'result'];
const argv = (seed: number, worlds = 4) =>
  words.concat('--per-shard', '2', '--worlds', `${worlds}`, '--seed', `${seed}`);

const known = new Map<number, Promise<Fake>>();

/** A run, made once for each seed; its files are copied before anything is done to them. */
async function ran(seed: number): Promise<Fake> {
  const made = known.get(seed) ?? runOf(seed);
  known.set(seed, made);
  const world = await made;
  return { ...world, files: new Map(world.files) };
}

async function runOf(seed: number): Promise<Fake> {
  const world = fake();
  expect(await main(argv(seed), world.effects), world.err()).toBe(0);
  return world;
}

const encoder = new TextEncoder();
const decoded = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes);
const partsIn = ({ files }: Fake) => [...files.keys()].filter((name) => name.endsWith('.parquet'));

/** Puts a file in the place of the first part, with its right checksum, and goes on. */
async function withPart(make: (bytes: Uint8Array) => Promise<Uint8Array> | Uint8Array) {
  const before = await ran(3);
  const [path = ''] = partsIn(before);
  const honest = before.files.get(path)!;
  const planted = await make(honest);
  const files = new Map(before.files);
  files.set(path, planted);
  files.set(`${path}.sha256`, encoder.encode(`${checksumOf(planted)}\n`));
  const again = fake({ files });
  expect(await main(argv(3), again.effects), again.err()).toBe(0);
  expect(files.get(path)).toEqual(honest);
  expect(decoded(files.get('result/summary.json'))).toBe(
    decoded(before.files.get('result/summary.json')),
  );
  return again;
}

describe('a part that is not the one it stands for is computed again, and said', () => {
  test('of another seed', async () => {
    const other = await ran(4);
    const { computed, err } = await withPart(() => other.files.get(partsIn(other)[0]!)!);
    expect(computed).toHaveLength(1);
    expect(err()).toContain('is of another run: these worlds are computed again');
  });

  test('of another range of the same run', async () => {
    const own = await ran(3);
    const { err } = await withPart(() => own.files.get(partsIn(own)[1]!)!);
    expect(err()).toContain('is of another range');
  });

  test('computed by another revision of the model', async () => {
    const { err } = await withPart(async (bytes) => {
      const { table, identity } = await columnsFromParquet(bytes);
      const columns = table.names.map((name) => ({ name, data: table.data.get(name)! }));
      return columnsToParquet(columns, { ...(identity as object), model: 'older' });
    });
    expect(err()).toContain('is of another revision of the model');
  });

  test('with other series than it says', async () => {
    const { err } = await withPart(async (bytes) => {
      const { table, identity } = await columnsFromParquet(bytes);
      const columns = table.names
        .slice(0, -1)
        .map((name) => ({ name, data: table.data.get(name)! }));
      return columnsToParquet(columns, identity);
    });
    expect(err()).toContain('is of another list of series than it holds');
  });

  test('that says nothing of itself, and garbage', async () => {
    const nameless = await withPart(async (bytes) => {
      const { table } = await columnsFromParquet(bytes);
      return columnsToParquet(
        table.names.map((name) => ({ name, data: table.data.get(name)! })),
        null,
      );
    });
    expect(nameless.err()).toContain('does not say of which run it is');
    const garbage = await withPart(() => Uint8Array.of(1, 2, 3));
    expect(garbage.err()).toContain('cannot be read');
  });
});

describe('a folder of results', () => {
  test('names every part that counts, with its checksum, and the revision of the model', async () => {
    const world = await ran(3);
    const manifest = JSON.parse(decoded(world.files.get('result/manifest.json')));
    const parts = partsIn(world);
    expect(parts).toHaveLength(2);
    expect(manifest.parts).toEqual(
      Object.fromEntries(
        parts.map((path) => [path.replace('result/', ''), checksumOf(world.files.get(path)!)]),
      ),
    );
    expect(manifest.model).toBe(modelRevision);
    // Worlds that a smaller run does not count are not among its parts.
    const fewer = fake({ files: world.files });
    expect(await main(argv(3, 2), fewer.effects)).toBe(0);
    const named = JSON.parse(decoded(world.files.get('result/manifest.json'))).parts;
    expect(Object.keys(named)).toEqual([parts[0]!.replace('result/', '')]);
  });

  test('belongs to one run: another is refused before anything is computed', async () => {
    const world = await ran(3);
    const other = fake({ files: world.files });
    expect(await main(argv(4), other.effects)).toBe(2);
    expect(other.err()).toMatch(/holds the results of another.*Choose another folder.*remove/);
    expect(other.computed).toEqual([]);
  });

  test('is held by one process, and let go when it is done, or stopped', async () => {
    const held = fake();
    held.files.set('result/asylia.lock', new Uint8Array());
    expect(await main(argv(3), held.effects)).toBe(2);
    expect(held.err()).toMatch(/another asylia is writing into .*result.*Wait.*another folder/);
    expect(held.computed).toEqual([]);
    expect((await ran(3)).files.has('result/asylia.lock')).toBe(false);
    const stopped = fake({ stopAfter: 1 });
    expect(await main(argv(3), stopped.effects)).toBe(130);
    expect(stopped.files.has('result/asylia.lock')).toBe(false);
  });
});

test('a lock on the disk holds as long as the process lives that made it', () => {
  const folder = mkdtempSync(join(tmpdir(), 'asylia-lock-'));
  const holder = (process: number | undefined, machine = hostname()) =>
    writeFileSync(join(folder, 'asylia.lock'), JSON.stringify({ process, machine }));
  holder(process.ppid);
  expect(realEffects.lock(folder)).toBeNull();
  holder(1, 'another machine');
  expect(realEffects.lock(folder)).toBeNull();
  // A process that has ended, as after a power cut.
  holder(spawnSync(process.execPath, ['-e', '']).pid);
  const release = realEffects.lock(folder);
  expect(release).not.toBeNull();
  release?.();
  expect(readdirSync(folder)).toEqual([]);
});

test('the revision of the model is the hash of its sources', () => {
  expect(modelRevision).toBe(revisionOfSources());
  expect(modelRevision).toMatch(/^[0-9a-f]{16}$/);
});
