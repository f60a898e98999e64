import { mkdirSync, truncateSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { readCaseFolder } from '@asylia/lab';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { executablePath } from '../../../browser/chromium.ts';
import { mistakes } from '../../../packages/cases/test/mistakes.ts';
import { changed } from '../../../packages/cases/test/template.ts';
import { levelsByCommand, newFolder, rounded } from './helpers/command.ts';
import type { Files } from './helpers/importFiles.ts';
import { asShown, countFrames, drop, shownFaults, template } from './helpers/importFiles.ts';
import { builtLanguages } from './helpers/languages.ts';
import { allRooms, enter } from './helpers/rooms.ts';
import { save } from './helpers/saved.ts';
import {
  figuresOf,
  nothingAskedNothingThrown,
  sharedBrowser,
  sharedVisit,
  untilRun,
} from './helpers/visit.ts';

const bytesOf = (files: Files) =>
  Object.fromEntries(
    [...files].map(([name, content]) => [
      name,
      typeof content === 'string' ? strToU8(content) : content,
    ]),
  );

/** Writes files into a folder of their own. @returns the folder */
function onDisk(files: Files): string {
  const folder = join(newFolder('imported'), 'test-case');
  for (const [name, content] of files) {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
  }
  return folder;
}

/** A file of so many bytes that takes no room on the disk. */
function sparse(name: string, bytes: number): string {
  const path = join(newFolder('large'), name);
  writeFileSync(path, '');
  truncateSync(path, bytes);
  return path;
}

const megabyte = 1024 * 1024;

describe.skipIf(!executablePath)('a crisis of one’s own', () => {
  const browser = sharedBrowser();

  describe.each(builtLanguages())('in %s', (language) => {
    const visited = sharedVisit(browser, { language, room: 'case' });
    beforeAll(() => enter(visited(), 'case'));
    const titled = (title: string) =>
      visited().page.waitForFunction(
        (text) => document.querySelector('h1')?.textContent === text,
        title,
      );
    const kosovo = () => visited().texts.named('case', 'title', 'Kosovo 1999');
    const back = async () => {
      const { page, texts } = visited();
      await page.getByRole('button', { name: texts.say('case.back'), exact: true }).click();
      await titled(kosovo());
      await untilRun(page);
    };

    test('is imported as a folder, and everyone’s security in it is that of the command', async () => {
      const { page } = visited();
      const folder = onDisk(template());
      await page.locator('input[type="file"][webkitdirectory]').setInputFiles(folder);
      await titled('test-case');
      await page.waitForSelector('[data-outcome="host.unrest.CCC"]');
      const onPage = rounded(await figuresOf(page));
      const expected = await levelsByCommand(folder, 'T1');
      expect(onPage).toEqual(
        Object.fromEntries(Object.keys(onPage).map((id) => [id, expected[id]])),
      );
      expect(new URL(page.url()).hash).not.toContain('test-case');
      await back();
    });

    test('is imported as a zip', async () => {
      const { page } = visited();
      const zip = Buffer.from(zipSync(bytesOf(template())));
      await page
        .locator('input[type="file"]:not([webkitdirectory])')
        .setInputFiles({ name: 'crisis.zip', mimeType: 'application/zip', buffer: zip });
      await titled('test-case');
      await back();
    });

    test('is dropped, and shown in every room', async () => {
      const { page } = visited();
      await drop(page, template());
      await titled('test-case');
      await untilRun(page);
      for (const room of allRooms) await enter(visited(), room);
      await enter(visited(), 'case');
      await back();
    });

    test('begins with a small one that is saved, opened again, and has no fault', async () => {
      const { page, texts } = visited();
      const button = page.getByRole('button', { name: texts.say('case.saveTemplate') });
      const { bytes, name } = await save(page, button);
      expect(name).toMatch(/\.zip$/);
      const inside = unzipSync(new Uint8Array(bytes));
      const files = new Map(
        Object.entries(inside).map(([path, content]) => [path.split('/').at(-1)!, content]),
      );
      expect('folder' in readCaseFolder(files)).toBe(true);
      await drop(page, new Map([[name, new Uint8Array(bytes)]]));
      await titled('my-crisis');
      await back();
    });

    test('another that comes along is one press away, and so is the way back', async () => {
      const { page } = visited();
      const before = await page.locator('h1').innerText();
      await page.locator('.cases button').first().click();
      await page.waitForFunction(
        (text) => document.querySelector('h1')?.textContent !== text,
        before,
      );
      await untilRun(page);
      await page.locator('.cases button').first().click();
      await untilRun(page);
      await page.evaluate(() => {
        location.hash = location.hash.replace(/case=[\w-]+&?/, '');
      });
      await titled(kosovo());
    });

    test('with faults is not opened: the one before stays, and the faults can be saved', async () => {
      const { page, texts } = visited();
      const was = await figuresOf(page);
      await drop(
        page,
        changed('places.csv', (places) => places.replace('10.2', '110.2')),
      );
      await page.locator('.faults').waitFor();
      expect(await page.locator('h1').innerText()).toBe(kosovo());
      expect(await figuresOf(page)).toEqual(was);
      const { text } = await save(
        page,
        page.getByRole('button', { name: texts.say('case.saveFaults') }),
      );
      expect(text).toContain('places.csv,2,lat');
    });

    nothingAskedNothingThrown(visited);
  });

  describe('bad input', () => {
    const visited = sharedVisit(browser, { room: 'case' });
    beforeAll(() => enter(visited(), 'case'));
    afterEach(async () => {
      expect(await visited().page.locator('h1').innerText()).toBe('Kosovo 1999');
    });
    const picked = (path: string) =>
      visited().page.locator('input[type="file"]:not([webkitdirectory])').setInputFiles(path);
    const faultOf = async (file: string) => {
      const row = visited().page.locator('.faults tbody tr', { hasText: file }).first();
      await row.waitFor();
      return row.innerText();
    };

    test.each(mistakes)('%s is shown where the command shows it', async (_, file, change) => {
      const { page } = visited();
      const files = changed(file, change);
      const read = readCaseFolder(files);
      if (!('faults' in read)) throw new Error(`the change of ${file} was accepted`);
      const expected = asShown(read.faults);
      await drop(page, files);
      expect(await shownFaults(page, expected)).toEqual(expected);
    });

    test.each([
      [
        'a change that finds no row',
        { changes: [{ table: 'offers', where: { id: 'x' }, remove: true }] },
      ],
      ['a parameter that does not exist', { parameters: { hostFamiliesShare: 0.5 } }],
      ['no JSON', '{'],
    ])('a scenario with %s is refused with its file', async (_, scenario) => {
      const { page } = visited();
      const text =
        typeof scenario === 'string'
          ? scenario
          : JSON.stringify({ id: 'other', title: 'Other', description: 'Other.', ...scenario });
      const files = new Map([...template(), ['scenarios/other.json', text]]);
      const read = readCaseFolder(files);
      if (!('faults' in read)) throw new Error('the scenario was accepted');
      const expected = asShown(read.faults);
      await drop(page, new Map([['crisis.zip', zipSync(bytesOf(files))]]));
      expect(await shownFaults(page, expected)).toEqual(expected);
    });

    test.each(['record.csv', 'crisis.zip'])(
      'a %s of 200 MB is refused unread, and frames are painted',
      async (name) => {
        const frames = await countFrames(visited().page);
        await picked(sparse(name, 200 * megabyte));
        expect(await faultOf(name)).toMatch(/MB|bytes/);
        expect(await frames()).toBeGreaterThan(0);
      },
    );

    test('a zip bomb is stopped, and frames are painted meanwhile', async () => {
      const bomb = zipSync({ 'places.csv': new Uint8Array(64 * megabyte) }, { level: 9 });
      expect(bomb.length).toBeLessThan(megabyte);
      const frames = await countFrames(visited().page);
      await drop(visited().page, new Map([['bomb.zip', bomb]]));
      await faultOf('bomb.zip');
      expect(await frames()).toBeGreaterThan(0);
    });

    test.each([
      ['no archive', strToU8('no archive at all')],
      ['one cut short', zipSync(bytesOf(template())).subarray(0, 2000)],
      ['one that leads out of its folder', zipSync({ '../../places.csv': strToU8('x') })],
      ['nothing', new Uint8Array(0)],
    ])('%s under the name of a zip is refused', async (_, content) => {
      await drop(visited().page, new Map([['odd.zip', content]]));
      await faultOf('odd.zip');
    });

    nothingAskedNothingThrown(visited);
  });

  describe('a script in its names', () => {
    const script = `<img src=x onerror='globalThis.executed=1'>`;
    const hostile = () => {
      const files = template();
      const change = (name: string, from: string, to: string) =>
        files.set(name, String(files.get(name)).replaceAll(from, to));
      change('places.csv', 'North Town', script);
      change('places.csv', 'Border Town', '<script>globalThis.executed=1</script>');
      change('states.csv', 'East Neighbour', `${script}</script></svg>`);
      const described = JSON.parse(String(files.get('datapackage.json')));
      described.title = `Crisis ${script}`;
      described.asylia.notices = [script];
      files.set('datapackage.json', JSON.stringify(described));
      return files;
    };
    const visited = sharedVisit(browser, { room: 'case' });

    test('stays text in every room, and nothing executes', async () => {
      const { page } = visited();
      await enter(visited(), 'case');
      await drop(page, hostile());
      await page.waitForFunction(() => document.querySelector('h1')?.textContent?.includes('<img'));
      await untilRun(page);
      for (const room of allRooms) {
        await enter(visited(), room);
        expect(await page.locator('img').count()).toBe(0);
      }
      await enter(visited(), 'map');
      const options = await page.locator('.placecard option').allInnerTexts();
      expect(options.some((one) => one.includes(script))).toBe(true);
      expect(await page.evaluate(() => 'executed' in globalThis)).toBe(false);
    });

    test('in what is wrong with it too', async () => {
      const { page } = visited();
      await enter(visited(), 'case');
      await drop(
        page,
        changed('places.csv', (text) => text.replace('lat', script).replace('settlement', script)),
      );
      await page.locator('.faults').waitFor();
      expect(await page.locator('.faults').innerText()).toContain('<img');
      expect(await page.locator('img').count()).toBe(0);
      expect(await page.evaluate(() => 'executed' in globalThis)).toBe(false);
    });

    nothingAskedNothingThrown(visited);
  });
});
