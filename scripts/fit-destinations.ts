import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fitAll, leaveOneOut } from '@asylia/destinations';
import { reachOf, readFlee } from '@asylia/peers';

/**
 * Fits the model of destinations on folders of Flee and writes packages/destinations/src/fitted.json:
 *   npx tsx --conditions=@asylia/source scripts/fit-destinations.ts <folder> <folder> ...
 */
const reaches = process.argv.slice(2).map((folder) => {
  const files = new Map<string, Uint8Array>();
  for (const part of ['input_csv', 'source_data']) {
    for (const name of readdirSync(`${folder}/${part}`)) {
      files.set(`${part}/${name}`, readFileSync(`${folder}/${part}/${name}`));
    }
  }
  const result = readFlee(basename(folder), files);
  if ('faults' in result) throw new Error(JSON.stringify(result.faults.slice(0, 3)));
  return reachOf(result.flee);
});
const without = leaveOneOut(reaches);
const fitted = {
  what: 'Numbers of the model of destinations; `without` leaves the named conflict out',
  on: reaches.map((reach) => reach.name),
  camps: Object.fromEntries(reaches.map(({ name, observed }) => [name, observed.camps])),
  all: fitAll(reaches),
  without: Object.fromEntries(reaches.map((reach, i) => [reach.name, without[i]])),
};
const path = fileURLToPath(new URL('../packages/destinations/src/fitted.json', import.meta.url));
writeFileSync(path, `${JSON.stringify(fitted, null, 2)}\n`);
