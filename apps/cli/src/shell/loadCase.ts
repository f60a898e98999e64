import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Case, Overlay } from '@asylia/cases';
import { formatFaults, hint, readCase, readOverlay } from '@asylia/cases';
import type { CalibrationPlan, CalibrationResult, CheckDefinition } from '@asylia/study';
import { calibrationPlanSchema, checkDefinitionsSchema } from '@asylia/study';
import { UserError } from '../errors.ts';
import type { Effects } from './effects.ts';

/** A case folder with what stands beside the tables. */
export interface LoadedCase {
  readonly folder: string;
  readonly case: Case;
  readonly checks: readonly CheckDefinition[];
  readonly plan: CalibrationPlan | null;
  readonly calibration: {
    readonly plan: CalibrationPlan;
    readonly result: CalibrationResult;
  } | null;
  readonly scenarios: readonly Overlay[];
}

/** Cases that come with the program: beside the built command, or in the source tree. */
export function shippedCases(): string {
  const beside = fileURLToPath(new URL('./cases', import.meta.url));
  return existsSync(beside) ? beside : fileURLToPath(new URL('../../../../cases', import.meta.url));
}

/** The folder meant by the user: a path, or the name of a case that comes with the program. */
export function locateCase(effects: Effects, name: string): string {
  if (effects.isFolder(name)) return name;
  const shipped = shippedCases();
  const inside = join(shipped, basename(name));
  if (name === basename(name) && effects.isFolder(inside)) return inside;
  const known = effects.isFolder(shipped) ? effects.list(shipped) : [];
  throw new UserError(
    `case: expected a folder or the name of a case, got "${name}", which is neither. ${hint(name, known)}`,
  );
}

/** Reads and checks a case and what stands beside it. @throws UserError with all faults */
export function loadCase(effects: Effects, name: string): LoadedCase {
  const folder = locateCase(effects, name);
  const source = loadTables(effects, folder);
  const json = (file: string): unknown => {
    const bytes = effects.read(join(folder, file));
    if (!bytes) return null;
    try {
      return JSON.parse(new TextDecoder().decode(bytes));
    } catch (error) {
      throw new UserError(`${join(folder, file)}: expected JSON; ${(error as Error).message}`);
    }
  };
  const checked = <T>(file: string, schema: { parse: (value: unknown) => T }): T | null => {
    const value = json(file);
    if (value === null) return null;
    try {
      return schema.parse(value);
    } catch (error) {
      throw new UserError(
        `${join(folder, file)} does not have the form it should: ${(error as Error).message}`,
      );
    }
  };
  const plan = checked('calibration-plan.json', calibrationPlanSchema);
  const result = json('calibration.json') as CalibrationResult | null;
  return {
    folder,
    case: source,
    checks: checked('checks.json', checkDefinitionsSchema) ?? [],
    plan,
    calibration: plan && result ? { plan, result } : null,
    scenarios: loadScenarios(effects, join(folder, 'scenarios')),
  };
}

/** Reads the tables of a case. @throws UserError with the first ten faults of each file */
export function loadTables(effects: Effects, folder: string): Case {
  const files = new Map<string, Uint8Array>();
  for (const name of effects.list(folder)) {
    if (!/\.csv$|^datapackage\.json$/.test(name)) continue;
    const bytes = effects.read(join(folder, name));
    if (bytes) files.set(name, bytes);
  }
  const result = readCase(files);
  if ('faults' in result) {
    throw new UserError(`${folder} has faults:\n${formatFaults(result.faults)}`);
  }
  for (const note of result.case.notes) effects.err(`${note}\n`);
  return result.case;
}

function loadScenarios(effects: Effects, folder: string): Overlay[] {
  if (!effects.isFolder(folder)) return [];
  return effects
    .list(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => readScenario(effects, join(folder, name)));
}

function readScenario(effects: Effects, path: string): Overlay {
  const result = readOverlay(path, effects.read(path) ?? '');
  if ('faults' in result) throw new UserError(formatFaults(result.faults));
  return result.overlay;
}

/** A scenario by its name, or from a file. */
export function findScenario(effects: Effects, loaded: LoadedCase, name: string): Overlay | null {
  if (name === 'as-it-was') return null;
  const known = loaded.scenarios.find((scenario) => scenario.id === name);
  if (known) return known;
  if (name.endsWith('.json') && effects.read(name)) return readScenario(effects, name);
  const ids = loaded.scenarios.map((scenario) => scenario.id);
  throw new UserError(
    `--scenario: expected the name of a scenario or a file, got "${name}". ${hint(name, ids)}`,
  );
}
