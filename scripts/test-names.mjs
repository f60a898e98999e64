/**
 * No test is lost: names of all tests of another checkout and of this one are compared.
 *
 *   node scripts/test-names.mjs OTHER_CHECKOUT
 *
 * Both need their packages installed. Names are those of the short tests and of the tests at full
 * length together; a name that stands in another file now is not lost. Exit code 1 where a name of
 * the other checkout is missing here, or stands here less often.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const [given] = process.argv.slice(2);
if (!given) {
  console.error(
    'test-names: expected the folder of another checkout, with its packages installed.',
  );
  process.exit(2);
}
const configs = ['vitest.config.ts', 'vitest.slow.config.ts'];

/** How often each name stands under a configuration. */
function namesUnder(checkout, config) {
  const folder = mkdtempSync(join(tmpdir(), 'asylia-names-'));
  const list = join(folder, 'names.json');
  const vitest = join(checkout, 'node_modules', 'vitest', 'vitest.mjs');
  execFileSync(process.execPath, [vitest, 'list', '--config', config, `--json=${list}`], {
    cwd: checkout,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const counts = new Map();
  for (const { name } of JSON.parse(readFileSync(list, 'utf8')))
    counts.set(name, (counts.get(name) ?? 0) + 1);
  rmSync(folder, { recursive: true });
  return counts;
}

/** [configuration] names of its tests; a name of both counts once. */
function namesOf(checkout) {
  const under = configs
    .filter((config) => existsSync(join(checkout, config)))
    .map((config) => namesUnder(checkout, config));
  const all = new Map();
  for (const counts of under)
    for (const [name, count] of counts) all.set(name, Math.max(count, all.get(name) ?? 0));
  const sum = (counts) => [...counts.values()].reduce((total, count) => total + count, 0);
  return {
    all,
    said: `${sum(all)} (${under.map(sum).join(' short, ')}${under.length > 1 ? ' at full length' : ''})`,
  };
}

const before = namesOf(resolve(given));
const now = namesOf(fileURLToPath(new URL('..', import.meta.url)));
const lost = [...before.all].filter(([name, count]) => (now.all.get(name) ?? 0) < count);
const added = [...now.all].filter(([name, count]) => (before.all.get(name) ?? 0) < count);
console.log(`tests there: ${before.said}; here: ${now.said}`);
for (const [name] of lost) console.log(`lost   ${name}`);
for (const [name] of added) console.log(`new    ${name}`);
console.log(`${lost.length} lost, ${added.length} new`);
process.exitCode = lost.length > 0 ? 1 : 0;
