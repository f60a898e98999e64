import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Pair } from './checkout.ts';
import { here, median } from './checkout.ts';

/** Whole commands, as a user gives them; {out} is a new folder. */
const commands: readonly { readonly what: string; readonly args: readonly string[] }[] = [
  {
    what: '256 coalitions under 7 theories, expected',
    args: ['threat', 'kosovo-1999', '--expected', '--no-ledger', '--out', '{out}'],
  },
  { what: '200 worlds', args: ['run', 'kosovo-1999', '--no-threat', '--out', '{out}'] },
  { what: 'main job', args: ['run', 'kosovo-1999', '--out', '{out}'] },
];

/** Written by a process when it ends, threads included: its own clocks, without what started it. */
const meter = `const { performance } = require('node:perf_hooks');
process.on('exit', () => {
  if (!require('node:worker_threads').isMainThread) return;
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  const used = { wall: performance.now() / 1000, cpu: (userCPUTime + systemCPUTime) / 1e6, mb: maxRSS / 1024 };
  require('node:fs').writeFileSync(process.env.METER, JSON.stringify(used));
});`;

interface Used {
  readonly wall: number;
  readonly cpu: number;
  readonly mb: number;
}

function use(checkout: string, args: readonly string[], scratch: string): Used {
  const hook = join(scratch, 'meter.cjs');
  const file = join(scratch, 'used.json');
  const out = mkdtempSync(join(scratch, 'out-'));
  writeFileSync(hook, meter);
  const given = args.map((arg) => (arg === '{out}' ? out : arg));
  const program = join(checkout, 'apps/cli/dist/asylia.js');
  const { status, stderr } = spawnSync(process.execPath, ['--require', hook, program, ...given], {
    env: { ...process.env, METER: file },
    encoding: 'utf8',
  });
  rmSync(out, { recursive: true });
  if (status !== 0)
    throw new Error(`${program} ${given.join(' ')} ended with ${status}: ${stderr}`);
  return JSON.parse(readFileSync(file, 'utf8')) as Used;
}

/** Seconds on the clock and of the processor, and memory, of whole commands of two built checkouts. */
export function timeCommands(other: string, rounds: number): Pair[] {
  const scratch = mkdtempSync(join(tmpdir(), 'asylia-bench-'));
  try {
    return commands.flatMap(({ what, args }) => {
      const times = Array.from({ length: rounds }, () => ({
        old: use(other, args, scratch),
        now: use(here, args, scratch),
      }));
      const of = (side: 'old' | 'now', field: keyof Used) =>
        median(times.map((time) => time[side][field]));
      const pair = (name: string, unit: string, field: keyof Used): Pair => ({
        what: `${what}: ${name} (\`asylia ${args.slice(0, -2).join(' ')}\`)`,
        unit,
        old: of('old', field),
        now: of('now', field),
        ratio: median(times.map(({ old, now }) => now[field] / old[field])),
      });
      return [
        pair('processor time', 's', 'cpu'),
        pair('time on the clock', 's', 'wall'),
        pair('memory at most', 'MB', 'mb'),
      ];
    });
  } finally {
    rmSync(scratch, { recursive: true });
  }
}
