import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { formatFaults, readTheory } from '@asylia/cases';
import type { TheoryInput } from '@asylia/lab';

/** A theory that comes along. */
export function theory(id: string): TheoryInput {
  const file = fileURLToPath(new URL(`../../theories/${id}.json`, import.meta.url));
  const result = readTheory(file, readFileSync(file));
  if ('faults' in result) throw new Error(formatFaults(result.faults));
  return result.theory;
}
