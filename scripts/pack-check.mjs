/** Packs the command, installs it elsewhere and runs it: proof of the thing that is shipped. */
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const elsewhere = mkdtempSync(join(tmpdir(), 'asylia-pack-'));
const run = (command, args, cwd) =>
  execFileSync(command, args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
try {
  run('npm', ['pack', '--workspace', 'asylia', '--pack-destination', elsewhere], root);
  const packed = readdirSync(elsewhere).find((name) => name.endsWith('.tgz'));
  run('npm', ['init', '-y'], elsewhere);
  run('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund', `./${packed}`], elsewhere);
  const theories = readdirSync(join(elsewhere, 'node_modules', 'asylia', 'dist', 'theories'));
  if (!theories.includes('T1.json') || !theories.includes('observations.json'))
    throw new Error(`expected the theories beside the command, got ${theories.join(', ')}`);
  const asylia = join(elsewhere, 'node_modules', '.bin', 'asylia');
  const answer = JSON.parse(
    run(
      asylia,
      ['run', 'kosovo-1999', '--worlds', '20', '--draws', '2', '--out', 'result', '--json'],
      elsewhere,
    ),
  );
  if (answer.checks.length < 12)
    throw new Error(`expected 12 checks or more, got ${answer.checks.length}`);
  const report = readFileSync(join(elsewhere, 'result', 'report.html'), 'utf8');
  if (!report.includes('Kosovo 1999')) throw new Error('the report does not name its case');
  for (const name of ['hungary-1956', 'two-valleys'])
    run(asylia, ['run', name, '--worlds', '5', '--out', name, '--json'], elsewhere);
  run(asylia, ['new', 'my-crisis'], elsewhere);
  run(asylia, ['check', 'my-crisis'], elsewhere);
  const rows = run(
    asylia,
    ['ask', 'result', 'select count(distinct world) as n from worlds'],
    elsewhere,
  );
  if (!rows.includes('20')) throw new Error(`expected 20 worlds in the store, got ${rows}`);
  await checkPage(asylia);
  console.log('the packed command installs elsewhere and runs');
} finally {
  rmSync(elsewhere, { recursive: true, force: true });
}

/** The packed command serves the page, with the case that was asked for. */
async function checkPage(asylia) {
  const served = spawn(asylia, ['open', '--no-browser', '--case', 'my-crisis'], {
    cwd: elsewhere,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    const [line] = await once(served.stdout, 'data');
    const address = new URL(String(line).trim());
    for (const [path, expected] of [
      ['/', './page.js'],
      ['/page.js', 'asyliaData'],
      ['/page.css', '.tablist'],
      ['/data/case-kosovo-1999.js', 'datapackage.json'],
      ['/data/case-my-crisis.js', 'North Town'],
    ]) {
      const answer = await fetch(new URL(path, address));
      const text = await answer.text();
      if (answer.status !== 200 || !text.includes(expected))
        throw new Error(`expected ${expected} at ${path}, got ${answer.status}`);
    }
    served.kill('SIGINT');
    const [code] = await once(served, 'exit');
    if (code !== 0) throw new Error(`expected asylia open to end with 0, got ${code}`);
  } finally {
    served.kill('SIGKILL');
  }
}
