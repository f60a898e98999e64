import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { executablePath, launch } from '../../../browser/chromium.ts';
import { main } from '../src/main.ts';
import { realEffects } from '../src/realEffects.ts';
import type { Effects } from '../src/shell/effects.ts';

describe.skipIf(!executablePath)('the report in Arabic in a browser', () => {
  let browser: Browser;
  let page: Page;
  const errors: string[] = [];
  const folder = mkdtempSync(join(tmpdir(), 'asylia-arabic-'));

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
    const words = ['--worlds', '4', '--draws', '2', '--language', 'ar', '--out', folder];
    expect(await main(['run', 'two-valleys', ...words, '--json'], effects)).toBe(0);
    browser = await launch();
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
    page = await context.newPage();
    page.on('pageerror', (error) => errors.push(String(error)));
    await page.goto(`file://${folder}/report.html`);
  });
  afterAll(() => browser?.close());

  /** Left edges of the letters of the first text under `selector` that matches, in pixels. */
  const edges = (selector: string, pattern: string) =>
    page.evaluate(
      ([where, what]) => {
        for (const element of document.querySelectorAll(where!)) {
          for (const node of element.childNodes) {
            const found = node.nodeType === 3 ? node.textContent!.match(what!) : null;
            if (!found) continue;
            const range = document.createRange();
            return [...found[0]].map((_, i) => {
              range.setStart(node, found.index! + i);
              range.setEnd(node, found.index! + i + 1);
              return range.getBoundingClientRect().left;
            });
          }
        }
        return [];
      },
      [selector, pattern],
    );

  test('throws nothing and meets WCAG 2.2 AA as far as axe can tell', async () => {
    const { violations } = await new AxeBuilder({ page })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
      .analyze();
    expect(violations.map((v) => `${v.id}: ${v.nodes[0]?.html.slice(0, 160)}`)).toEqual([]);
    expect(errors).toEqual([]);
  });

  test('has its contents on the right, and time in charts and on the slider from left to right', async () => {
    const left = (selector: string) =>
      page.evaluate((one) => document.querySelector(one)!.getBoundingClientRect().left, selector);
    expect(await left('nav.toc')).toBeGreaterThan(await left('main'));
    expect(await left('#previous')).toBeLessThan(await left('#next'));
    const directions = await page.evaluate(() =>
      [...document.querySelectorAll('svg, #day')].map((one) => getComputedStyle(one).direction),
    );
    expect(directions.length).toBeGreaterThan(10);
    expect(new Set(directions)).toEqual(new Set(['ltr']));
    const months = await page.evaluate(() =>
      [...document.querySelectorAll('#stock svg text[text-anchor=middle]')].map((one) => ({
        text: one.textContent,
        left: one.getBoundingClientRect().left,
      })),
    );
    expect(months.map(({ text }) => text)).toEqual(['1 يناير', '1 فبراير', '1 مارس', '1 أبريل']);
    expect(months.map((one) => one.left)).toEqual(
      months.map((one) => one.left).sort((a, b) => a - b),
    );
  });

  test('the title of the map is the same when the script writes it', async () => {
    const before = await page.textContent('#map-status');
    await page.click('#next');
    await page.click('#previous');
    expect(await page.textContent('#map-status')).toBe(before);
    expect(before).toMatch(/^\d+ يناير 2001: [\d,]+ من الناس/);
  });

  test('writes signs on the left of their numbers and per cent on the right', async () => {
    const [sign, digit] = await edges('#answer li', '[+-]\\d');
    expect(sign).toBeLessThan(digit!);
    const [number, perCent] = await edges('#shelter h3', '\\d%');
    expect(number).toBeLessThan(perCent!);
  });

  test.each([360, 1280])('does not scroll sideways at %s pixels', async (width) => {
    await page.setViewportSize({ width, height: 800 });
    expect(
      await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
    ).toBeLessThanOrEqual(0);
  });
});
