/**
 * Makes a release of this checkout: one version in all packages, a dated version in the changelog,
 * a commit, a tag, the packed artefacts. Nothing is published or pushed.
 *
 *   node scripts/release.mjs 0.2.0 --dry-run
 *   node scripts/release.mjs 0.2.0                     runs the gate first
 *   node scripts/release.mjs 0.2.0 --gate gate.log     what `bash .ci/run` printed for this commit
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const root = fileURLToPath(new URL('..', import.meta.url));
const read = (path) => readFileSync(join(root, path), 'utf8');
const run = (command, args, stdio = ['ignore', 'pipe', 'inherit']) =>
  execFileSync(command, args, { cwd: root, encoding: 'utf8', stdio });

try {
  release();
} catch (error) {
  console.error(`release: ${error.message}`);
  process.exitCode = 1;
}

function release() {
  const { values, positionals } = parseArgs({
    options: { 'dry-run': { type: 'boolean' }, gate: { type: 'string' } },
    allowPositionals: true,
  });
  const isDry = values['dry-run'] === true;
  const [version] = positionals;
  const before = JSON.parse(read('package.json')).version;
  if (!/^\d+\.\d+\.\d+$/.test(version ?? ''))
    throw new Error(`expected a version such as 0.2.0, got "${version ?? ''}".`);
  if (read('CHANGELOG.md').includes(`\n## ${version} - `) || !isAfter(version, before))
    throw new Error(`expected a version after ${before} that is not out, got ${version}.`);
  const changed = run('git', ['status', '--porcelain']);
  if (changed !== '')
    throw new Error(`expected a clean tree, got\n${changed}Commit or put away what is changed.`);
  if (run('git', ['tag', '--list', `v${version}`]) !== '')
    throw new Error(`the tag v${version} is there already.`);
  const date = new Date().toISOString().slice(0, 10);
  const files = filesOf(before, version, date);

  if (isDry) {
    for (const [path] of files) console.log(`would write ${path}`);
    console.log(
      `would commit "Release ${version}", tag v${version} and pack: ${packed().join(', ')}`,
    );
    return;
  }
  checkGate(values.gate);
  for (const [path, text] of files) writeFileSync(join(root, path), text);
  // Built before it is committed: what cannot be built gets no tag.
  run('npm', ['run', '--silent', 'build'], 'inherit');
  run('git', ['commit', '--quiet', '--all', '--message', `Release ${version}`]);
  run('git', ['tag', '--annotate', `v${version}`, '--message', `Asylia ${version}`]);
  mkdirSync(join(root, 'release'), { recursive: true });
  for (const name of packed())
    run('npm', ['pack', '--workspace', name, '--pack-destination', 'release'], 'inherit');
  console.log(
    `v${version} is committed, tagged and packed in release/. Push with: git push --follow-tags`,
  );
}

/** Whether one version comes after another. */
function isAfter(one, other) {
  const [a, b] = [one, other].map((text) => text.split('.').map(Number));
  const i = a.findIndex((number, at) => number !== b[at]);
  return i >= 0 && a[i] > b[i];
}

/** Every file that carries the version or the date, as it will be: path and text. */
function filesOf(before, version, date) {
  const manifests = ['package.json', ...folders().map((folder) => `${folder}/package.json`)];
  return [
    ...manifests.map((path) => [path, inManifest(read(path), before, version)]),
    ['package-lock.json', inLock(read('package-lock.json'), version)],
    [
      'packages/engine/src/version.ts',
      once('packages/engine/src/version.ts', `'${before}'`, `'${version}'`),
    ],
    ['CITATION.cff', inCitation(read('CITATION.cff'), version, date)],
    ['CHANGELOG.md', inChangelog(read('CHANGELOG.md'), version, date)],
  ];
}

/** Folders of all workspaces, from the root. */
function folders() {
  return ['packages', 'apps'].flatMap((kind) =>
    readdirSync(join(root, kind)).map((name) => `${kind}/${name}`),
  );
}

/** Names of the workspaces that are published: those that are not private. */
function packed() {
  return folders()
    .map((folder) => JSON.parse(read(`${folder}/package.json`)))
    .filter((manifest) => manifest.private !== true)
    .map(({ name }) => name);
}

/** A manifest with the version, its own and those of our packages that it names. */
function inManifest(text, before, version) {
  return text
    .replace(`"version": "${before}"`, `"version": "${version}"`)
    .replaceAll(/("@asylia\/[^"]+": )"\d+\.\d+\.\d+"/g, `$1"${version}"`);
}

function inLock(text, version) {
  const lock = JSON.parse(text);
  lock.version = version;
  const ours = Object.entries(lock.packages).filter(([path]) => !path.includes('node_modules'));
  for (const [, entry] of ours) {
    entry.version = version;
    for (const list of ['dependencies', 'devDependencies', 'peerDependencies'])
      for (const name of Object.keys(entry[list] ?? {}))
        if (name.startsWith('@asylia/')) entry[list][name] = version;
  }
  return `${JSON.stringify(lock, null, 2)}\n`;
}

function inCitation(text, version, date) {
  const dated = text.replace(/^date-released:.*\n/m, '');
  return dated.replace(/^version:.*$/m, `version: ${version}\ndate-released: ${date}`);
}

/** What is unreleased becomes the version of the day, below a new empty Unreleased. */
function inChangelog(text, version, date) {
  const [, entries] = /\n## Unreleased\n([\s\S]*?)(?=\n## |$)/.exec(text) ?? [];
  if (entries === undefined || !/^- /m.test(entries))
    throw new Error('expected something under "## Unreleased" in CHANGELOG.md, got nothing.');
  return text.replace('\n## Unreleased\n', `\n## Unreleased\n\n## ${version} - ${date}\n`);
}

function once(path, from, to) {
  const text = read(path);
  if (text.split(from).length !== 2) throw new Error(`expected ${from} once in ${path}.`);
  return text.replace(from, to);
}

/** Runs the gate, or believes what it printed for this very commit. */
function checkGate(path) {
  const printed = path ? readFileSync(path, 'utf8') : run('bash', ['.ci/run']);
  const commit = run('git', ['rev-parse', 'HEAD']).trim();
  if (!printed.includes(`commit ${commit}\n`))
    throw new Error(`expected the gate's result for ${commit}, got one for another commit.`);
  if (!/^\d+ passed, 0 failed$/m.test(printed))
    throw new Error('expected a gate that ends with "0 failed"; mend what failed first.');
}
