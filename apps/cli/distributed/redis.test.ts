import type { ChildProcess } from 'node:child_process';
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runChunk } from '@asylia/study';
import { expect, test } from 'vitest';
import { main } from '../src/main.ts';
import type { Effects } from '../src/shell/effects.ts';
import { realEffects } from '../src/shell/effects.ts';

const isHere = spawnSync('redis-server', ['--version']).status === 0;
if (!isHere) console.warn('skipped: no redis-server here; runs over Redis were not tried');

const entry = fileURLToPath(new URL('../src/asylia.ts', import.meta.url));
const port = 7000 + (process.pid % 2000);
const address = `redis://localhost:${port}`;

const asylia = (...args: string[]) =>
  spawn(process.execPath, ['--import', 'tsx', '--conditions=source', entry, ...args], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
const redis = () =>
  spawn('redis-server', ['--port', String(port), '--save', '', '--appendonly', 'no'], {
    stdio: 'ignore',
  });
const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const ended = (child: ChildProcess) =>
  new Promise<number | null>((resolve) => child.on('exit', resolve));

/** Every file of a folder but the manifest, which names the seconds. */
function filesOf(folder: string, inside = ''): [string, Buffer][] {
  return readdirSync(join(folder, inside))
    .sort()
    .flatMap((name) => {
      const path = join(inside, name);
      if (statSync(join(folder, path)).isDirectory()) return filesOf(folder, path);
      return name === 'manifest.json'
        ? []
        : [[path, readFileSync(join(folder, path))] as [string, Buffer]];
    });
}

test.skipIf(!isHere)(
  'a run over Redis gives the bytes of a run alone, whatever is killed on the way',
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'asylia-redis-'));
    const args = ['run', 'kosovo-1999', '--worlds', '80', '--seed', '4'];
    let server = redis();
    await wait(500);
    const workers = [0, 1, 2].map(() => asylia('worker', '--redis', address));
    let over = false;
    const far = asylia(...args, '--out', join(folder, 'far'), '--redis', address);
    let said = '';
    far.stderr?.on('data', (text) => {
      said += text;
    });
    const end = ended(far).then((code) => {
      over = true;
      return code;
    });
    let kills = 0;
    while (!over && kills < 6) {
      await Promise.race([end, wait(2000)]);
      if (over) break;
      const victim = kills % workers.length;
      workers[victim]!.kill('SIGKILL');
      workers[victim] = asylia('worker', '--redis', address);
      kills += 1;
      if (kills === 2) {
        server.kill('SIGKILL');
        await ended(server);
        server = redis();
      }
    }
    expect(await end, said).toBe(0);
    expect(kills).toBeGreaterThan(0);
    for (const worker of workers) worker.kill('SIGKILL');
    server.kill('SIGKILL');
    const alone: Effects = {
      ...realEffects,
      out: () => undefined,
      err: () => undefined,
      runWorlds: async ({ chunks, input, onChunk }) => {
        for (const { firstWorld, count } of chunks) onChunk(runChunk(input, firstWorld, count));
      },
    };
    expect(await main([...args, '--out', join(folder, 'alone')], alone)).toBe(0);
    expect(filesOf(join(folder, 'far'))).toEqual(filesOf(join(folder, 'alone')));
  },
  180_000,
);
