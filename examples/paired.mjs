// Compares two policies on the same worlds: a bridge that is closed for a week, and one that is not.
//
//   node paired.mjs
//
// Every draw of chance has a name (world, day, place, group, decision), not a place in a sequence.
// So both policies meet the same luck in world 7, and what differs between them is the policy.

import {
  applyOverlay,
  compileCase,
  formatFaults,
  newCase,
  readCase,
  readOverlay,
} from '@asylia/cases';
import { simulate } from '@asylia/engine';

/** The value of an answer, or its faults as an error. */
function orThrow(answer) {
  if ('faults' in answer) throw new Error(formatFaults(answer.faults));
  return answer;
}

const files = newCase('my-crisis');
const { case: source } = orThrow(readCase(files));

// A scenario says in data what is decided differently. This one comes with the invented case.
const path = 'scenarios/bridge-stays-open.json';
const { overlay } = orThrow(readOverlay(path, files.get(path)));
const { case: changed } = orThrow(applyOverlay(source, overlay));

const closed = compileCase(source);
const open = compileCase(changed);

/** People who wait at frontiers, summed over days: person-days. */
function waiting({ series }) {
  let personDays = 0;
  series.names.forEach((name, i) => {
    if (!name.startsWith('waiting.')) return;
    for (let day = 0; day < series.days; day++) personDays += series.values[i * series.days + day];
  });
  return personDays;
}

const count = 40;
const run = (world, n) => simulate(world, { seed: 1, world: n, mode: 'sampled' });
const withClosure = Array.from({ length: count }, (_, n) => run(closed, n));
const withoutClosure = Array.from({ length: count }, (_, n) => run(open, n));

/** First day on which any figure of two runs differs. */
function firstDifference(a, b) {
  const { days, names, values } = a.series;
  for (let day = 0; day < days; day++) {
    for (let i = 0; i < names.length; i++) {
      if (values[i * days + day] !== b.series.values[i * days + day]) return day;
    }
  }
  return null;
}

const mean = (list) => list.reduce((sum, x) => sum + x, 0) / list.length;
const error = (list) => {
  const centre = mean(list);
  const squares = list.reduce((sum, x) => sum + (x - centre) ** 2, 0);
  return Math.sqrt(squares / (list.length - 1) / list.length);
};

const before = withClosure.map(waiting);
const after = withoutClosure.map(waiting);
// Paired: each world with itself. Unpaired: each world with the next one.
const paired = before.map((x, n) => after[n] - x);
const unpaired = before.map((x, n) => after[(n + 1) % count] - x);

const days = withClosure.map((one, n) => firstDifference(one, withoutClosure[n]));
console.log(`the worlds part on day: ${Math.min(...days)}`);
console.log(`person-days of waiting, bridge closed: ${Math.round(mean(before))}`);
console.log(`person-days of waiting, bridge open: ${Math.round(mean(after))}`);
console.log(`difference: ${Math.round(mean(paired))}`);
console.log(`standard error, same worlds: ${Math.round(error(paired))}`);
console.log(`standard error, different worlds: ${Math.round(error(unpaired))}`);
