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
} from '@asylia/lab';
import { causeOfFlightSentences, causeOfFlightTables } from '@asylia/view';
import { englishWords } from '@asylia/words';
import { UserError } from '../errors.ts';
import type { Effects } from '../shell/effects.ts';
import type { LoadedCase } from '../shell/loadCase.ts';
import { loadCase } from '../shell/loadCase.ts';
import { textTable } from '../textTable.ts';

const declarationFile = 'cause-of-flight.json';

/** Tests the explanations put at the time and prints what they come to. */
export function cause(
  effects: Effects,
  name: string,
  options: { readonly data?: string; readonly json: boolean },
): void {
  const value = readCause(effects, loadCase(effects, name), options.data);
  if (!options.json) {
    effects.out(causeText(value));
    return;
  }
  // The rows of a file that the user was given are not passed on with the results.
  const { series, ...rest } = value;
  effects.out(`${JSON.stringify(options.data ? rest : { ...rest, series })}\n`);
}

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

function causeText(value: CauseOfFlight): string {
  const said = causeOfFlightSentences(englishWords, value);
  const list = (lines: readonly string[]) => lines.map((line) => `- ${line}\n`).join('');
  const parts = [
    said.notices.join('\n'),
    list(said.verdicts).trimEnd(),
    list(said.together).trimEnd(),
    list(said.caveats).trimEnd(),
    ...causeOfFlightTables(englishWords, value).map((table) =>
      `${table.title}\n${textTable(table)}`.trimEnd(),
    ),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}
