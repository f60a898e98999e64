import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RunSummary, ThreatSummary } from '@asylia/lab';
import { main } from '../../../cli/src/main.ts';
import { realEffects } from '../../../cli/src/realEffects.ts';
import type { Effects } from '../../../cli/src/shell/effects.ts';

/** Runs the command in this process. @returns what it printed @throws Error when it failed */
export async function command(...argv: readonly string[]): Promise<string> {
  let printed = '';
  let complained = '';
  const effects: Effects = {
    ...realEffects,
    out: (text) => {
      printed += text;
    },
    err: (text) => {
      complained += text;
    },
    runJob: async (job) => {
      const run = job.kind.runner(job.input);
      for (const range of job.ranges) job.onPart(run(range), range, null);
    },
  };
  const code = await main(argv, effects);
  if (code !== 0) throw new Error(`asylia ${argv.join(' ')} ended with ${code}: ${complained}`);
  return printed;
}

export const newFolder = (what: string) => mkdtempSync(join(tmpdir(), `asylia-${what}-`));

/** The files of a run that the command wrote. */
export function fileOf<T>(folder: string, name: string): T {
  return JSON.parse(readFileSync(join(folder, name), 'utf8'));
}

/** A scenario as a file for the command; a name stays a name. */
function asScenario(folder: string, scenario: string | object): string {
  if (typeof scenario === 'string') return scenario;
  const path = join(folder, 'scenario.json');
  writeFileSync(path, JSON.stringify(scenario));
  return path;
}

/** `asylia run`: bands, record, checks. */
export async function runByCommand(
  name: string,
  worlds: number,
  scenario: string | object = 'as-it-was',
  seed = 1999,
): Promise<RunSummary> {
  const out = newFolder('run');
  await command(
    ...['run', name, '--no-threat', '--worlds', String(worlds), '--seed', String(seed)],
    ...['--scenario', asScenario(out, scenario), '--out', out, '--json'],
  );
  return fileOf(out, 'summary.json');
}

/** `asylia threat --expected`: levels, contributions, remedies. */
export async function threatByCommand(
  name: string,
  theory: string,
  frame: string,
  scenario: string | object = 'as-it-was',
): Promise<ThreatSummary> {
  const out = newFolder('threat');
  await command(
    ...['threat', name, '--expected', '--theory', theory, '--frame', frame, '--no-ledger'],
    ...['--scenario', asScenario(out, scenario), '--out', out, '--json'],
  );
  return fileOf(out, 'threat.json');
}

/** Measures of everyone's security as the command reckons them: all sources of threat on. */
export async function levelsByCommand(
  name: string,
  theory: string,
  scenario: string | object = 'as-it-was',
): Promise<Record<string, number>> {
  const { levels } = await threatByCommand(name, theory, 'all', scenario);
  return Object.fromEntries(levels.map(({ outcome, baseline }) => [outcome, baseline]));
}

/** Figures with as many digits as the command writes of contributions and levels. */
export function rounded(figures: Readonly<Record<string, number>>): Record<string, number> {
  return Object.fromEntries(
    Object.entries(figures).map(([id, value]) => [id, Number(value.toPrecision(7))]),
  );
}
