/** Runs the examples, and those of the API pages, on the packed packages in an empty folder. */
import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, run, withPacked } from './packed.mjs';

/** The lines "name: value" that a script printed. */
function linesOf(printed) {
  return new Map(
    printed.split('\n').flatMap((line) => {
      const at = line.indexOf(': ');
      return at < 0 ? [] : [[line.slice(0, at).trim(), line.slice(at + 2)]];
    }),
  );
}

function expect(isTrue, what, lines) {
  if (isTrue) return;
  throw new Error(`expected ${what}; got\n${[...lines].map((line) => line.join(': ')).join('\n')}`);
}

const number = (lines, name) => {
  const text = lines.get(name);
  expect(text !== undefined, `a line "${name}"`, lines);
  return Number.parseFloat(text);
};

/** By script: its arguments, and what must be so. */
const examples = {
  simulate: {
    args: [],
    check(lines) {
      const start = number(lines, 'people on the first day');
      const end = number(lines, 'people on the last day, world 0');
      expect(start === 318_500 && end === start, '318500 people on both days', lines);
      const expected = number(lines, 'most people abroad at once, expected run');
      const mean = number(lines, 'mean of 20 worlds');
      expect(Math.abs(mean / expected - 1) < 0.25, 'the mean world near the expected run', lines);
    },
  },
  paired: {
    args: [],
    check(lines) {
      // 25 January, the day on which the bridge closes, is day 24 counted from 0.
      expect(
        number(lines, 'the worlds part on day') === 24,
        'the same worlds until the bridge closes on day 24',
        lines,
      );
      expect(number(lines, 'difference') < 0, 'less waiting where the bridge is open', lines);
      expect(
        number(lines, 'standard error, same worlds') <
          number(lines, 'standard error, different worlds'),
        'a smaller error on the same worlds',
        lines,
      );
    },
  },
  shapley: {
    args: [],
    check(lines) {
      // Closed forms of the airport game; 300^2 / 300 for all 24 weights, which add up to 300.
      for (const [name, value] of [
        ['alone', '1.0000 3.0000 6.0000'],
        ['but for', '0.0000 0.0000 3.0000'],
        ['Shapley', '0.3333 1.3333 4.3333'],
        ['interaction of the last two', '-2.5000'],
        ['Owen, the first two as one', '0.2500 1.2500 4.5000'],
        ['responsibility for more than 2 km', '0.0000 0.5000 0.5000'],
      ]) {
        expect(lines.get(name) === value, `"${name}" to be ${value}`, lines);
      }
      const sampled = [...lines.keys()].find((name) => name.startsWith('sampled'));
      expect(lines.get(sampled) === '300.0000', 'sampled parts that add up to 300', lines);
    },
  },
  'read-case': {
    args: [join(root, 'cases', 'two-valleys')],
    check(lines, printed) {
      expect(
        /places\.csv: 1 fault[\s\S]*line 2, column lat[\s\S]*"north"/.test(printed),
        'the wrong latitude explained with its line and column',
        lines,
      );
      // The same figures as the lab's, in the file that the tests hold to the letter.
      const golden = readFileSync(join(root, 'apps/cli/test/goldens/two-valleys.txt'), 'utf8');
      for (const [name, row] of [
        ['most displaced people in all countries of refuge', 'Most displaced people in all'],
        ['day on which they are most', 'Day on which they are most'],
      ]) {
        const cells = golden.split('\n').find((line) => line.startsWith(row));
        const known = Number(cells.split('|')[2].replaceAll(',', ''));
        const found = number(lines, name);
        expect(Math.abs(found / known - 1) < 1e-11, `${name} to be ${known}`, lines);
      }
    },
  },
};

/** A file of an outsider who writes TypeScript: the types come with the packages. */
const typed = `import { shapley } from '@asylia/attribution';
import { compileCase, formatFaults, newCase, readCase } from '@asylia/cases';
import { type Simulation, simulate } from '@asylia/engine';
const read = readCase(newCase('typed'));
if ('faults' in read) throw new Error(formatFaults(read.faults));
const run: Simulation = simulate(compileCase(read.case), { seed: 1, world: 0, mode: 'expected' });
export const days: number = run.series.days;
export const values: Float64Array = shapley(Float64Array.of(0, 1, 1, 3), 2);
// @ts-expect-error a mode that does not exist
export const wrong = simulate(compileCase(read.case), { seed: 1, world: 0, mode: 'guessed' });
`;

/** The random words come out of WebAssembly in the packed engine too, the same as without it. */
const webAssembly = `import { deepStrictEqual } from 'node:assert';
import { uniformsInJavaScript, uniformsInWebAssembly } from '@asylia/engine';
const [plain, fast] = [uniformsInJavaScript, uniformsInWebAssembly].map((make) => {
  const uniforms = make(16);
  uniforms.fill(0, 8, 3, 5, 7, 11, 1999, 0);
  return uniforms.values;
});
deepStrictEqual(fast, plain);
`;

/** The examples of the API pages; a line "VALUE; // is OTHER" becomes a check that it is so. */
function checkPages(folder) {
  const pages = join(root, 'docs', 'api');
  const blocks = readdirSync(pages).flatMap((name) =>
    [...readFileSync(join(pages, name), 'utf8').matchAll(/```js\n([\s\S]*?)```/g)].map(
      ([, code]) => ({
        name,
        code,
      }),
    ),
  );
  if (blocks.length < 20) throw new Error(`expected 20 examples or more, got ${blocks.length}`);
  blocks.forEach(({ name, code }, n) => {
    const checked = code.replace(/^(.+); \/\/ is (.+)$/gm, 'sameValues($1, $2);');
    if (!checked.includes('sameValues('))
      throw new Error(`${name}: an example says no value:\n${code}`);
    const script = join(folder, `page-${n}.mjs`);
    writeFileSync(
      script,
      `import { deepStrictEqual as sameValues } from 'node:assert';\n${checked}`,
    );
    run(process.execPath, [script], folder);
  });
}

const packages = ['engine', 'attribution', 'security', 'cases'].map((name) => `@asylia/${name}`);
await withPacked(packages, (folder) => {
  for (const [name, { args, check }] of Object.entries(examples)) {
    const script = join(folder, `${name}.mjs`);
    cpSync(join(root, 'examples', `${name}.mjs`), script);
    const printed = run(process.execPath, [script, ...args], folder);
    check(linesOf(printed), printed);
  }
  checkPages(folder);
  writeFileSync(join(folder, 'web-assembly.mjs'), webAssembly);
  run(process.execPath, ['web-assembly.mjs'], folder);
  writeFileSync(join(folder, 'typed.mts'), typed);
  const options = ['--noEmit', '--strict', '--module', 'nodenext', '--target', 'es2023'];
  const lib = ['--lib', 'es2023,dom', '--skipLibCheck', 'false'];
  run(join(root, 'node_modules', '.bin', 'tsc'), [...options, ...lib, 'typed.mts'], folder);
});
console.log('the examples run on the packed packages, and their types hold');
