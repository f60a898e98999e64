import type { RunSummary } from '@asylia/lab';
import { beforeAll, describe, expect, test } from 'vitest';
import { executablePath } from '../../../browser/chromium.ts';
import { runByCommand } from './helpers/command.ts';
import { builtLanguages } from './helpers/languages.ts';
import { enter } from './helpers/rooms.ts';
import { asOnPage, cellsOf, readCsv, readSvg, readXlsx, save } from './helpers/saved.ts';
import { nothingAskedNothingThrown, sharedBrowser, sharedVisit } from './helpers/visit.ts';

const worlds = 8;

describe.skipIf(!executablePath)('the record beside the model', () => {
  const browser = sharedBrowser();
  let run: RunSummary;
  beforeAll(async () => {
    run = await runByCommand('kosovo-1999', worlds);
  });

  describe.each(builtLanguages())('in %s', (language) => {
    const visited = sharedVisit(browser, { language, room: 'record', address: { worlds } });
    const status = () => visited().page.locator('.room .status > p').first();

    test('bands fill in from sampled worlds, and how far that is is said', async () => {
      const { page, texts } = visited();
      await status().waitFor();
      await page.waitForFunction(
        (text) => document.querySelector('.room .status > p')?.textContent === text,
        texts.say('record.bands', { worlds: texts.count(worlds) }),
        { timeout: 60_000 },
      );
      expect(await page.locator('#record-overview .band90').count()).toBeGreaterThan(2);
    });

    test('a series shows bands, record and hold-out; its table is that of the command', async () => {
      const { page, texts } = visited();
      await page.getByLabel(texts.say('record.series'), { exact: true }).selectOption('stock.ALB');
      const figure = page.locator('#record-stock-ALB');
      await figure.locator('svg').waitFor();
      for (const sign of ['.band90', '.band50', '.median', 'circle.fit', 'circle.holdout'])
        expect(await figure.locator(`svg ${sign}`).count(), sign).toBeGreaterThan(0);
      await figure.locator('details.table > summary').click();
      const { text } = await save(page, figure.locator('details.table .buttons button').first());
      const rows = readCsv(text);
      const cells = await cellsOf(figure.locator('table'));
      expect(asOnPage(rows, cells, texts)).toEqual(cells.map((row) => row.map((one) => one.text)));
      const band = run.bands['stock.ALB']!;
      const record = run.record.filter((one) => one.series === 'stock.ALB');
      let scored = 0;
      for (const [date, expected, q05, q25, q50, q75, q95, observed] of rows.slice(1)) {
        const day = run.dates.indexOf(date!);
        const shown = [expected, q05, q25, q50, q75, q95].map(Number);
        const own = [band.expected, band.q05, band.q25, band.q50, band.q75, band.q95];
        own.forEach((curve, i) => {
          expect(Math.abs(shown[i]! - curve[day]!)).toBeLessThanOrEqual(0.6);
        });
        if (observed === '') continue;
        scored += 1;
        expect(record.some((one) => one.day === day && one.value === Number(observed))).toBe(true);
      }
      expect(scored).toBe(record.length);
    });

    test('every check says whether it holds, as the command does, misses beside hits', async () => {
      const { page, texts } = visited();
      const section = page.locator('section[aria-labelledby="record-checks"]');
      const hold = run.checks.filter((check) => check.pass).length;
      const count = (n: number) => texts.count(n);
      expect(await section.locator('strong').first().innerText()).toBe(
        texts.say('record.checks.result', {
          hold: count(hold),
          miss: count(run.checks.length - hold),
          all: count(run.checks.length),
          worlds: count(worlds),
        }),
      );
      const cells = await cellsOf(section.locator('table'));
      expect(cells.length - 1).toBe(run.checks.length);
      expect(cells.slice(1).map((row) => row[0]!.text.length > 0)).not.toContain(false);
      const xlsx = await save(page, section.locator('.buttons button').nth(1));
      expect(readXlsx(xlsx.bytes).sheets[0]).toHaveLength(cells.length);
    });

    test('one country is chosen at a glance', async () => {
      const { page, texts } = visited();
      const name = texts.named('country', 'MKD', 'FYR Macedonia');
      await page
        .getByRole('group', { name: texts.say('record.look') })
        .getByRole('button', { name, exact: true })
        .click();
      const figure = page.locator('#record-stock-MKD');
      await figure.locator('svg').waitFor();
      const { text } = await save(page, figure.locator('.buttons button').first());
      expect((await readSvg(page, text))!.shapes).toBeGreaterThan(20);
    });

    test('a saved picture says what its signs mean, and mixed words read as on the page', async () => {
      const { page, texts } = visited();
      const overview = page.locator('#record-overview');
      const { text } = await save(page, overview.locator('.buttons button').first());
      for (const id of [
        'band50',
        'band90',
        'fitted',
        'heldOut',
        'record.key.cross',
        'fitWindow',
      ] as const)
        expect(text).toContain(`>${texts.say(id)}</text>`);
      expect(text).toMatch(/<text[^>]*unicode-bidi: plaintext/);
    });

    test('edited policies are said to be no longer judged by the record', async () => {
      const { page, texts } = visited();
      await page
        .getByLabel(texts.say('policies.scenario'), { exact: true })
        .selectOption('fyrm-closed');
      await page.locator('.room .edited-note').waitFor();
      expect(
        await page.locator('section[aria-labelledby="record-checks"] strong').first().innerText(),
      ).toBe(texts.say('record.checks.edited'));
      await page.getByRole('button', { name: texts.say('policies.putAllBack') }).click();
      await page.waitForFunction(() => !document.querySelector('.room .edited-note'));
    });

    test('the room can be read from its heading on', async () => {
      await enter(visited(), 'record');
      expect(await visited().page.locator('.room h2').innerText()).toBe(
        visited().texts.say('room.record'),
      );
    });

    nothingAskedNothingThrown(visited);
  });
});
