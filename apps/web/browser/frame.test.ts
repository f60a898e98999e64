import { describe, expect, test } from 'vitest';
import { executablePath } from '../../../browser/chromium.ts';
import { builtLanguages, textsOf, triedLanguages } from './helpers/languages.ts';
import { allRooms, enter } from './helpers/rooms.ts';
import {
  figuresOf,
  nothingAskedNothingThrown,
  roomTab,
  sharedBrowser,
  sharedVisit,
  visit,
} from './helpers/visit.ts';

describe.skipIf(!executablePath)('the page opened from a folder', () => {
  const browser = sharedBrowser();

  test('speaks the languages in which everything is tried', () => {
    expect(builtLanguages()).toEqual(triedLanguages);
  });

  describe.each(builtLanguages())('in %s', (language) => {
    const visited = sharedVisit(browser, { language });

    test('says which crisis it shows, and what it is', async () => {
      const { page, texts } = visited();
      const title = await page.locator('h1').innerText();
      expect(title).toBe(texts.named('case', 'title', 'Kosovo 1999'));
      expect(await page.title()).toBe(`${texts.say('app.name')}: ${title}`);
      expect(await page.locator('.head p').first().innerText()).toBe(texts.say('app.line'));
    });

    test('has a direction, and pictures go from left to right in both', async () => {
      const { page, texts } = visited();
      expect(await page.getAttribute('html', 'dir')).toBe(texts.language.dir);
      const wrong = await page.$$eval('.picture', (all) =>
        all.filter((one) => getComputedStyle(one).direction !== 'ltr').map((one) => one.outerHTML),
      );
      expect(wrong).toEqual([]);
    });

    test('has a room for each thing, by its tab', async () => {
      const { page, texts } = visited();
      for (const room of allRooms) {
        await enter(visited(), room);
        expect(await roomTab(page, room).innerText()).toBe(texts.say(`room.${room}`));
        expect(await page.locator('[role="tabpanel"]').innerText()).not.toBe('');
      }
    });

    test('goes from room to room by arrow keys, and the address follows', async () => {
      const { page, texts } = visited();
      await roomTab(page, 'map').click();
      await page.keyboard.press(texts.language.dir === 'rtl' ? 'ArrowLeft' : 'ArrowRight');
      await page.waitForFunction(() => location.hash.includes('room=threat'));
      expect(await roomTab(page, 'threat').getAttribute('aria-selected')).toBe('true');
      await page.keyboard.press('Home');
      await page.waitForFunction(() => !location.hash.includes('room='));
    });

    test('lets the keyboard skip to the room, and nothing that was chosen is lost', async () => {
      const { page, texts } = visited();
      const before = page.url();
      await page.locator('h1').click();
      await page.keyboard.press('Shift+Tab');
      const skip = page.getByRole('link', { name: texts.say('skip.room') });
      expect(await skip.evaluate((link) => link === document.activeElement)).toBe(true);
      expect(await skip.boundingBox()).toMatchObject({ x: expect.any(Number) });
      await page.keyboard.press('Enter');
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('room');
      expect(page.url()).toBe(before);
      expect(await page.getAttribute('html', 'lang')).toBe(language);
      await roomTab(page, 'map').click();
    });

    test('shows more measures of everyone, and fewer again', async () => {
      const { page, texts } = visited();
      const few = Object.keys(await figuresOf(page)).length;
      await page.getByRole('button', { name: texts.say('security.more') }).click();
      expect(Object.keys(await figuresOf(page)).length).toBeGreaterThan(few);
      await page.getByRole('button', { name: texts.say('security.fewer') }).click();
      expect(Object.keys(await figuresOf(page)).length).toBe(few);
    });

    nothingAskedNothingThrown(visited);
  });

  test('the language is chosen where it stands in its own letters, and chosen back', async () => {
    const { page, context, texts, errors } = await visit(browser());
    const before = await figuresOf(page);
    for (const language of ['ar', 'fr', 'es', 'en'] as const) {
      const chosen = textsOf(language);
      await page.locator('.head select').selectOption(language);
      await page.waitForSelector(`html[lang="${language}"][dir="${chosen.language.dir}"]`);
      expect(await page.locator('#security').innerText()).toBe(chosen.say('security'));
      expect(await figuresOf(page)).toEqual(before);
    }
    expect(await page.locator('.head label').innerText()).toBe(texts.say('language'));
    expect(await page.locator('.head option').allInnerTexts()).toContain('العربية');
    expect(errors).toEqual([]);
    await context.close();
  });

  test('what an address says that is not understood is left out and named', async () => {
    const { page, context } = await visit(browser(), {
      address: { colour: 'mauve', worlds: '-3', 'm.hostFamilyShare': 'much', theory: 'T4' },
    });
    const alert = await page.locator('[role="alert"]').innerText();
    for (const part of ['colour', '-3', 'm.hostFamilyShare']) expect(alert).toContain(part);
    expect(Object.keys(await figuresOf(page)).length).toBeGreaterThan(5);
    await context.close();
  });

  test('what was left out is put away once it has been read', async () => {
    const { page, context, texts } = await visit(browser(), { address: { colour: 'mauve' } });
    await page
      .locator('[role="alert"]')
      .getByRole('button', { name: texts.say('trouble.close') })
      .click();
    expect(await page.locator('[role="alert"]').count()).toBe(0);
    await context.close();
  });

  test('on a telephone a room comes into sight when its tab is pressed', async () => {
    const { page, context } = await visit(browser(), { width: 360, height: 740 });
    const title = page.locator('[role="tabpanel"] h2').first();
    for (const room of ['assumptions', 'record', 'take'] as const) {
      await page.evaluate(() => scrollTo(0, 0));
      // By its key, without the scrolling that a press by the mouse would bring.
      await roomTab(page, room).evaluate((tab: HTMLElement) => tab.click());
      await page.waitForFunction((id) => location.hash.includes(`room=${id}`), room);
      const { y } = (await title.boundingBox())!;
      expect(y, room).toBeGreaterThan(0);
      expect(y, room).toBeLessThan(370);
    }
    await context.close();
  });
});

describe.skipIf(!executablePath)('with the network cut', () => {
  const browser = sharedBrowser();

  test('every room, every language and another case work', async () => {
    const visited = await visit(browser(), { offline: true });
    const { page, errors, context } = visited;
    for (const room of allRooms) await enter(visited, room);
    for (const language of ['fr', 'es', 'ar']) {
      await page.locator('.head select').selectOption(language);
      await page.waitForSelector(`html[lang="${language}"]`);
    }
    await page.evaluate(() => {
      location.hash = 'case=two-valleys&worlds=4';
    });
    await page.waitForSelector('[data-outcome$=".XLM"]');
    expect(errors).toEqual([]);
    await context.close();
  });
});
