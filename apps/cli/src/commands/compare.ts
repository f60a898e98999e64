import { join, resolve } from 'node:path';
import type { Ground } from '@asylia/view';
import { UserError } from '../errors.ts';
import { pairedDifferences } from '../paired.ts';
import { groundOfRun, writeResults } from '../results.ts';
import type { Effects } from '../shell/effects.ts';
import { findScenario, loadCase } from '../shell/loadCase.ts';
import type { FinishedStudy, StudyOptions } from '../study.ts';
import { runStudy } from '../study.ts';
import { comparisonTable } from '../words.ts';

export interface CompareOptions extends StudyOptions {
  readonly scenario: readonly string[];
  readonly json: boolean;
}

/** Policies side by side on the same keyed worlds: paired differences from the first. */
export async function compare(
  effects: Effects,
  name: string,
  options: CompareOptions,
): Promise<void> {
  const wanted =
    options.scenario.length === 1 ? ['as-it-was', ...options.scenario] : options.scenario;
  if (wanted.length < 2 || new Set(wanted).size !== wanted.length) {
    throw new UserError(
      'compare: expected two or more different scenarios (--scenario a --scenario b). One is compared with as-it-was.',
    );
  }
  const loaded = loadCase(effects, name);
  const scenarios = wanted.map((id) => findScenario(effects, loaded, id));
  const studies: FinishedStudy[] = [];
  let ground: Ground | undefined;
  for (const [i, scenario] of scenarios.entries()) {
    effects.err(`scenario ${wanted[i]}\n`);
    const out = options.out ? join(resolve(options.out), wanted[i]!) : undefined;
    const finished = await runStudy(effects, loaded, scenario, {
      ...options,
      ...(out ? { out } : {}),
    });
    ground ??= groundOfRun(finished.summary);
    await writeResults(effects, finished, { ground });
    studies.push(finished);
  }
  const rows = studies.slice(1).map((other) => pairedDifferences(studies[0]!, other));
  if (options.json) {
    effects.out(
      `${JSON.stringify({
        scenarios: studies.map(({ summary }) => ({ id: summary.scenario.id, run: summary.run })),
        seed: options.seed,
        worlds: options.worlds,
        outcomes: rows,
      })}\n`,
    );
    return;
  }
  effects.out(
    `${comparisonTable(
      studies.map((s) => s.summary),
      rows,
    )}\n`,
  );
  for (const { summary, folder } of studies) {
    effects.out(`${summary.scenario.title}: ${join(folder, 'report.html')}\n`);
  }
}
