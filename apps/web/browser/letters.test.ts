import { describe, expect, test } from 'vitest';
import { executablePath } from '../../../browser/chromium.ts';
import { drop, template } from './helpers/importFiles.ts';
import { isPng, readPng, readSvg, save } from './helpers/saved.ts';
import { nothingAskedNothingThrown, roomTab, sharedBrowser, sharedVisit } from './helpers/visit.ts';

const browser = sharedBrowser();

describe.skipIf(!executablePath)('names with letters that no XML holds', () => {
  const visited = sharedVisit(browser, { room: 'case' });

  test('leave the saved pictures whole', async () => {
    const { page, texts } = visited();
    const files = template();
    const places = String(files.get('places.csv'));
    files.set('places.csv', places.replaceAll('Border Town', '"A & <b>\u0001 ]]> Town\u001f"'));
    await drop(page, files);
    await page.waitForFunction(() => document.querySelector('h1')?.textContent?.includes('test'));
    await roomTab(page, 'map').click();
    const button = (id: 'saveAs.svg' | 'saveAs.png') =>
      page.getByRole('button', { name: texts.say(id) }).first();
    await button('saveAs.svg').waitFor();
    const svg = await save(page, button('saveAs.svg'));
    const read = await readSvg(page, svg.text);
    expect(read?.texts.join()).toContain('A & <b> ]]> Town');
    const { bytes } = await save(page, button('saveAs.png'));
    expect(isPng(bytes)).toBe(true);
    expect((await readPng(page, bytes))!.colours).toBeGreaterThan(3);
  });

  nothingAskedNothingThrown(visited);
});
