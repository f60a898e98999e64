import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { executablePath, launch } from '../../../browser/chromium.ts';
import { main } from '../src/main.ts';
import { realEffects } from '../src/realEffects.ts';
import type { Effects } from '../src/shell/effects.ts';

describe.skipIf(!executablePath)('the report of an attribution in a browser', () => {
  let browser: Browser;
  let page: Page;
  const requests: string[] = [];
  const errors: string[] = [];
  const folder = mkdtempSync(join(tmpdir(), 'asylia-threat-'));

  beforeAll(async () => {
    const effects: Effects = {
      ...realEffects,
      out: () => {},
      err: () => {},
      runJob: async (job) => {
        const run = job.kind.runner(job.input);
        for (const range of job.ranges) job.onPart(run(range), range, null);
      },
    };
    const command = [
      'threat',
      'two-valleys',
      '--expected',
      '--theory',
      'T1,T2',
      '--frame',
      'every',
    ];
    expect(await main([...command, '--out', folder], effects)).toBe(0);
    browser = await launch();
    page = await (
      await browser.newContext({ viewport: { width: 1280, height: 900 }, acceptDownloads: true })
    ).newPage();
    page.on('request', (request) => requests.push(request.url()));
    page.on('pageerror', (error) => errors.push(String(error)));
    page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
    await page.goto(`file://${folder}/threat.html`);
  });
  afterAll(() => browser?.close());

  test('asks nothing of any network and throws nothing', () => {
    expect(requests.filter((url) => !/^(file|data|blob):/.test(url))).toEqual([]);
    expect(errors).toEqual([]);
  });

  test.each(['light', 'dark'] as const)(
    'meets WCAG 2.2 AA as far as axe can tell, in %s, folds open',
    async (colorScheme) => {
      await page.emulateMedia({ colorScheme });
      await page.$$eval('details', (folds) => {
        // Tables behind figures look like those of the run's report; thousands of rows take long.
        for (const fold of folds) fold.open = !fold.querySelector('button[data-save]');
      });
      const { violations } = await new AxeBuilder({ page })
        .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
        .analyze();
      expect(
        violations.map(
          (v) =>
            `${v.id}: ${v.nodes[0]?.html.slice(0, 160)} ${v.nodes[0]?.failureSummary?.slice(0, 200)}`,
        ),
      ).toEqual([]);
    },
  );

  test('the placebo column of the table is 0 in every row', async () => {
    const column = await page.$$eval('#article-table table.matrix', (tables) =>
      tables.flatMap((table) =>
        [...(table as HTMLTableElement).querySelectorAll('tbody tr')].flatMap((row) => {
          const cells = [...row.querySelectorAll('td')];
          return cells.length > 0 ? [cells.at(-1)!.textContent] : [];
        }),
      ),
    );
    expect(column.length).toBeGreaterThan(10);
    expect(new Set(column)).toEqual(new Set(['0']));
  });

  test.each(['svg', 'csv'])(
    'the picture of the table and its numbers can be saved as %s',
    async (kind) => {
      const target = kind === 'svg' ? 'matrix-chart' : 'table-contributions-first';
      await page.$$eval('#matrix-chart details', (folds: HTMLDetailsElement[]) => {
        for (const fold of folds) fold.open = true;
      });
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.click(`button[data-save="${kind}"][data-for="${target}"]`),
      ]);
      const text = readFileSync(await download.path(), 'utf8');
      expect(text).toContain(kind === 'svg' ? '<svg' : 'shapley');
    },
  );

  test.each([360, 768, 1280, 1920, 2560])(
    'fits a screen %d wide without scrolling sideways',
    async (width) => {
      await page.setViewportSize({ width, height: 900 });
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
        width,
      );
    },
  );
});
