import { canonical } from '@asylia/cases';
import type { ConflictInput } from './compareConflict.ts';
import { readFlee } from './flee/readFlee.ts';
import { writeFlee } from './flee/writeFlee.ts';

/** The input of a comparison as text: the conflict by its files. The same input, the same text. */
export function conflictToText({ flee, attraction, rules, seed }: ConflictInput): string {
  const files = Object.fromEntries(writeFlee(flee));
  return canonical({ name: flee.name, files, attraction, rules, seed });
}

/** The input back, as it was. @throws RangeError on a text that is none */
export function conflictFromText(text: string): ConflictInput {
  const { name, files, attraction, rules, seed } = JSON.parse(text);
  const result = readFlee(name, new Map(Object.entries<string>(files)));
  if ('faults' in result) {
    throw new RangeError(
      `expected a conflict that was written whole, got one with faults: ${name}`,
    );
  }
  return { flee: result.flee, attraction, rules, seed };
}
