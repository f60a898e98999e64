import type { Article, Case, CaseWords, Fault, Files, Overlay } from '@asylia/cases';
import {
  applyOverlay,
  caseNames,
  hostCountriesOf,
  readArticle,
  readCase,
  readCaseWords,
  readJson,
  readOverlay,
  shapeFaults,
  wordsFile,
} from '@asylia/cases';
import { builtInFactors } from '@asylia/security';
import type { z } from 'zod';
import type { CalibrationPlan } from '../calibrate/plan.ts';
import { calibrationPlanSchema } from '../calibrate/plan.ts';
import type { CalibrationResult } from '../calibrate/result.ts';
import { calibrationResultSchema } from '../calibrate/result.ts';
import { readCaseFactors } from '../threat/caseFactors.ts';
import type { CaseFactor } from '../threat/runner.ts';
import type { CheckDefinition } from '../validate/definitions.ts';
import { checkDefinitionsSchema } from '../validate/definitions.ts';

/** A case with what stands beside its tables in the folder. */
export interface CaseFolder {
  readonly case: Case;
  readonly checks: readonly CheckDefinition[];
  readonly plan: CalibrationPlan | null;
  readonly calibration: {
    readonly plan: CalibrationPlan;
    readonly result: CalibrationResult;
  } | null;
  readonly scenarios: readonly Overlay[];
  readonly factors: readonly CaseFactor[];
  /** An article about the case, which the runs judge; null = none. */
  readonly article: Article | null;
  /** Names of the case in other languages. */
  readonly words: CaseWords;
}

/**
 * Reads all that a folder of a case holds: tables, checks, calibration, scenarios, factors, its
 * article and its words. Pure.
 *
 * @param files path within the folder (`places.csv`, `scenarios/no-offers.json`) -> content
 * @returns the folder, or every fault that was found; never throws on bad input
 */
export function readCaseFolder(
  files: Files,
): { readonly folder: CaseFolder } | { readonly faults: readonly Fault[] } {
  const read = readCase(files);
  if ('faults' in read) return read;
  const source = read.case;
  const faults: Fault[] = [];
  const add = (found: readonly Fault[]) => {
    for (const one of found) faults.push(one);
  };
  const beside = <T>(file: string, schema: z.ZodType<T>): T | null => {
    const content = files.get(file);
    if (content === undefined) return null;
    const json = readJson(file, content);
    if ('faults' in json) {
      add(json.faults);
      return null;
    }
    const parsed = schema.safeParse(json.value);
    if (parsed.success) return parsed.data;
    add(shapeFaults(file, parsed.error, []));
    return null;
  };
  const checks = beside('checks.json', checkDefinitionsSchema) ?? [];
  const plan = beside('calibration-plan.json', calibrationPlanSchema);
  const result = beside('calibration.json', calibrationResultSchema);
  const scenarios = [...files]
    .filter(([name]) => /^scenarios\/[^/]+\.json$/.test(name))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([name, bytes]) => {
      const overlay = readOverlay(name, bytes);
      if ('overlay' in overlay) return [overlay.overlay];
      add(overlay.faults);
      return [];
    });
  const content = files.get('factors.json');
  const declared =
    content === undefined ? { factors: [] } : readCaseFactors('factors.json', content, builtIn);
  if ('faults' in declared) add(declared.faults);
  const factors = 'factors' in declared ? declared.factors : [];
  const calibration = plan && result ? { plan, result } : null;
  const fits = (file: string, name: string, overlay: Overlay) => {
    const changed = applyOverlay(source, overlay);
    if ('faults' in changed) add(changed.faults.map((one) => inFile(one, file, name)));
  };
  if (result) fits('calibration.json', 'overlay', result.overlay);
  for (const one of scenarios) fits(`scenarios/${one.id}.json`, one.id, one);
  for (const one of factors) fits('factors.json', one.id, one.overlay);
  const article = articleOf(files, { case: source, checks, scenarios, factors }, add);
  const words = wordsOf(files, caseNames({ case: source, scenarios, factors, article }), add);
  if (faults.length > 0) return { faults };
  return {
    folder: { case: source, checks, plan, calibration, scenarios, factors, article, words },
  };
}

type AddFaults = (found: readonly Fault[]) => void;

function articleOf(
  files: Files,
  folder: Pick<CaseFolder, 'case' | 'checks' | 'scenarios' | 'factors'>,
  add: AddFaults,
): Article | null {
  const file = 'article/claims.json';
  const content = files.get(file);
  if (content === undefined) return null;
  const ids = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id);
  const read = readArticle(file, content, {
    groups: ids(folder.case.groups),
    neighbours: hostCountriesOf(folder.case),
    factors: ids(folder.factors),
    scenarios: ids(folder.scenarios),
    checks: ids(folder.checks),
  });
  if ('article' in read) return read.article;
  add(read.faults);
  return null;
}

function wordsOf(files: Files, names: ReadonlyMap<string, string>, add: AddFaults): CaseWords {
  return Object.fromEntries(
    [...files].flatMap(([file, content]) => {
      const language = wordsFile.exec(file)?.[1];
      if (language === undefined) return [];
      const read = readCaseWords(file, content, names);
      if ('words' in read) return [[language, read.words] as const];
      add(read.faults);
      return [];
    }),
  );
}

const builtIn = builtInFactors.map((factor) => factor.id);

/** A change that cannot be made is a fault of the file that asks for it. */
function inFile(one: Fault, file: string, name: string): Fault {
  const where = [name, one.file.startsWith('overlay ') ? '' : one.file, one.column ?? ''];
  return { ...one, file, row: null, column: where.filter((part) => part !== '').join(' ') };
}
