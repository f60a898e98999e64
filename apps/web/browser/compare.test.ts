import type { RunSummary } from '@asylia/lab';
import { beforeAll, describe, expect, test } from 'vitest';
import { executablePath } from '../../../browser/chromium.ts';
import { runByCommand } from './helpers/command.ts';
import { builtLanguages } from './helpers/languages.ts';
import { enter } from './helpers/rooms.ts';
import { asOnPage, cellsOf, readCsv, readSvg, save } from './helpers/saved.ts';
import {
  figuresOf,
  nothingAskedNothingThrown,
  sharedBrowser,
  sharedVisit,
  untilChanged,
} from './helpers/visit.ts';

const compare = 'as-it-was~fyrm-closed~no-evacuation~offers-x5';
const date = '1999-05-20';

describe.skipIf(!executablePath)('scenarios side by side', () => {
  const browser = sharedBrowser();
  let baseline: RunSummary;
  let closed: RunSummary;
  beforeAll(async () => {
    baseline = await runByCommand('kosovo-1999', 2);
    closed = await runByCommand('kosovo-1999', 2, 'fyrm-closed');
  });

  describe.each(builtLanguages())('in %s', (language) => {
    const visited = sharedVisit(browser, {
      language,
      room: 'compare',
      address: { compare, date },
    });
    beforeAll(() => enter(visited(), 'compare'));
    const options = () => visited().page.locator('.chooser .option');

    test('four maps of one day stand side by side on one scale', async () => {
      const { page } = visited();
      await page.waitForFunction(
        () => document.querySelectorAll('.changes-list > li').length === 4,
        undefined,
        { timeout: 30_000 },
      );
      expect(await page.locator('.compare svg .stock').count()).toBeGreaterThan(40);
      expect(await page.locator('.chooser .option[aria-pressed="true"]').count()).toBe(4);
    });

    test('where more and where fewer people are is on a map, and it is the command’s difference', async () => {
      const { page, texts } = visited();
      const part = page.locator('.compare-difference');
      const table = part.locator('details.table');
      if ((await table.getAttribute('open')) === null) await table.locator('summary').click();
      const csv = readCsv((await save(page, table.locator('.buttons button').first())).text);
      const cells = await cellsOf(table.locator('table'));
      expect(asOnPage(csv, cells, texts)).toEqual(cells.map((row) => row.map((one) => one.text)));
      const day = baseline.dates.indexOf(date);
      const idOf = new Map(baseline.places.map((place) => [place.name, place.id]));
      const at = ({ map }: RunSummary, id: string) =>
        (map.stockByPlace[id]?.[day] ?? 0) + (map.waiting[id]?.[day] ?? 0);
      expect(csv.length).toBeGreaterThan(5);
      for (const [place, one, other, difference] of csv.slice(1)) {
        const id =
          idOf.get(place!) ?? baseline.places.find(({ name }) => name.includes(place!))!.id;
        expect(Number(other) - Number(one), place).toBe(Number(difference));
        expect(Math.abs(Number(one) - at(baseline, id)), place).toBeLessThanOrEqual(1);
        expect(Math.abs(Number(other) - at(closed, id)), place).toBeLessThanOrEqual(1);
      }
      const svg = await save(page, page.locator('#compare-difference .buttons button').first());
      expect((await readSvg(page, svg.text))!.shapes).toBeGreaterThan(30);
    });

    test('a scenario is taken away and another put in its place', async () => {
      const { page } = visited();
      await options().and(page.locator('[aria-pressed="true"]')).last().click();
      await page.waitForFunction(
        () => document.querySelectorAll('.changes-list > li').length === 3,
        undefined,
        { timeout: 30_000 },
      );
      await options().and(page.locator('[aria-pressed="false"]')).last().click();
      await page.waitForFunction(
        () => document.querySelectorAll('.changes-list > li').length === 4,
        undefined,
        { timeout: 30_000 },
      );
      expect(new URL(page.url()).hash).toContain('compare=');
    });

    test('the day goes on by a button and by keys, on all maps at once', async () => {
      const { page, texts } = visited();
      const shown = () => page.locator('.daybar output').innerText();
      expect(await shown()).toBe(texts.longDate(date));
      await page.locator('.daybar button').last().click();
      await page.waitForFunction(
        (text) => document.querySelector('.daybar output')?.textContent === text,
        texts.longDate('1999-05-21'),
      );
      await page.locator('.daybar input').focus();
      await page.keyboard.press('ArrowLeft');
      await page.waitForFunction(
        (text) => document.querySelector('.daybar output')?.textContent === text,
        texts.longDate(date),
      );
    });

    test('a mix of one’s own is kept under a name, restored, and let go', async () => {
      const { page, texts } = visited();
      const was = await figuresOf(page);
      await page
        .getByLabel(texts.say('policies.scenario'), { exact: true })
        .selectOption('offers-x5');
      const now = await untilChanged(
        page,
        'individuals.excessDeaths',
        was['individuals.excessDeaths']!,
      );
      await page.getByLabel(texts.say('compare.keep.name'), { exact: true }).fill('My mix');
      await page.getByRole('button', { name: texts.say('compare.keep'), exact: true }).click();
      await page.locator('.chips li', { hasText: 'My mix' }).waitFor();
      await page.getByRole('button', { name: texts.say('policies.putAllBack') }).click();
      await untilChanged(page, 'individuals.excessDeaths', now);
      await page.locator('.chips li button').first().click();
      await untilChanged(page, 'individuals.excessDeaths', was['individuals.excessDeaths']!);
      expect((await figuresOf(page))['individuals.excessDeaths']).toBe(now);
      await page.locator('.chips li button').last().click();
      await page.waitForFunction(() => !document.querySelector('.chips li'));
      await page.getByRole('button', { name: texts.say('policies.putAllBack') }).click();
      await untilChanged(page, 'individuals.excessDeaths', now);
    });

    test('charts of all runs are taken away', async () => {
      const { page } = visited();
      for (const id of ['compare-countries', 'compare-others']) {
        const { text } = await save(page, page.locator(`#${id} .buttons button`).first());
        expect((await readSvg(page, text))!.shapes, id).toBeGreaterThan(20);
      }
    });

    nothingAskedNothingThrown(visited);
  });
});
