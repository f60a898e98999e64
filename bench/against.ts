import { readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join, resolve } from 'node:path';
import type { Pair } from './checkout.ts';
import { here } from './checkout.ts';
import { timeCommands } from './commands.ts';
import { againstHeading, replaceSection } from './section.ts';
import { timeSetup } from './setup.ts';
import { timeWorlds } from './worlds.ts';

/**
 * Times this checkout beside another, both built (`npm run build`), turn by turn in one run, and
 * writes a section of docs/benchmarks.md:
 *   npm run bench:against -- <folder of the other checkout> [name of the other, in words] [rounds]
 */
const [other, name = 'the other checkout', rounds = '3'] = process.argv.slice(2);
if (!other) {
  process.stderr.write(
    'bench:against: expected the folder of another built checkout, got nothing.\n',
  );
  process.exit(2);
}
const folder = resolve(other);
const pairs = [
  ...(await timeWorlds(folder, 25)),
  ...(await timeSetup(folder, 200)),
  ...timeCommands(folder, Number(rounds)),
];
const row = ({ what, unit, old, now, ratio }: Pair) =>
  `| ${what} | ${old.toPrecision(3)} ${unit} | ${now.toPrecision(3)} ${unit} | ${ratio.toFixed(2)} |`;
const text = `${againstHeading}

Written by \`npm run bench:against\`: ${name} and this one in turn, in one run, on ${cpus()[0]!.model.trim()}, ${cpus().length} cores, Node ${process.versions.node}. Medians, and the median ratio of a turn; milliseconds are of the processor.

| What | Before | Now | Ratio |
|---|---|---|---|
${pairs.map(row).join('\n')}
`;
const page = join(here, 'docs/benchmarks.md');
writeFileSync(page, replaceSection(readFileSync(page, 'utf8'), againstHeading, text));
process.stdout.write(text);
