/** Runs one job of one checkout in a folder of its own; everything it says and writes lies there. */
import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { importedFrom } from './jobs.mjs';

const command = (checkout) => join(checkout, 'apps', 'cli', 'dist', 'asylia.js');
const askPage = fileURLToPath(new URL('askPage.mjs', import.meta.url));

/** @returns {Promise<{ seconds: number, failure: string | null }>} */
export async function runJob(checkout, job, folder) {
  const start = performance.now();
  mkdirSync(folder, { recursive: true });
  const failure = await tryJob(checkout, job, folder);
  return { seconds: (performance.now() - start) / 1000, failure };
}

async function tryJob(checkout, job, folder) {
  if (!existsSync(command(checkout))) return `not built: no ${command(checkout)}. npm run build`;
  const cases = join(folder, '..', 'case');
  const failed = existsSync(cases) ? null : await makeCase(checkout, job.of, cases);
  if (failed) return failed;
  if (job.page) {
    const tsx = createRequire(join(checkout, 'package.json')).resolve('tsx/cli');
    return call(
      checkout,
      [tsx, '--conditions=@asylia/source', askPage, checkout, cases, folder],
      folder,
      'page',
    );
  }
  if (job.ownCase) cpSync(cases, join(folder, 'case'), { recursive: true });
  for (const [i, words] of job.calls.entries()) {
    for (const [n, args] of callsOf(words, folder).entries()) {
      const name = `said-${i + 1}${n > 0 ? `-${n + 1}` : ''}`;
      const failure = await call(folder, [command(checkout), ...args], folder, name);
      if (failure) return `asylia ${args.join(' ')}: ${failure}`;
    }
  }
  return null;
}

/** The calls that stand for one in the list: one, or one for each shard. */
function callsOf(words, folder) {
  const args = words.map((word) => (word === '{case}' ? '../case' : word));
  if (!args.includes('{every shard}')) return [args];
  const [, count] = /: (\d+) shards/.exec(readFileSync(join(folder, 'said-1.stdout.txt'), 'utf8'));
  return Array.from({ length: Number(count) }, (_, i) =>
    args.map((word) => (word === '{every shard}' ? String(Number(count) - 1 - i) : word)),
  );
}

/** A copy of a case of the checkout, so that what is written into a case is not written there. */
async function makeCase(checkout, of, to) {
  const from = importedFrom(of);
  if (!from) {
    cpSync(join(checkout, 'cases', of), to, { recursive: true });
    return null;
  }
  const made = join(to, '..', 'made');
  mkdirSync(made, { recursive: true });
  const asylia = command(checkout);
  const source = join(checkout, 'cases', from);
  return (
    (await call(made, [asylia, 'export', 'flee', source, '--out', 'flee'], made, 'export')) ??
    (await call(made, [asylia, 'import', 'flee', 'flee', '--out', to], made, 'import'))
  );
}

/** Runs Node and writes what it says into files. @returns what went wrong, or null */
function call(cwd, args, folder, name) {
  return new Promise((done) => {
    const child = spawn(process.execPath, args, { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
    const said = { stdout: '', stderr: '' };
    for (const stream of ['stdout', 'stderr']) {
      child[stream].setEncoding('utf8').on('data', (text) => {
        said[stream] += text;
      });
    }
    child.on('close', (code) => {
      const isJson = args.includes('--json');
      writeFileSync(join(folder, `${name}.stdout.${isJson ? 'json' : 'txt'}`), said.stdout);
      writeFileSync(join(folder, `${name}.stderr.txt`), said.stderr);
      done(
        code === 0
          ? null
          : `exit code ${code}: ${said.stderr.trim().split('\n').slice(-3).join(' | ')}`,
      );
    });
  });
}
