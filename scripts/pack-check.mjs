/** Packs the command, installs it elsewhere and runs it: proof of the thing that is shipped. */
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { otherNodes } from './other-nodes.mjs';
import { run, withPacked } from './packed.mjs';

/** What is installed apart (apps/cli/src/shell/apart.ts). */
const apart = ['@duckdb/node-api', 'bullmq', 'ioredis'];

await withPacked(['asylia'], async (folder) => {
  const asylia = (...args) => run(join(folder, 'node_modules', '.bin', 'asylia'), args, folder);
  checkTheories(folder);
  checkJob(asylia, folder);
  for (const name of ['hungary-1956', 'two-valleys'])
    asylia('run', name, '--worlds', '5', '--out', name, '--json');
  asylia('new', 'my-crisis');
  asylia('check', 'my-crisis');
  checkApart(folder, asylia);
  await checkPage(folder);
  checkOtherNodes(folder);
});
console.log('the packed command installs elsewhere and runs');

function checkTheories(folder) {
  const theories = readdirSync(join(folder, 'node_modules', 'asylia', 'dist', 'theories'));
  if (!theories.includes('T1.json') || !theories.includes('observations.json'))
    throw new Error(`expected the theories beside the command, got ${theories.join(', ')}`);
}

function checkJob(asylia, folder) {
  const options = ['--worlds', '20', '--draws', '2', '--out', 'result', '--json'];
  const answer = JSON.parse(asylia('run', 'kosovo-1999', ...options));
  if (answer.checks.length < 12)
    throw new Error(`expected 12 checks or more, got ${answer.checks.length}`);
  const report = readFileSync(join(folder, 'result', 'report.html'), 'utf8');
  if (!report.includes('Kosovo 1999')) throw new Error('the report does not name its case');
}

/** Without what is installed apart a sentence says what to install; with it, it works. */
function checkApart(folder, asylia) {
  for (const name of apart) {
    if (existsSync(join(folder, 'node_modules', name)))
      throw new Error(`expected ${name} to be installed apart, got it with the command`);
  }
  const sql = ['ask', 'result', 'select count(distinct world) as n from worlds'];
  const redis = ['--redis', 'redis://localhost:1'];
  const sentences = [sql, ['worker', ...redis], ['run', 'my-crisis', '--no-threat', ...redis]].map(
    (args) => {
      try {
        asylia(...args);
      } catch ({ status, stderr }) {
        if (status === 2 && /installed apart.*npm install /.test(stderr)) return stderr;
        throw new Error(`asylia ${args[0]}: expected exit code 2 and a sentence, got ${stderr}`);
      }
      throw new Error(`asylia ${args[0]}: expected a missing package, got none`);
    },
  );
  const wanted = /npm install (\S+@\S+)/.exec(sentences[0])[1];
  run('npm', ['install', '--no-audit', '--no-fund', '--prefer-offline', wanted], folder);
  const rows = asylia(...sql);
  if (!rows.includes('20')) throw new Error(`expected 20 worlds in the store, got ${rows}`);
}

/** The packed command serves the page, with the case that was asked for. */
async function checkPage(folder) {
  const asylia = join(folder, 'node_modules', '.bin', 'asylia');
  const served = spawn(asylia, ['open', '--no-browser', '--case', 'my-crisis'], {
    cwd: folder,
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

/** Other versions of Node leave the same bytes behind as the one that runs this. */
function checkOtherNodes(folder) {
  const command = join(folder, 'node_modules', 'asylia', 'dist', 'asylia.js');
  const resultsOf = (node, name) => {
    const cwd = join(folder, `by-${name}`);
    mkdirSync(cwd);
    const options = ['--worlds', '5', '--draws', '2', '--out', 'result'];
    execFileSync(node, [command, 'run', 'two-valleys', ...options], { cwd, stdio: 'ignore' });
    return ['summary.json', 'report.html'].map((file) => readFileSync(join(cwd, 'result', file)));
  };
  const own = resultsOf(process.execPath, 'own');
  for (const { version, path } of otherNodes(folder)) {
    if (path === null) continue;
    const other = resultsOf(path, version);
    if (!own.every((bytes, i) => bytes.equals(other[i])))
      throw new Error(
        `Node ${version}: summary.json or report.html differs from ${process.version}'s`,
      );
    console.log(`Node ${version}: the same bytes as ${process.version}`);
  }
}
