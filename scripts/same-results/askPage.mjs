/**
 * Asks the worker of the page of a checkout, by its messages, and writes each answer into a file:
 * tsx --conditions=@asylia/source askPage.mjs CHECKOUT CASE_FOLDER OUT_FOLDER
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';

const [checkout, caseFolder, out] = process.argv.slice(2);
const filesOf = (folder) =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true })
      .filter((path) => /\.(csv|json)$/.test(path))
      .filter((path) => !path.startsWith('flee'))
      .sort()
      .map((path) => [path.replaceAll('\\', '/'), readFileSync(join(folder, path), 'utf8')]),
  );

const waiting = new Map();
globalThis.postMessage = ({ id, ...said }) => waiting.get(id)(said);
await import(pathToFileURL(join(checkout, 'apps/web/src/engine/worker.ts')).href);

let asked = 0;
/** @returns what the worker answers. @throws Error where it has faults or breaks */
function ask(call, what) {
  const id = asked++;
  return new Promise((done, refused) => {
    waiting.set(id, (said) =>
      'answer' in said ? done(said.answer) : refused(new Error(`${call}: ${JSON.stringify(said)}`)),
    );
    globalThis.onmessage({ data: { id, call, ask: what } });
  });
}

/**
 * Plain JSON in which no number is lost: lists for typed arrays, words for what JSON cannot say.
 * Fields of an answer are read by their names, so they are written in one order.
 */
function plain(_key, value) {
  if (ArrayBuffer.isView(value)) return Array.from(value);
  if (value instanceof Map || value instanceof Set) return [...value];
  if (typeof value === 'number' && (!Number.isFinite(value) || Object.is(value, -0)))
    return `number ${Object.is(value, -0) ? '-0' : value}`;
  if (typeof value === 'object' && value !== null && !Array.isArray(value))
    return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
  return value;
}
const keep = (name, answer) =>
  answer instanceof Uint8Array
    ? writeFileSync(join(out, `${name}.zip`), answer)
    : writeFileSync(join(out, `${name}.json`), `${JSON.stringify(answer, plain)}\n`);

/** One piece of "what matters most", its figures under their ids. */
const byFigure = ({ figures, low, high, ...piece }) => ({
  ...piece,
  figures: Object.fromEntries(
    figures.map(({ id, unit, about }, i) => [id, { unit, about, low: low[i], high: high[i] }]),
  ),
});

const files = filesOf(caseFolder);
const isSmall = basename(join(caseFolder, '..')) !== 'kosovo-1999';
const opened = await ask('open', { files, theories: filesOf(join(checkout, 'theories')) });
keep('open', opened);
const baseline = {
  scenario: 'as-it-was',
  settings: {},
  parameters: {},
  assumptions: {},
  theory: 'T1',
  seed: 1999,
};
keep('pack', await ask('pack', { files }));
keep('template', await ask('template', { name: 'my-crisis' }));
for (const scenario of new Set(['as-it-was', ...opened.scenarios.map((one) => one.id)])) {
  const inputs = { ...baseline, scenario };
  keep(`identity-${scenario}`, await ask('identity', { inputs }));
  keep(`live-${scenario}`, await ask('live', { inputs }));
  keep(`paired-${scenario}`, await ask('paired', { inputs, world: 1 }));
}
const moved = {
  ...baseline,
  parameters: { distancePower: 2 },
  assumptions: { provokedShare: 0.5 },
};
keep('live-moved', await ask('live', { inputs: moved }));
for (const { id } of opened.case.tables.places)
  keep(`card-${id}`, await ask('card', { inputs: baseline, place: id }));
for (const firstWorld of [0, 4]) await ask('worlds', { inputs: baseline, firstWorld, count: 4 });
keep('summary', await ask('summary', { inputs: baseline, worlds: 8 }));

const theories = opened.theories.map((one) => one.id);
for (const theory of theories) await ask('threatTable', { inputs: { ...baseline, theory } });
const draws = [];
for (let draw = 0; isSmall && draw < 2; draw++) {
  let part = null;
  while (!part) ({ part } = await ask('threatDraw', { inputs: baseline, draw }));
  draws.push(part);
}
if (isSmall) keep('threat-draws', draws);
for (let done = !isSmall; !done; ) {
  const step = await ask('threatLedger', { inputs: baseline });
  done = step.done === step.of;
}
keep('threat-all', await ask('threat', { inputs: baseline, theories }));
keep('threat-T1', await ask('threat', { inputs: baseline, theories: ['T1'], draws }));
const [{ headlines }] = opened.objects;
for (const factor of ['O1', 'W'])
  keep(`cell-${factor}`, await ask('cell', { inputs: baseline, outcome: headlines[0], factor }));
for (const of of ['movement', 'measures']) {
  const tasks = await ask('sensitivityPlan', { inputs: baseline, of });
  const parts = await ask('sensitivityParts', { inputs: baseline, of, tasks });
  keep(`sensitivity-${of}`, parts.map(byFigure));
}
