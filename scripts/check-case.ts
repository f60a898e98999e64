/** Checks a case folder: `npx tsx --conditions=source scripts/check-case.ts cases/kosovo-1999`. */
import { readdirSync, readFileSync } from 'node:fs';
import { formatFaults, readCase } from '@asylia/cases';

const folder = process.argv[2]!;
const files = new Map(
  readdirSync(folder)
    .filter((name) => /\.(csv|json)$/.test(name))
    .map((name) => [name, new Uint8Array(readFileSync(`${folder}/${name}`))]),
);
const result = readCase(files);
if ('faults' in result) {
  console.log(formatFaults(result.faults));
  process.exitCode = 2;
} else console.log(`${result.case.title}: no fault`, result.case.notes.join('; '));
