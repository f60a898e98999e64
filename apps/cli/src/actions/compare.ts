import { join, resolve } from 'node:path';
import { pairedDifferences, UserError } from '@asylia/lab';
import type { Ground } from '@asylia/view';
import { groundOfRun, writeResults } from '../output/results.ts';
import { comparisonTable, preliminaryComparison } from '../output/words.ts';
import type { FinishedStudy, StudyOptions } from '../runs/study.ts';
import { expectedRun, expectedStudy, prepareStudy, runStudy } from '../runs/study.ts';
import type { Effects } from '../shell/effects.ts';
import { findScenario, loadCase } from '../shell/loadCase.ts';

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
  const placed = wanted.map((id) =>
    options.out ? { ...options, out: join(resolve(options.out), id) } : options,
  );
  const first = scenarios.map((scenario, i) => {
    const prepared = prepareStudy(effects, loaded, scenario, placed[i]!);
    return expectedStudy(prepared, loaded, expectedRun(prepared));
  });
  const expected = pairsOf(first);
  if (!options.json) {
    effects.out(`${preliminaryComparison(summariesOf(first), expected)}\n`);
  }
  const studies: FinishedStudy[] = [];
  let ground: Ground | undefined;
  for (const [i, scenario] of scenarios.entries()) {
    effects.err(`scenario ${wanted[i]}\n`);
    const write = async (finished: FinishedStudy) => {
      ground ??= await groundOfRun(finished.summary);
      await writeResults(effects, finished, { ground });
    };
    studies.push(await runStudy(effects, loaded, scenario, placed[i]!, write));
  }
  const rows = pairsOf(studies);
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
  effects.out(`${comparisonTable(summariesOf(studies), rows, expected)}\n`);
  for (const { summary, folder } of studies) {
    effects.out(`${summary.scenario.title}: ${join(folder, 'report.html')}\n`);
  }
}

/** Each study after the first against it. */
const pairsOf = ([first, ...others]: readonly FinishedStudy[]) =>
  others.map(({ summary, ensemble }) => ({
    scenario: summary.scenario.id,
    outcomes: pairedDifferences(first!.figures, first!.ensemble, ensemble),
  }));

const summariesOf = (studies: readonly FinishedStudy[]) => studies.map(({ summary }) => summary);
