import { readFileSync } from 'node:fs';
import { UserError } from '@asylia/lab';
import { expect, test } from 'vitest';
import { apart, loadApart } from '../src/shell/apart.ts';

const notFound = (name: string) =>
  Object.assign(new Error(`Cannot find package '${name}' imported from /some/where.js`), {
    code: 'ERR_MODULE_NOT_FOUND',
  });

test('what is installed apart is an optional peer, present in the checkout, in the version named', () => {
  const manifest = JSON.parse(
    readFileSync(new URL('../package.json', import.meta.url), 'utf8'),
  ) as Record<string, Record<string, unknown>>;
  const named = Object.values(apart).flatMap((list) => [...list]);
  const peers = Object.entries(manifest.peerDependencies!);
  expect(peers.map(([name, version]) => `${name}@${version}`)).toEqual([...named].sort());
  for (const [name, version] of peers) {
    expect(manifest.peerDependenciesMeta![name]).toEqual({ optional: true });
    expect(manifest.devDependencies![name]).toBe(version);
    expect(manifest.dependencies).not.toHaveProperty(name);
  }
});

test.each([
  ['ask', apart.ask, '@duckdb/node-api', 'npm install @duckdb/node-api@'],
  ['--redis', apart.redis, 'bullmq', 'npm install bullmq@'],
  ['--redis', apart.redis, 'ioredis', 'npm install bullmq@'],
])('%s without %j says that %s is missing and what to install', async (what, list, name, says) => {
  const failed = loadApart(what, list, () => Promise.reject(notFound(name)));
  await expect(failed).rejects.toThrow(UserError);
  await expect(failed).rejects.toThrow(`${what}: expected the package ${name}`);
  await expect(failed).rejects.toThrow(says);
});

test('any other failure stays what it is: a fault of the program is not called a missing package', async () => {
  for (const error of [notFound('./pool.ts'), new Error("Cannot read 'bullmq'")]) {
    await expect(loadApart('--redis', apart.redis, () => Promise.reject(error))).rejects.toBe(
      error,
    );
  }
});

test('what is there is handed over', async () => {
  expect(await loadApart('ask', apart.ask, async () => 7)).toBe(7);
});
