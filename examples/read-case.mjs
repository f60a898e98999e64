// Reads a case from a folder, shows how a mistake is explained, and simulates the case.
//
//   node read-case.mjs PATH_OF_THE_FOLDER

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileCase, formatFaults, readCase } from '@asylia/cases';
import { simulate } from '@asylia/engine';

const folder = process.argv[2];
if (!folder) throw new Error('expected the path of the folder of a case: node read-case.mjs PATH');

// The reader opens no files itself: it takes names and contents, wherever they come from.
const names = readdirSync(folder).filter((name) => /\.csv$|^datapackage\.json$/.test(name));
const files = new Map(names.map((name) => [name, readFileSync(join(folder, name))]));

// A mistake: the first latitude of places.csv becomes a word. Every mistake is reported with its
// place, what was expected, what came and what to do, all of them at once; nothing is guessed.
const places = files.get('places.csv').toString('utf8').split('\n');
const lat = places[0].split(',').indexOf('lat');
const broken = places.map((line, i) =>
  i === 1
    ? line
        .split(',')
        .map((cell, c) => (c === lat ? 'north' : cell))
        .join(',')
    : line,
);
const refused = readCase(new Map([...files, ['places.csv', broken.join('\n')]]));
console.log('faults' in refused ? formatFaults(refused.faults) : 'no fault was found');

const read = readCase(files);
if ('faults' in read) throw new Error(formatFaults(read.faults));
const { title, start, end, groups, tables, unknowns } = read.case;
console.log(`title: ${title}`);
console.log(`period: ${start} to ${end}`);
console.log(`groups: ${groups.map((group) => group.title).join(', ')}`);
console.log(`places: ${tables.places.length}, routes: ${tables.routes.length}`);
console.log(`stated as unknown: ${unknowns.length}`);

// The tables become a world; the declared defaults stand for every number that is no fact of a
// case, such as the speed on foot. compileCase(read.case, { footKmPerDay: 20 }) would set one.
const world = compileCase(read.case);
const { series } = simulate(world, { seed: 1999, world: 0, mode: 'expected' });
const byDay = new Float64Array(series.days);
series.names.forEach((name, i) => {
  if (!name.startsWith('stock.')) return;
  for (let day = 0; day < series.days; day++) byDay[day] += series.values[i * series.days + day];
});
const most = Math.max(...byDay);
console.log(`most displaced people in all countries of refuge: ${most.toPrecision(12)}`);
console.log(`day on which they are most: ${byDay.indexOf(most)}`);
