import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { revisionDefined } from './scripts/modelRevision.mjs';

/**
 * The tests that guard the set that scripts/mutation.ts changes (its words in ASYLIA_MUTATION_TESTS),
 * on fewer random worlds. Packages are read from this checkout: Stryker works in a copy of it whose
 * node_modules lead back to the original, where nothing is changed.
 */
export default defineConfig({
  define: revisionDefined(),
  resolve: { conditions: ['@asylia/source'], alias: sourcesOfPackages() },
  ssr: { resolve: { conditions: ['@asylia/source'] } },
  test: {
    include: (process.env.ASYLIA_MUTATION_TESTS ?? 'packages/engine/test/**/*.test.ts').split(';'),
    testTimeout: 60_000,
    bail: 1,
    env: { ASYLIA_RANDOM_WORLDS: '25' },
  },
});

function sourcesOfPackages(): { readonly find: RegExp; readonly replacement: string }[] {
  const packages = fileURLToPath(new URL('packages/', import.meta.url));
  const folders = readdirSync(packages).filter((one) => existsSync(`${packages}${one}/src`));
  return folders.flatMap((folder) => {
    const { name, exports } = JSON.parse(
      readFileSync(`${packages}${folder}/package.json`, 'utf8'),
    ) as {
      readonly name: string;
      readonly exports: Readonly<Record<string, { readonly '@asylia/source': string }>>;
    };
    return Object.entries(exports).map(([entry, { '@asylia/source': source }]) => ({
      find: new RegExp(`^${name}${entry.slice(1)}$`),
      replacement: `${packages}${folder}/${source}`,
    }));
  });
}
