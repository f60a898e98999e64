import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Case } from '@asylia/cases';
import { readCase, readTheory } from '@asylia/cases';
import type { TheoryInput } from '../src/index.ts';

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

/** A theory that comes along. */
export function theoryAt(id: string): TheoryInput {
  const result = readTheory(`${id}.json`, readFileSync(`${root}theories/${id}.json`));
  if ('faults' in result) throw new Error(JSON.stringify(result.faults));
  return result.theory;
}
