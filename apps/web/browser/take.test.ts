import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { executablePath } from '../../../browser/chromium.ts';
import { command, newFolder, runByCommand } from './helpers/command.ts';
import { scenarioOf } from './helpers/kosovo.ts';
import { builtLanguages } from './helpers/languages.ts';
import { enter } from './helpers/rooms.ts';
import { readCsv, readXlsx, save } from './helpers/saved.ts';
import type { Visit } from './helpers/visit.ts';
import { elsewhere, sharedBrowser, visit } from './helpers/visit.ts';

const worlds = 4;
const settings = { 'offers.all': 2, 'frontier.MKD': 'closed' } as const;

describe.skipIf(!executablePath)('everything is taken away', () => {
  const browser = sharedBrowser();

  describe.each(builtLanguages())('in %s', (language) => {
    let visited: Visit;
    const folder = newFolder('taken');
    beforeAll(async () => {
      await command(
        ...['run', 'kosovo-1999', '--no-threat', '--worlds', String(worlds), '--json'],
        ...['--out', folder, '--language', language],
      );
      visited = await visit(browser(), { language, room: 'take', address: { worlds } });
      await enter(visited, 'take');
      await visited.page.waitForFunction(
        () => !document.querySelector('.takeroom progress'),
        undefined,
        { timeout: 60_000 },
      );
    });
    afterAll(() => visited?.context.close());
    const take = (id: Parameters<typeof visited.texts.say>[0]) =>
      save(
        visited.page,
        visited.page.getByRole('button', { name: visited.texts.say(id), exact: true }),
      );
    const written = (name: string) => readFileSync(join(folder, name), 'utf8');

    test('the report, which opens by itself with the network cut, in the language of the page', async () => {
      const { text, name } = await take('take.saveReport');
      expect(name).toMatch(/^asylia-kosovo-1999-.*report\.html$/);
      const path = join(folder, 'taken.html');
      writeFileSync(path, text);
      const page = await visited.context.newPage();
      const requests: string[] = [];
      const errors: string[] = [];
      page.on('request', (request) => requests.push(request.url()));
      page.on('pageerror', (error) => errors.push(String(error)));
      await visited.context.setOffline(true);
      await page.goto(pathToFileURL(path).href);
      expect(await page.getAttribute('html', 'lang')).toBe(language);
      expect(await page.getAttribute('html', 'dir')).toBe(visited.texts.language.dir);
      expect(await page.locator('svg').count()).toBeGreaterThan(5);
      expect(await page.locator('table.matrix').count()).toBeGreaterThan(0);
      await page.click('#next');
      expect(requests.filter((url) => !/^(file|data|blob):/.test(url))).toEqual([]);
      expect(errors).toEqual([]);
      await page.close();
      await visited.context.setOffline(false);
    });

    test('all tables, with the numbers of those that the command writes', async () => {
      await visited.page.getByRole('checkbox').uncheck();
      const files = unzipSync(new Uint8Array((await take('take.saveCsv')).bytes));
      const names = Object.keys(files);
      expect(names.length).toBeGreaterThan(5);
      // Words are in the language of the page; those of the command's tables stay English.
      const numbers = (text: string) =>
        readCsv(text).map((row) => row.map((cell) => (Number.isNaN(Number(cell)) ? 'word' : cell)));
      for (const name of names) {
        const id = name.split('-').slice(4).join('-');
        expect(numbers(strFromU8(files[name]!)), name).toEqual(numbers(written(`tables/${id}`)));
        if (language === 'en') expect(strFromU8(files[name]!)).toBe(written(`tables/${id}`));
      }
    });

    test('all tables in one workbook, a sheet for each', async () => {
      const { bytes } = await take('take.saveXlsx');
      const { sheets, texts } = readXlsx(bytes);
      const other = readXlsx(readFileSync(join(folder, 'tables.xlsx')));
      expect(sheets).toEqual(other.sheets);
      expect(texts).toContain('Kukës');
    });

    test.each([
      ['take.savePlaces', 'places.geojson'],
      ['take.saveFlows', 'flows.geojson'],
      ['take.saveSummary', 'summary.json'],
    ] as const)('%s: the file that the command writes, byte by byte', async (id, name) => {
      const { text } = await take(id);
      expect(text === written(name), `${name}: ${text.slice(0, 300)}`).toBe(true);
    });

    test('the report is printed, or saved as PDF by the browser, without its script', async () => {
      const { page, texts } = visited;
      await page.evaluate(() => {
        const scope = globalThis as unknown as { printed: Promise<string> };
        scope.printed = new Promise((resolve) => {
          new MutationObserver((changes) => {
            for (const { addedNodes } of changes)
              for (const node of addedNodes)
                if (node instanceof HTMLIFrameElement) resolve(node.srcdoc);
          }).observe(document.body, { childList: true });
        });
      });
      await page.getByRole('button', { name: texts.say('take.printReport'), exact: true }).click();
      const html = await page.evaluate(
        () => (globalThis as unknown as { printed: string }).printed,
      );
      expect(html.includes('<svg')).toBe(true);
      expect(html.includes('<script>')).toBe(false);
    });

    test('the words with which the command gives the same numbers', async () => {
      const said = await visited.page.locator('.command code').innerText();
      expect(said.trim()).toBe(`asylia run kosovo-1999 --worlds ${worlds} --seed 1999`);
    });

    test('nothing was asked of any network and nothing was thrown', () => {
      expect(elsewhere(visited)).toEqual([]);
      expect(visited.errors).toEqual([]);
    });
  });

  test('what was moved, as a scenario file with which the command gives the same numbers', async () => {
    const visited = await visit(browser(), {
      room: 'take',
      address: {
        worlds,
        seed: 7,
        ...Object.fromEntries(Object.entries(settings).map(([id, value]) => [`p.${id}`, value])),
      },
    });
    const { page, texts, context } = visited;
    await enter(visited, 'take');
    await page.waitForFunction(() => !document.querySelector('.takeroom progress'), undefined, {
      timeout: 60_000,
    });
    const button = (id: Parameters<typeof texts.say>[0]) =>
      page.getByRole('button', { name: texts.say(id), exact: true });
    const saved = await save(page, button('take.saveScenario'));
    const scenario = JSON.parse(saved.text);
    expect(scenario).toEqual(scenarioOf('kosovo-1999', settings));
    expect(await page.locator('.command code').innerText()).toContain(`--scenario ${saved.name}`);
    const summary = JSON.parse((await save(page, button('take.saveSummary'))).text);
    expect(summary).toEqual(await runByCommand('kosovo-1999', worlds, scenario, 7));
    await context.close();
  });
});
