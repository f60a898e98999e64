import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { parseHTML } from 'linkedom';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { executablePath, launch } from '../../../browser/chromium.ts';
import { main } from '../src/main.ts';
import { realEffects } from '../src/realEffects.ts';
import type { Effects } from '../src/shell/effects.ts';

describe.skipIf(!executablePath)('the report in a browser', () => {
  let browser: Browser;
  let page: Page;
  const requests: string[] = [];
  const errors: string[] = [];
  const folder = mkdtempSync(join(tmpdir(), 'asylia-report-'));
  let answer = '';

  beforeAll(async () => {
    const effects: Effects = {
      ...realEffects,
      out: (text) => {
        answer += text;
      },
      err: () => {},
      runJob: async (job) => {
        const run = job.kind.runner(job.input);
        for (const range of job.ranges) job.onPart(run(range), range, null);
      },
    };
    expect(
      await main(
        ['run', 'kosovo-1999', '--no-threat', '--worlds', '20', '--out', folder, '--json'],
        effects,
      ),
    ).toBe(0);
    browser = await launch();
    page = await (
      await browser.newContext({ viewport: { width: 1280, height: 900 }, acceptDownloads: true })
    ).newPage();
    page.on('request', (request) => requests.push(request.url()));
    page.on('pageerror', (error) => errors.push(String(error)));
    page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
    await page.goto(`file://${folder}/report.html`);
  });
  afterAll(() => browser?.close());

  test('asks nothing of any network and throws nothing', () => {
    expect(requests.filter((url) => !/^(file|data|blob):/.test(url))).toEqual([]);
    expect(errors).toEqual([]);
  });

  test.each(['light', 'dark'] as const)(
    'meets WCAG 2.2 AA as far as axe can tell, in %s',
    async (colorScheme) => {
      await page.emulateMedia({ colorScheme });
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

  test('the day of the map moves by button, by key and by slider, and the title says what is seen', async () => {
    const title = () => page.textContent('#map-status');
    const before = await title();
    await page.click('#next');
    const after = await title();
    expect(after).not.toBe(before);
    await page.click('#previous');
    expect(await title()).toBe(before);
    await page.focus('#day');
    await page.keyboard.press('ArrowRight');
    expect(await title()).toBe(after);
    await page.keyboard.press('Home');
    expect(await title()).toContain('20 March 1999');
  });

  test('the marks of a day are the same, drawn by the report or by its script', async () => {
    const selector = ['stock-', 'wait-', 'flow', 'number-'].map((id) => `svg.map [id^="${id}"]`);
    const sizes = ['r', 'x', 'y', 'width', 'stroke-width'];
    const written = parseHTML(readFileSync(`${folder}/report.html`, 'utf8')).document;
    const day = written.querySelector('#day')!.getAttribute('value')!;
    const drawn = [...written.querySelectorAll(selector.join())].map((mark) => [
      mark.id,
      mark.textContent,
      ...sizes.map((size) => Number(mark.getAttribute(size) ?? 0).toFixed(3)),
    ]);
    const shown = (value: string) =>
      page.evaluate(
        ({ value, selector, sizes }) => {
          const slider = document.querySelector<HTMLInputElement>('#day')!;
          slider.value = value;
          slider.dispatchEvent(new Event('input'));
          return [...document.querySelectorAll(selector)].map((mark) => [
            mark.id,
            mark.textContent,
            ...sizes.map((size) => Number(mark.getAttribute(size) ?? 0).toFixed(3)),
          ]);
        },
        { value, selector: selector.join(), sizes },
      );
    expect(await shown(String(Number(day) + 20))).not.toEqual(drawn);
    expect(await shown(day)).toEqual(drawn);
  });

  test('what is on the screen is what the run answered', async () => {
    const { checks } = JSON.parse(answer) as {
      checks: { id: string; title: string; pass: boolean }[];
    };
    const rows = await page.$$eval('#table-validation tbody tr', (list: HTMLTableRowElement[]) =>
      list.map((row) => [row.cells[0]!.textContent, row.cells[7]!.textContent]),
    );
    expect(rows).toEqual(checks.map((check) => [check.title, check.pass ? 'holds' : 'misses']));
  });

  test.each(['svg', 'png'])('a figure can be saved as %s', async (kind) => {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.click(`button[data-save="${kind}"][data-for="stock-ALB"]`),
    ]);
    const bytes = readFileSync(await download.path());
    expect(bytes.length).toBeGreaterThan(2000);
    expect(bytes.subarray(0, 4).toString('latin1')).toBe(kind === 'svg' ? '<svg' : '\x89PNG');
  });

  test.each(['csv', 'xlsx'])('a table can be saved as %s', async (kind) => {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.click(`button[data-save="${kind}"][data-for="table-gaps"]`),
    ]);
    const bytes = readFileSync(await download.path());
    if (kind === 'csv') expect(bytes.toString()).toContain('Kukës');
    else expect(bytes.subarray(0, 2).toString()).toBe('PK');
  });

  test('places and flows can be saved as GeoJSON', async () => {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.click('button[data-save="geojson"]'),
    ]);
    const geo = JSON.parse(readFileSync(await download.path(), 'utf8'));
    expect(geo.type).toBe('FeatureCollection');
    expect(geo.features.length).toBeGreaterThan(150);
  });

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
