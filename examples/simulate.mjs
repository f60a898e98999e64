// Simulates an invented crisis: once in the mean over chance, then in 20 random worlds.
//
//   node simulate.mjs

import { compileCase, formatFaults, newCase, readCase } from '@asylia/cases';
import { countEveryone, simulate } from '@asylia/engine';

// A case is a folder of tables: places, roads, groups of people, violence, frontiers and so on.
// newCase() gives the files of a small invented one, as a map from file name to text.
const read = readCase(newCase('my-crisis'));

// Nothing is thrown for a mistake in the data: it comes back as a list that can be printed.
if ('faults' in read) throw new Error(formatFaults(read.faults));

// Names become numbers and tables become typed arrays: the world that the engine works on.
const world = compileCase(read.case);

// In 'expected' mode every draw is replaced by its mean: one run, people in fractions.
const expected = simulate(world, { seed: 1, world: 0, mode: 'expected' });

// In 'sampled' mode people are whole and chance is drawn. The seed and the number of the world
// decide every draw: run it again and you get the same bytes.
const worlds = Array.from({ length: 20 }, (_, n) =>
  simulate(world, { seed: 1, world: n, mode: 'sampled' }),
);

/** People displaced abroad, by day: the sum of all series stock.COUNTRY.GROUP. */
function abroad({ series }) {
  const byDay = new Float64Array(series.days);
  series.names.forEach((name, i) => {
    if (!name.startsWith('stock.')) return;
    // Values lie one series after the other: [series x day].
    for (let day = 0; day < series.days; day++) byDay[day] += series.values[i * series.days + day];
  });
  return byDay;
}

const most = (run) => Math.max(...abroad(run));
const peaks = worlds.map(most);
const mean = peaks.reduce((sum, peak) => sum + peak, 0) / peaks.length;

console.log(`most people abroad at once, expected run: ${Math.round(most(expected))}`);
console.log(`mean of ${peaks.length} worlds: ${Math.round(mean)}`);
console.log(`from ${Math.min(...peaks)} to ${Math.max(...peaks)}`);

// Nobody is lost or invented. The dead are counted too, so the two numbers are equal.
const everyone = (state) => countEveryone(world, state).reduce((sum, n) => sum + n, 0);
console.log(`people on the first day: ${world.initial.reduce((sum, n) => sum + n, 0)}`);
console.log(`people on the last day, world 0: ${everyone(worlds[0].saved.state)}`);
