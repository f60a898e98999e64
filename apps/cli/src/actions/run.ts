import { join } from 'node:path';
import type { Overlay } from '@asylia/cases';
import type { Check } from '@asylia/lab';
import type { LanguageId } from '@asylia/words';
import { withCaseWords, wordsIn } from '@asylia/words';
import { languageCalled } from '@asylia/words/folder';
import { findingsOf, findingsText, preliminaryText } from '../output/findings.ts';
import { dataFiles, groundOfRun, writeResults } from '../output/results.ts';
import { writeThreat } from '../output/threatResults.ts';
import { preliminaryThreat, threatText } from '../output/threatWords.ts';
import { validationTable } from '../output/words.ts';
import type { FinishedThreat, Pieces, ThreatFindings, ThreatOptions } from '../runs/attribution.ts';
import {
  computeSamples,
  computeTables,
  defaultThreat,
  finishThreat,
  prepareThreat,
  together,
} from '../runs/attribution.ts';
import { causeIfAny } from '../runs/cause.ts';
import type { FinishedStudy, PreparedStudy, StudyOptions } from '../runs/study.ts';
import {
  computeWorlds,
  expectedRun,
  expectedStudy,
  finishStudy,
  prepareStudy,
  runManifest,
  runStudy,
  timed,
} from '../runs/study.ts';
import type { Effects } from '../shell/effects.ts';
import type { LoadedCase } from '../shell/loadCase.ts';
import { findScenario, loadCase } from '../shell/loadCase.ts';
import { otherCases } from '../shell/otherCases.ts';
import { holding } from '../shell/ownFolder.ts';
import { stoppable } from '../shell/stoppable.ts';

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
 * it is. What the expected run says is said first, and again beside its bands.
 */
export async function run(effects: Effects, name: string, options: MainJobOptions): Promise<void> {
  const started = effects.nowMs();
  const loaded = loadCase(effects, name);
  const scenario = scenarioOf(effects, loaded, options.scenario);
  const prepared = prepareStudy(effects, loaded, scenario, options);
  const expected = expectedRun(prepared);
  const first = findingsOf(expectedStudy(prepared, loaded, expected).summary);
  const say = options.json ? () => undefined : effects.out;
  say(`${preliminaryText(first)}\n`);
  const threat = options.threat ? prepareAttribution(effects, loaded, prepared, options) : null;
  const finished = await holding(effects, prepared, runManifest, async () => {
    const made = await stoppable(effects, async (isStopped) => {
      const tables = threat ? await threat.tables(isStopped) : nothing;
      if (threat) say(`${preliminaryThreat(threat.prepared, tables.parts)}\n`);
      const worlds = await computeWorlds(effects, prepared, options, isStopped);
      // The threads sample the worlds of the threat while this thread reads those of the case.
      const finish = async () => {
        const study = finishStudy(prepared, loaded, expected, worlds);
        say(`${findingsText(findingsOf(study.summary), first)}\n`);
        const files = await dataFiles(study.summary);
        const ground = await groundOfRun(study.summary);
        const words = wordsIn(withCaseWords(languageCalled(options.language), loaded.words));
        return { study, shown: { ground, files, words }, beside: threat?.beside() ?? null };
      };
      const [read, samples] = await Promise.all([
        whileThreadsWork(finish),
        threat ? threat.samples(tables, isStopped) : nothing,
      ]);
      return { ...read, pieces: together(tables, samples) };
    });
    // What the threads hold is memory that the reports need.
    await effects.close();
    const { shown, pieces, beside } = made;
    const study = timed(made.study, effects.nowMs() - started);
    const attribution = threat && beside ? threat.finish(study, { ...beside, pieces }) : null;
    await writeResults(effects, study, { ...shown, threat: attribution?.summary ?? null });
    if (attribution) {
      await writeThreat(effects, attribution, shown.words);
      say(`${threatText(attribution.summary)}\n\n`);
    }
    return study;
  });
  if (options.json) effects.out(`${JSON.stringify(asJson(finished))}\n`);
  say(`Report: ${join(finished.folder, 'report.html')}\nAll results: ${finished.folder}\n`);
}

const nothing: Pieces = { parts: [], files: {} };

/** Only the comparison with the record. */
export async function validate(effects: Effects, name: string, options: RunOptions): Promise<void> {
  const loaded = loadCase(effects, name);
  const scenario = scenarioOf(effects, loaded, options.scenario);
  const finished = await runStudy(effects, loaded, scenario, options, (study) =>
    writeResults(effects, study),
  );
  if (options.json) effects.out(`${JSON.stringify(asJson(finished))}\n`);
  else
    effects.out(
      `${validationTable(finished.summary)}\nReport: ${join(finished.folder, 'report.html')}\n`,
    );
}

/**
 * Wherein the threat lies, for the main job: all theories, whole tables in the expected run,
 * intervals over draws.
 */
function prepareAttribution(
  effects: Effects,
  loaded: LoadedCase,
  { folder }: PreparedStudy,
  { to, draws, endError, seed, workers, scenario, redis }: MainJobOptions,
) {
  const started = effects.nowMs();
  const within = { ...loaded, case: { ...loaded.case, end: to ?? loaded.case.end } };
  const options: ThreatOptions = {
    ...defaultThreat,
    draws,
    endError,
    sensitivityTheories: 1,
    seed,
    workers,
    scenario,
    out: folder,
    ...(redis === undefined ? {} : { redis }),
  };
  const prepared = prepareThreat(effects, within, options);
  return {
    prepared,
    tables: (isStopped: () => boolean) => computeTables(effects, prepared, options, isStopped),
    samples: (tables: Pieces, isStopped: () => boolean) =>
      computeSamples(effects, prepared, options, tables, isStopped),
    beside: () => ({
      cause: causeIfAny(effects, loaded),
      others: otherCases(effects, within.case, prepared.theories.theories),
    }),
    finish: ({ summary }: FinishedStudy, found: Omit<ThreatFindings, 'tookMs'>): FinishedThreat => {
      const validation = Object.fromEntries(
        summary.checks.map(({ id, record, model, pass }) => [id, { record, model, pass }]),
      );
      const tookMs = effects.nowMs() - started;
      return finishThreat(prepared, within, { ...options, validation }, { ...found, tookMs });
    },
  };
}

/** Lets the threads be given their ranges before this thread is busy. */
async function whileThreadsWork<T>(work: () => Promise<T>): Promise<T> {
  await new Promise((resolve) => setTimeout(resolve, 20));
  return work();
}

function scenarioOf(effects: Effects, loaded: LoadedCase, name: string): Overlay | null {
  const scenario = findScenario(effects, loaded, name);
  effects.err(`${loaded.case.title}: ${loaded.case.start} to ${loaded.case.end}, no fault found\n`);
  return scenario;
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
