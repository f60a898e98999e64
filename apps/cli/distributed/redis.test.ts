import type { ChildProcess } from 'node:child_process';
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { conflictFiles } from '../test/withFlee.ts';

const isHere = spawnSync('redis-server', ['--version']).status === 0;
if (!isHere) console.warn('skipped: no redis-server here; runs over Redis were not tried');

const entry = fileURLToPath(new URL('../dist/asylia.js', import.meta.url));
const port = 7000 + (process.pid % 2000);
const address = `redis://localhost:${port}`;
const killEveryMs = 2000;

const asylia = (...args: string[]) =>
  spawn(process.execPath, [entry, ...args], { stdio: ['ignore', 'ignore', 'pipe'] });
const redis = () =>
  spawn('redis-server', ['--port', String(port), '--save', '', '--appendonly', 'no'], {
    stdio: 'ignore',
  });
const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const ended = (child: ChildProcess) =>
  new Promise<number | null>((resolve) => child.on('exit', resolve));

const checksum = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex');

/** Checksum of every file of a folder but the manifest, which names the seconds. */
function filesOf(folder: string, inside = ''): [string, string][] {
  return readdirSync(join(folder, inside))
    .sort()
    .flatMap((name) => {
      const path = join(inside, name);
      if (statSync(join(folder, path)).isDirectory()) return filesOf(folder, path);
      return name === 'manifest.json'
        ? []
        : [[path, checksum(join(folder, path))] as [string, string]];
    });
}

/**
 * Gives a command to three workers; one is killed every two seconds, and the server, which keeps
 * nothing, once: when a third of the shards is there.
 */
async function underFire(args: readonly string[], folder: string, shards: number) {
  let server = redis();
  await wait(500);
  const worker = () => asylia('worker', '--redis', address);
  const workers = [worker(), worker(), worker()];
  const far = asylia(...args, '--out', folder, '--redis', address);
  let said = '';
  far.stderr?.on('data', (text) => {
    said += text;
  });
  let over = false;
  const end = ended(far).then((exit) => {
    over = true;
    return exit;
  });
  let kills = 0;
  let restarts = 0;
  for (let turn = 1; !over; turn++) {
    await Promise.race([end, wait(killEveryMs / 4)]);
    if (over) break;
    if (restarts === 0 && partsIn(folder).length >= shards / 3) {
      server.kill('SIGKILL');
      await ended(server);
      server = redis();
      restarts += 1;
    }
    if (turn % 4 !== 0) continue;
    const victim = kills % workers.length;
    workers[victim]!.kill('SIGKILL');
    workers[victim] = worker();
    kills += 1;
  }
  const code = await end;
  for (const one of workers) one.kill('SIGKILL');
  server.kill('SIGKILL');
  await ended(server);
  return { code, said, kills, restarts };
}

/** Names of the parts that are kept, without their checksums. */
function partsIn(folder: string): string[] {
  const parts = join(folder, 'worlds');
  if (!statSync(parts, { throwIfNoEntry: false })) return [];
  return readdirSync(parts, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.parquet'),
  );
}

test.skipIf(!isHere).each([
  [
    'a run',
    ['run', 'kosovo-1999', '--no-threat', '--worlds', '200', '--per-shard', '1', '--seed', '4'],
  ],
  [
    'a comparison of conflicts',
    ['validate', 'CONFLICT', '--worlds', '680', '--peer-worlds', '640', '--per-shard', '20'],
  ],
])(
  '%s of 200 shards on three workers gives the bytes of one alone, with one of them killed every two seconds and the server too',
  async (_, command) => {
    const folder = mkdtempSync(join(tmpdir(), 'asylia-redis-'));
    for (const [path, text] of conflictFiles(600, 1000)) {
      const file = join(folder, 'conflict', path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text);
    }
    const args = command.map((word) => (word === 'CONFLICT' ? join(folder, 'conflict') : word));
    const start = performance.now();
    const far = await underFire(args, join(folder, 'far'), 200);
    expect(far.code, far.said).toBe(0);
    console.info(
      `${Math.round((performance.now() - start) / 1000)} s, ${far.kills} workers killed, ${far.restarts} restart of the server`,
    );
    expect(far.kills).toBeGreaterThan(2);
    expect(far.restarts).toBe(1);
    expect(partsIn(join(folder, 'far')).length).toBe(200);
    const alone = asylia(...args, '--workers', '1', '--out', join(folder, 'alone'));
    alone.stderr?.resume();
    expect(await ended(alone)).toBe(0);
    const kept = filesOf(join(folder, 'alone'));
    // On one machine the parts of a comparison are not kept.
    const same = new Set(kept.map(([path]) => path));
    const results = filesOf(join(folder, 'far')).filter(
      ([path]) => same.has(path) || !path.startsWith('worlds/'),
    );
    expect(results).toEqual(kept);
  },
  120_000,
);
