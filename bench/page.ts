import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import type { Browser } from 'playwright-core';
import { buildPage } from '../apps/web/browser/helpers/buildPage.ts';
import { middle, movePolicy } from '../apps/web/browser/helpers/moving.ts';
import { executablePath, launch } from '../browser/chromium.ts';

/**
 * Times the page in Chromium and writes docs/page-benchmarks.md: the first view from a cold start,
 * and from the key that moves a policy to the end of the frame that shows all figures of the new
 * run. Figures are of the machine they were made on.
 */
const moves = 50;
const starts = 5;
const wholes = 3;
const viewport = { width: 1280, height: 900 };

/** A fresh browser, so that nothing is in any cache. @returns ms until map and figures stand there */
async function firstView(url: string): Promise<number> {
  const browser = await launch();
  try {
    const page = await browser.newPage({ viewport });
    await page.goto(url);
    const seen = await page.waitForFunction(() =>
      document.querySelector('[data-outcome]') && document.querySelector('#map svg circle')
        ? performance.now()
        : 0,
    );
    return (await seen.jsonValue()) as number;
  } finally {
    await browser.close();
  }
}

async function timed(browser: Browser, url: string) {
  const page = await browser.newPage({ viewport });
  // The loader of this file names functions by a helper that does not exist in the page.
  await page.addInitScript('globalThis.__name = (one) => one');
  await page.goto(url);
  await page.waitForSelector('#map svg circle');
  await page.waitForSelector('[data-policy="offers.all"]');
  return movePolicy(page, moves);
}

/** When things were seen in the room of the threat, ms since it was asked for. */
interface Seen {
  /** the first answer: all coalitions */
  readonly matrix: number;
  /** the first answer with intervals */
  readonly interval: number;
  /** the answer with intervals from all draws */
  readonly all: number;
}

const draws = 64;

/** Runs in the page: remembers when the answers to `threat` came, in ms since the first was asked for. */
const watchThreat = `{
  const Plain = Worker;
  globalThis.threatSeen = {};
  globalThis.Worker = class extends Plain {
    constructor(...given) {
      super(...given);
      this.addEventListener('message', ({ data }) => {
        if (!this.asked?.has(data.id)) return;
        const ms = performance.now() - this.since;
        const seen = globalThis.threatSeen;
        seen.matrix ??= ms;
        if (data.answer.intervals.length > 0) seen.interval ??= ms;
        if (data.answer.summary.worlds >= ${draws}) seen.all ??= ms;
      });
    }
    postMessage(message, ...rest) {
      if (message.call === 'threat') {
        this.since ??= performance.now();
        (this.asked ??= new Set()).add(message.id);
      }
      return super.postMessage(message, ...rest);
    }
  };
}`;

/** A fresh browser in the room of the threat. @param last what is waited for */
async function matrix<K extends keyof Seen>(
  url: string,
  last: K,
): Promise<Pick<Seen, K> & Partial<Seen>> {
  const browser = await launch();
  try {
    const page = await browser.newPage({ viewport });
    await page.addInitScript(watchThreat);
    await page.goto(`${url}#room=threat`);
    const seen = await page.waitForFunction(
      (name) => {
        const { threatSeen } = globalThis as unknown as { threatSeen: Record<string, number> };
        return threatSeen[name] === undefined ? null : threatSeen;
      },
      last,
      { timeout: 300_000 },
    );
    return (await seen.jsonValue()) as unknown as Seen;
  } finally {
    await browser.close();
  }
}

if (!executablePath) throw new Error('expected a Chromium (set CHROMIUM_PATH), found none');
const folder = mkdtempSync(join(tmpdir(), 'asylia-bench-page-'));
try {
  await buildPage(folder);
  const url = pathToFileURL(join(folder, 'index.html')).href;
  const packed = ['index.html', 'page.js', 'page.css', 'data/language-en.js'].reduce(
    (sum, name) => sum + gzipSync(readFileSync(join(folder, name)), { level: 9 }).length,
    0,
  );
  const views: number[] = [];
  for (let i = 0; i < starts; i++) views.push(await firstView(url));
  const matrices: number[] = [];
  for (let i = 0; i < starts; i++) matrices.push((await matrix(url, 'matrix')).matrix);
  const whole: Seen[] = [];
  for (let i = 0; i < wholes; i++) whole.push((await matrix(url, 'all')) as Seen);
  const browser = await launch();
  const { times, longestFrame } = await timed(browser, url);
  const version = browser.version();
  await browser.close();
  const ms = (x: number) => `${Math.round(x)} ms`;
  const spread = (all: readonly number[]) =>
    `${ms(middle(all))} (${ms(Math.min(...all))} to ${ms(Math.max(...all))})`;
  const page = `# Benchmarks of the page

Written by \`npm run bench:page\`, on ${cpus()[0]!.model.trim()}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GB, Chromium ${version} without a graphics card, Kosovo 1999, 1,280 x 900 pixels, opened from a folder.

| What | Aimed at | Measured |
|---|---|---|
| first view (map, figures of everyone's security) in a fresh browser, middle of ${starts} | 2,000 ms | ${spread(views)} |
| a policy moved: from the key to the end of the frame with all figures of the new run, middle of ${moves} | 100 ms | ${spread(times)} |
| longest time between two frames while it was moved ${moves} times | 200 ms | ${ms(longestFrame)} |
| wherein lies the threat: 256 coalitions and 256 with the placebo, expected run, one theory, nothing known before, middle of ${starts} | 1,000 ms | ${spread(matrices)} |
| the same room: until the first interval is shown (32 draws), while bands and the other theories are computed too, middle of ${wholes} | 5,000 ms | ${spread(whole.map((one) => one.interval))} |
| the same: until all is shown (${draws} draws), middle of ${wholes} | 60,000 ms | ${spread(whole.map((one) => one.all))} |
| code of the page, gzipped, with English, without cases and other languages | 375 kB | ${(packed / 1000).toFixed(0)} kB |
`;
  writeFileSync(fileURLToPath(new URL('../docs/page-benchmarks.md', import.meta.url)), page);
  process.stdout.write(page);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
