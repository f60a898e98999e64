import { join } from 'node:path';
import { formatFaults } from '@asylia/cases';
import type { CauseDeclaration, CauseOfFlight } from '@asylia/lab';
import {
  causeDeclarationSchema,
  causeOfFlight,
  phaseRows,
  plainDeclaration,
  readPeriods,
  regionsOf,
  UserError,
} from '@asylia/lab';
import type { Effects } from '../shell/effects.ts';
import type { LoadedCase } from '../shell/loadCase.ts';

const declarationFile = 'cause-of-flight.json';

/**
 * The test for a case: on the file that the user names, else on the case's totals by phase.
 * @throws UserError where neither is there, or the file has faults
 */
export function readCause(effects: Effects, loaded: LoadedCase, data?: string): CauseOfFlight {
  const { tables, notices, leftHomeSeenIn } = loaded.case;
  const declaration = readDeclaration(effects, join(loaded.folder, declarationFile));
  if (!declaration && !data) {
    throw new UserError(
      `cause: expected ${declarationFile} in ${loaded.folder}, which says which rows of violence are counts, or --data with a file by region and period; got neither. Name a file with the columns ${Object.values(plainDeclaration.columns).join(', ')}.`,
    );
  }
  const used = declaration ?? plainDeclaration;
  const rows = data
    ? readFile(effects, data, used, regionsOf(tables.places))
    : phaseRows(tables.violence, used);
  if (!rows.some((row) => row.leaving > 0)) {
    throw new UserError(
      `cause: expected people leaving home in ${data ?? `violence.csv (rows of expulsion from ${used.source})`}, got none. Without them there is nothing to explain.`,
    );
  }
  return causeOfFlight({
    rows,
    resolution: data ? 'periods' : 'phases',
    notices,
    leftHomeSeenIn:
      tables.states.find((state) => state.country === leftHomeSeenIn)?.name ?? leftHomeSeenIn,
    declaration: used,
    closures: tables.frontier
      .filter((rule) => rule.rule === 'closed' || rule.rule === 'held')
      .map((rule) => ({
        from: rule.from,
        to: rule.to || loaded.case.end,
        text: `${rule.crossing} ${rule.rule} by ${rule.by}, ${rule.from} to ${rule.to || 'the end'}`,
      })),
  });
}

/** The test where the case or the user gives something to test; else null. */
export function causeIfAny(
  effects: Effects,
  loaded: LoadedCase,
  data?: string,
): CauseOfFlight | null {
  if (!data && !effects.read(join(loaded.folder, declarationFile))) return null;
  return readCause(effects, loaded, data);
}

function readDeclaration(effects: Effects, path: string): CauseDeclaration | null {
  const bytes = effects.read(path);
  if (!bytes) return null;
  try {
    return causeDeclarationSchema.parse(JSON.parse(new TextDecoder().decode(bytes)));
  } catch (error) {
    throw new UserError(`${path} does not have the form it should: ${(error as Error).message}`);
  }
}

function readFile(
  effects: Effects,
  path: string,
  declaration: CauseDeclaration,
  regions: readonly string[],
) {
  const bytes = effects.read(path);
  if (!bytes) {
    throw new UserError(
      `--data: expected a file, got "${path}", which is none. Name a CSV with the columns ${Object.values(declaration.columns).join(', ')}.`,
    );
  }
  const result = readPeriods(path, bytes, declaration, regions);
  if ('faults' in result) throw new UserError(formatFaults(result.faults));
  return result.rows;
}
