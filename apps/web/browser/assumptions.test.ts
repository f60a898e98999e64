import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { executablePath } from '../../../browser/chromium.ts';
import { command, newFolder } from './helpers/command.ts';
import { builtLanguages } from './helpers/languages.ts';
import { enter } from './helpers/rooms.ts';
import { asOnPage, cellsOf, readCsv, save } from './helpers/saved.ts';
import {
  figuresOf,
  nothingAskedNothingThrown,
  sharedBrowser,
  sharedVisit,
  untilRun,
  visit,
} from './helpers/visit.ts';

const assumption = 'hostFamilyShare';

describe.skipIf(!executablePath)('what is assumed', () => {
  const browser = sharedBrowser();

  describe.each(builtLanguages())('in %s', (language) => {
    const visited = sharedVisit(browser, { language, room: 'assumptions' });
    beforeAll(() => enter(visited(), 'assumptions'));
    const entry = () => visited().page.locator(`[data-entry="${assumption}"]`);
    const find = async () => {
      const { page, texts } = visited();
      await page.getByLabel(texts.say('assume.find'), { exact: true }).fill(assumption);
      await entry().waitFor();
      // What changes with it may be drawn just now, and the entry anew with it.
      await expect
        .poll(async () => {
          const isOpen = (await entry().getAttribute('open')) !== null;
          if (!isOpen) await entry().locator('summary').click();
          return isOpen;
        })
        .toBe(true);
    };

    test('each number is found by a word, with range, prior, source and mark', async () => {
      const { texts } = visited();
      await find();
      await expect.poll(() => entry().innerText()).toContain(texts.say('column.source'));
      const said = await entry().innerText();
      for (const part of [
        'assume.symbol',
        'assume.range',
        'assume.prior',
        'column.source',
      ] as const)
        expect(said).toContain(texts.say(part));
      expect(said).toContain(assumption);
    });

    test('one is changed, and what moves is said from most to least', async () => {
      const { page, texts } = visited();
      await find();
      const box = entry().locator('input[inputmode]');
      const slider = entry().locator('input[type="range"]');
      await slider.focus();
      await page.keyboard.press('Home');
      await page.locator('section[aria-labelledby="assume-moves"] ol li').first().waitFor();
      expect(Number.isNaN(Number((await box.inputValue()).replace(',', '.')))).toBe(false);
      expect(new URL(page.url()).hash).toContain(`m.${assumption}=`);
      const section = page.locator('section[aria-labelledby="assume-moves"]');
      await section.locator('details.table > summary').click();
      const csv = readCsv(
        (await save(page, section.locator('details.table .buttons button').first())).text,
      );
      const cells = await cellsOf(section.locator('table'));
      expect(asOnPage(csv, cells, texts)).toEqual(cells.map((row) => row.map((one) => one.text)));
    });

    test('a link carries the change: whoever opens it sees the same figures', async () => {
      const { page, texts, context } = visited();
      const link = await page.getByLabel(texts.say('assume.link'), { exact: true }).inputValue();
      expect(link).toContain(`m.${assumption}=`);
      const other = await context.newPage();
      await other.goto(link);
      await untilRun(other);
      await other.waitForFunction(
        (want) =>
          Object.entries(want).every(
            ([id, value]) =>
              Number(
                document.querySelector(`[data-outcome="${id}"]`)?.getAttribute('data-value'),
              ) === value,
          ),
        await figuresOf(page),
      );
      await other.close();
    });

    test('a file carries it away and back', async () => {
      const { page, texts } = visited();
      const changed = await figuresOf(page);
      const { text } = await save(
        page,
        page.getByRole('button', { name: texts.say('assume.file.save'), exact: true }),
      );
      const path = join(newFolder('state'), 'state.json');
      writeFileSync(path, text);
      await page.getByRole('button', { name: texts.say('policies.putAllBack') }).click();
      await page.waitForFunction(() => !location.hash.includes('m.'));
      await page.getByLabel(texts.say('assume.file.load'), { exact: true }).setInputFiles(path);
      await page.waitForFunction((id) => location.hash.includes(`m.${id}=`), assumption);
      await page.waitForFunction(
        (want) =>
          Object.entries(want).every(
            ([id, value]) =>
              Number(
                document.querySelector(`[data-outcome="${id}"]`)?.getAttribute('data-value'),
              ) === value,
          ),
        changed,
      );
    });

    test('a file with a mistake is refused with its place, and nothing is lost', async () => {
      const { page, texts } = visited();
      const before = page.url();
      const path = join(newFolder('state'), 'state.json');
      writeFileSync(path, '{"format":"asylia-state","formatVersion":9}');
      await page.getByLabel(texts.say('assume.file.load'), { exact: true }).setInputFiles(path);
      const alert = page.locator('.carry [role="alert"]');
      await alert.waitFor();
      expect(await alert.innerText()).toContain('state');
      expect(page.url()).toBe(before);
    });

    test('what was changed is listed, each with the way back', async () => {
      const { page, texts } = visited();
      await page
        .locator('ul.changed')
        .getByRole('button', { name: new RegExp(texts.say('reset')) })
        .first()
        .click();
      await page.waitForFunction(() => !document.querySelector('ul.changed'));
      await expect.poll(() => new URL(page.url()).hash).not.toContain('m.');
    });

    nothingAskedNothingThrown(visited);
  });

  test('which assumption matters most for a figure is answered, and it is that of the command', async () => {
    const visited = await visit(browser(), { room: 'assumptions' });
    const { page, texts, context, errors } = visited;
    await enter(visited, 'assumptions');
    await page.getByLabel(texts.say('matters.choose'), { exact: true }).selectOption('peak.MKD');
    await page.waitForFunction(() => !document.querySelector('.matters progress'), undefined, {
      timeout: 100_000,
    });
    const answer = await page.locator('.matters .answer').innerText();
    const figure = page.locator('#matters-peak-MKD');
    await figure.locator('details.table > summary').click();
    const csv = readCsv(
      (await save(page, figure.locator('details.table .buttons button').first())).text,
    );
    const said = JSON.parse(
      await command('sensitivity', 'kosovo-1999', '--figure', 'peak.MKD', '--json'),
    );
    expect(csv.length).toBeGreaterThan(5);
    expect(answer).toContain(csv[1]![0]!);
    const ranges = said.influences.slice(0, 5).map((one: { range: number }) => one.range);
    expect(csv.slice(1, 6).map((row) => Number(row[7]))).toEqual(ranges);
    expect(errors).toEqual([]);
    await context.close();
  });
});
