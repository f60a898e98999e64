import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'tsdown';
import { expect, test } from 'vitest';
import { executablePath, launch } from '../../../browser/chromium.ts';
import { fingerprints } from './lives.ts';

const here = fileURLToPath(new URL('.', import.meta.url));
const folder = fileURLToPath(new URL('../../../cases/kosovo-1999', import.meta.url));

/** Ways in which random words are made; see packages/engine/src/chance/kernel.ts. */
const roads = ['WebAssembly', 'JavaScript'] as const;

test.skipIf(!executablePath).each(roads)(
  'Chromium computes the same bytes as Node, in %s',
  async (road) => {
    const outDir = mkdtempSync(join(tmpdir(), 'asylia-bytes-'));
    await build({
      config: false,
      entry: { lives: join(here, 'lives.ts') },
      format: 'iife',
      globalName: 'lives',
      platform: 'browser',
      outDir,
      dts: false,
      logLevel: 'silent',
      deps: { alwaysBundle: [/.*/] },
      inputOptions: {
        resolve: {
          conditionNames: ['@asylia/source', 'browser', 'import', 'default'],
          alias: { 'csv-parse/sync': 'csv-parse/browser/esm/sync' },
        },
      },
    });
    const script = readFileSync(join(outDir, readdirSync(outDir).find((n) => n.endsWith('.js'))!));
    const text = (name: string) => readFileSync(join(folder, name), 'utf8');
    const names = readdirSync(folder).filter((n) => /csv$/.test(n) || n === 'datapackage.json');
    const files = Object.fromEntries(names.map((name) => [name, text(name)]));
    const calibration = {
      plan: JSON.parse(text('calibration-plan.json')),
      result: JSON.parse(text('calibration.json')),
    };

    const browser = await launch();
    try {
      const page = await browser.newPage();
      const faults: string[] = [];
      if (road === 'JavaScript') {
        await page.evaluate(() => Reflect.deleteProperty(globalThis, 'WebAssembly'));
      }
      expect(await page.evaluate(() => 'WebAssembly' in globalThis)).toBe(road === 'WebAssembly');
      page.on('pageerror', (error) => faults.push(error.message));
      await page.addScriptTag({ content: script.toString() });
      expect(faults).toEqual([]);
      const there = await page.evaluate(
        ([a, b]) =>
          (
            globalThis as unknown as { lives: { fingerprints: typeof fingerprints } }
          ).lives.fingerprints(a as never, b as never),
        [files, calibration] as const,
      );
      expect(there).toEqual(fingerprints(files, calibration));
      expect(new Set(there).size).toBe(there.length);
    } finally {
      await browser.close();
    }
  },
);

test.skipIf(!executablePath)(
  'the policy of the page lets WebAssembly in, and no script from a text',
  async () => {
    const index = readFileSync(join(here, '../../web/index.html'), 'utf8');
    const [policy] = /<meta\s+http-equiv="Content-Security-Policy"[^>]*>/.exec(index)!;
    const browser = await launch();
    try {
      const page = await browser.newPage();
      await page.setContent(`<!doctype html><html><head>${policy}</head></html>`);
      // The page computes in workers, which take over its policy.
      const allowed = await page.evaluate(
        () =>
          new Promise((resolve) => {
            const code = `
              const tries = (what) => { try { what(); return true; } catch { return false; } };
              postMessage({
                assembly: tries(() => new WebAssembly.Module(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0))),
                text: tries(() => Function('return 1')()),
              });`;
            const worker = new Worker(URL.createObjectURL(new Blob([code])));
            worker.onmessage = ({ data }) => resolve(data);
          }),
      );
      expect(allowed).toEqual({ assembly: true, text: false });
    } finally {
      await browser.close();
    }
  },
);
