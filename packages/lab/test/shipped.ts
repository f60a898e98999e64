import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Case } from '@asylia/cases';
import { isCaseFile, readCase, readTheory } from '@asylia/cases';
import type { CaseFolder, TheoryInput } from '../src/index.ts';
import { readCaseFolder } from '../src/index.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));

/** A case that comes along. */
export function caseAt(name: string): Case {
  const folder = `${root}cases/${name}/`;
  const names = readdirSync(folder).filter((file) => /\.csv$|^datapackage/.test(file));
  const result = readCase(
    new Map(names.map((file) => [file, readFileSync(folder + file, 'utf8')])),
  );
  if ('faults' in result) throw new Error(JSON.stringify(result.faults));
  return result.case;
}

/** A case that comes along, with all that stands beside its tables. */
export function folderAt(name: string): CaseFolder {
  const folder = `${root}cases/${name}/`;
  const inside = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(isCaseFile);
  const result = readCaseFolder(new Map(inside.map((file) => [file, readFileSync(folder + file)])));
  if ('faults' in result) throw new Error(JSON.stringify(result.faults));
  return result.folder;
}

/** A theory that comes along. */
export function theoryAt(id: string): TheoryInput {
  const result = readTheory(`${id}.json`, readFileSync(`${root}theories/${id}.json`));
  if ('faults' in result) throw new Error(JSON.stringify(result.faults));
  return result.theory;
}
