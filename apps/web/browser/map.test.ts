import type { RunSummary } from '@asylia/lab';
import { beforeAll, describe, expect, test } from 'vitest';
import { executablePath } from '../../../browser/chromium.ts';
import { runByCommand } from './helpers/command.ts';
import { builtLanguages } from './helpers/languages.ts';
import { enter } from './helpers/rooms.ts';
import { asOnPage, cellsOf, readCsv, readPng, readSvg, save } from './helpers/saved.ts';
import { nothingAskedNothingThrown, sharedBrowser, sharedVisit, visit } from './helpers/visit.ts';

describe.skipIf(!executablePath)('the map and its time', () => {
  const browser = sharedBrowser();
  let run: RunSummary;
  beforeAll(async () => {
    run = await runByCommand('kosovo-1999', 2);
  });

  describe.each(builtLanguages())('in %s', (language) => {
    const visited = sharedVisit(browser, {
      language,
      room: 'map',
      address: { date: '1999-04-10' },
    });
    beforeAll(() => enter(visited(), 'map'));

    const title = () => visited().page.locator('#map h3').innerText();
    const date = () => visited().page.locator('.timebar .date').innerText();
    const says = (iso: string) =>
      visited().page.waitForFunction(
        (text) => document.querySelector('.timebar .date')?.textContent === text,
        visited().texts.longDate(iso),
      );
    const named = (id: 'play' | 'stop' | 'dayOn' | 'dayBack') =>
      visited().page.getByRole('button', { name: visited().texts.say(`map.${id}`), exact: true });

    test('the first day shown is that with most people in neighbouring countries', async () => {
      const { page, context, texts } = await visit(browser(), { language });
      const near = run.countries.flatMap(({ id, role }) =>
        role === 'neighbour' || role === 'federation' ? [id] : [],
      );
      const places = run.places.filter(({ country }) => near.includes(country));
      const people = run.dates.map((_, day) =>
        places.reduce((sum, { id }) => sum + (run.map.stockByPlace[id]?.[day] ?? 0), 0),
      );
      const fullest = run.dates[people.indexOf(Math.max(...people))]!;
      expect(await page.locator('.timebar .date').innerText()).toBe(texts.longDate(fullest));
      await context.close();
    });

    test('the day goes on and back by a button, and the title says what is seen', async () => {
      await says('1999-04-10');
      const before = await title();
      await named('dayOn').click();
      await says('1999-04-11');
      expect(await title()).not.toBe(before);
      await named('dayBack').click();
      await says('1999-04-10');
      expect(await title()).toBe(before);
    });

    test('the day goes by keys, later to the right in every language', async () => {
      const { page } = visited();
      await page.locator('.slider.day input').focus();
      await page.keyboard.press('ArrowRight');
      await says('1999-04-11');
      await page.keyboard.press('ArrowLeft');
      await says('1999-04-10');
      await page.keyboard.press('Home');
      await says(run.case.start);
      await page.keyboard.press('End');
      await says(run.case.end);
    });

    test('days play by themselves, as fast as was chosen, and stop at the last', async () => {
      const { page, texts } = visited();
      await page.getByLabel(texts.say('map.speed'), { exact: true }).selectOption('30');
      await page.locator('.slider.day input').focus();
      await page.keyboard.press('End');
      for (let i = 0; i < 5; i++) await page.keyboard.press('ArrowLeft');
      expect(await date()).toBe(texts.longDate(run.dates.at(-6)!));
      await named('play').click();
      await says(run.case.end);
      await named('play').waitFor();
      await named('play').click();
      await named('stop').click();
      await named('play').waitFor();
      await page.waitForFunction(() => location.hash.includes('date='));
    });

    test('days that tell the story are one press away', async () => {
      const { page } = visited();
      const told = await page.locator('.timebar .mark').count();
      expect(told).toBeGreaterThan(2);
      await page.locator('.timebar .mark').first().click();
      await says(run.case.start);
    });

    test('the card of a place says in both its names who is there, as the command reckons', async () => {
      const { page, texts } = visited();
      await page.locator('.timebar .mark').nth(1).click();
      await page.getByLabel(texts.say('map.place'), { exact: true }).selectOption('prishtine');
      const card = page.locator('[data-card="prishtine"]');
      expect(await card.locator('h4').innerText()).toContain(' / ');
      await page.getByLabel(texts.say('map.place'), { exact: true }).selectOption('kukes');
      const kukes = page.locator('[data-card="kukes"]');
      await kukes.waitFor();
      const shown = await date();
      const at = run.dates.findIndex((iso) => texts.longDate(iso) === shown);
      const refuge = Number(await kukes.locator('[data-refuge]').getAttribute('data-refuge'));
      expect(Math.round(refuge)).toBe(run.map.stockByPlace.kukes![at]);
      expect(
        await page.locator('circle.stock[data-place="kukes"]').getAttribute('data-people'),
      ).toBe(String(run.map.stockByPlace.kukes![at]));
      expect(await kukes.locator('table.supply').count()).toBe(1);
    });

    test('the card is opened from the map too, and closed', async () => {
      const { page, texts } = visited();
      await page.locator('[data-touch="vlore"]').click({ force: true });
      await page.locator('[data-card="vlore"]').waitFor();
      await page.getByRole('button', { name: texts.say('map.card.close') }).click();
      await page.waitForFunction(() => !document.querySelector('[data-card]'));
    });

    test('the figures of the day are those of the command', async () => {
      const { page, texts } = visited();
      const shown = await date();
      const at = run.dates.findIndex((iso) => texts.longDate(iso) === shown);
      const cells = await cellsOf(page.locator('table[id^="table-day-"]'));
      const hosts = run.countries.filter(({ id }) => `stock.${id}` in run.bands);
      expect(hosts.length).toBeGreaterThan(3);
      hosts.forEach(({ id, name }, i) => {
        const [heading, figure] = cells[1 + i]!;
        const country = texts.named('country', id, name);
        expect(heading!.text).toBe(texts.say('map.figures.stock', { country }));
        // The command writes seven digits, the page whole people: a half can go either way.
        const people = run.bands[`stock.${id}`]!.expected[at]!;
        expect(
          [-0.05, 0.05].map((by) => texts.count(people + by)),
          id,
        ).toContain(figure!.text);
      });
    });

    test('a curve of the whole period is chosen, and it is that of the command', async () => {
      const { page, texts } = visited();
      await page
        .getByLabel(texts.say('map.chart.which'), { exact: true })
        .selectOption('stock.ALB');
      await page.locator('#curve .table summary').click();
      const { text } = await save(page, page.locator('#curve .table .buttons button').first());
      const rows = readCsv(text).slice(1);
      const { expected } = run.bands['stock.ALB']!;
      expect(rows).toHaveLength(expected.length);
      // The command writes seven digits, the page whole people: they can part by the last one.
      const apart = rows.map((row, day) => Math.abs(Number(row[1]) - expected[day]!));
      expect(Math.max(...apart)).toBeLessThanOrEqual(0.6);
    });

    test('the map is taken away as a picture, a bitmap, a table and as GeoJSON', async () => {
      const { page, texts } = visited();
      const buttons = page.locator('#map > .buttons button');
      const svg = await save(page, buttons.nth(0));
      const drawn = (await readSvg(page, svg.text))!;
      expect(svg.name).toMatch(/\.svg$/);
      expect(drawn.shapes).toBeGreaterThan(50);
      expect(drawn.texts.join()).toContain('Kukës');
      const png = await readPng(page, (await save(page, buttons.nth(1))).bytes);
      expect(png!.width).toBe(drawn.width * 2);
      expect(png!.colours).toBeGreaterThan(20);
      const geo = JSON.parse((await save(page, buttons.nth(2))).text);
      expect(geo.type).toBe('FeatureCollection');
      expect(geo.features.length).toBeGreaterThan(150);
      await page.locator('#map .table summary').click();
      const csv = readCsv(
        (await save(page, page.locator('#map .table .buttons button').first())).text,
      );
      const cells = await cellsOf(page.locator('#map table'));
      expect(asOnPage(csv, cells, texts)).toEqual(cells.map((row) => row.map(({ text }) => text)));
    });

    nothingAskedNothingThrown(visited);
  });
});
