import { join } from 'node:path';
import type { Check } from '@asylia/study';
import type { LanguageId } from '@asylia/view';
import { loadLanguage } from '../languages.ts';
import { writeResults } from '../results.ts';
import type { Effects } from '../shell/effects.ts';
import type { LoadedCase } from '../shell/loadCase.ts';
import { findScenario, loadCase } from '../shell/loadCase.ts';
import type { FinishedStudy, StudyOptions } from '../study.ts';
import { runStudy } from '../study.ts';
import type { FinishedThreat } from '../threat.ts';
import { defaultThreat, runThreat } from '../threat.ts';
import { writeThreat } from '../threatResults.ts';
import { findings, validationTable } from '../words.ts';
import { causeIfAny } from './cause.ts';
import { threatText } from './threat.ts';

export interface RunOptions extends StudyOptions {
  readonly scenario: string;
  readonly json: boolean;
}

export interface MainJobOptions extends RunOptions {
  /** false leaves out wherein the threat lies */
  readonly threat: boolean;
  /** draws of the assumptions behind its intervals, each with a world of its own */
  readonly draws: number;
  readonly endError: number;
  /** of the reports */
  readonly language: LanguageId;
}

/**
 * The whole job: check, simulate, compare with the record, attribute, write the report, say where
 * it is.
 */
export async function run(effects: Effects, name: string, options: MainJobOptions): Promise<void> {
  const loaded = loadCase(effects, name);
  const language = await loadLanguage(options.language);
  const finished = await study(effects, loaded, options);
  const threat = options.threat ? await attribute(effects, loaded, options, finished) : null;
  await writeResults(effects, finished, threat?.summary ?? null, language);
  if (threat) await writeThreat(effects, threat, language);
  const { summary, folder } = finished;
  if (options.json) {
    effects.out(`${JSON.stringify(asJson(finished))}\n`);
    return;
  }
  effects.out(`\n${findings(summary)}\n`);
  if (summary.checks.length > 0) {
    const held = summary.checks.filter((check) => check.pass).length;
    effects.out(
      `Against the record: ${held} of ${summary.checks.length} checks hold; the misses are explained in the report.\n`,
    );
  }
  if (threat) effects.out(`\n${threatText(threat.summary)}\n`);
  effects.out(`\nReport: ${join(folder, 'report.html')}\nAll results: ${folder}\n`);
}

/** Only the comparison with the record. */
export async function validate(effects: Effects, name: string, options: RunOptions): Promise<void> {
  const finished = await study(effects, loadCase(effects, name), options);
  await writeResults(effects, finished);
  if (options.json) effects.out(`${JSON.stringify(asJson(finished))}\n`);
  else
    effects.out(
      `${validationTable(finished.summary)}\nReport: ${join(finished.folder, 'report.html')}\n`,
    );
}

/** Wherein the threat lies: all theories, whole tables in the expected run, intervals over draws. */
function attribute(
  effects: Effects,
  loaded: LoadedCase,
  options: MainJobOptions,
  { summary, folder }: FinishedStudy,
): Promise<FinishedThreat> {
  return runThreat(
    effects,
    { ...loaded, case: { ...loaded.case, end: options.to ?? loaded.case.end } },
    {
      ...defaultThreat,
      draws: options.draws,
      endError: options.endError,
      ledgerTheories: 1,
      seed: options.seed,
      workers: options.workers,
      scenario: options.scenario,
      out: folder,
      ...(options.redis === undefined ? {} : { redis: options.redis }),
      validation: Object.fromEntries(
        summary.checks.map(({ id, record, model, pass }) => [id, { record, model, pass }]),
      ),
    },
    causeIfAny({ ...effects, err: () => undefined }, loaded.folder),
  );
}

async function study(
  effects: Effects,
  loaded: LoadedCase,
  options: RunOptions,
): Promise<FinishedStudy> {
  const scenario = findScenario(effects, loaded, options.scenario);
  effects.err(`${loaded.case.title}: ${loaded.case.start} to ${loaded.case.end}, no fault found\n`);
  return runStudy(effects, loaded, scenario, options);
}

function asJson({ summary }: FinishedStudy) {
  const check = (c: Check) => ({
    id: c.id,
    title: c.title,
    unit: c.unit,
    window: c.window,
    record: c.record,
    model: c.model,
    low90: c.low90,
    high90: c.high90,
    error: c.error,
    baselines: c.baselines,
    pass: c.pass,
  });
  return {
    run: summary.run,
    inputHash: summary.inputHash,
    seed: summary.seed,
    worlds: summary.worlds,
    seconds: summary.seconds,
    checks: summary.checks.map(check),
  };
}
