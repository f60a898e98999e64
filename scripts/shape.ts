/**
 * Prints what the sources measure: code lines without comments and blanks, functions over 60 lines,
 * circles of imports, imports upwards within an app. `--list` names each of them.
 *
 *   npm run shape -- --list
 */
import { fileURLToPath } from 'node:url';
import { circles, upwardWithin } from './lint/imports.ts';
import { floorsWithin } from './lint/rooms.ts';
import { longestFunction, shapeOf } from './lint/shape.ts';
import { readSources } from './lint/sources.ts';

const sources = readSources(fileURLToPath(new URL('..', import.meta.url)));
const isListed = process.argv.includes('--list');
const { codeLines, long } = shapeOf(sources);
const list = (lines: string[]) => {
  if (isListed) for (const line of lines) console.log(`  ${line}`);
};

const rooms = [...codeLines].sort(([one], [other]) => (one < other ? -1 : 1));
console.log(`code lines: ${rooms.reduce((sum, [, lines]) => sum + lines, 0)}`);
for (const [room, lines] of rooms) console.log(`  ${room}: ${lines}`);
console.log(`functions over ${longestFunction} lines: ${long.length}`);
list(long.map(({ lines, place, name }) => `${lines} ${place} ${name}`));
const found = circles(sources);
console.log(`circles of imports: ${found.length}`);
list(found.map((files) => files.join(', ')));
for (const app of Object.keys(floorsWithin)) {
  const upward = upwardWithin(sources, app);
  console.log(`imports upwards within ${app}: ${upward.length}`);
  list(upward.map(({ place, text }) => `${place} ${text}`));
}
