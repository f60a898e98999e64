import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { executablePath } from '../../../browser/chromium.ts';
import { faultsOfAccess, faultsOfContrast } from './helpers/axe.ts';
import { builtLanguages } from './helpers/languages.ts';
import { allRooms, enter, openFolds } from './helpers/rooms.ts';
import type { Visit } from './helpers/visit.ts';
import { nothingAskedNothingThrown, sharedBrowser, visit } from './helpers/visit.ts';

const widths = [360, 768, 1280, 1920, 2560] as const;
/** Smallest side of a control that can be hit, px. */
const smallestTarget = 24;

describe.skipIf(!executablePath).each(builtLanguages())('the page in %s', (language) => {
  const browser = sharedBrowser();
  let visited: Visit;
  beforeAll(async () => {
    visited = await visit(browser(), { language });
  });
  afterAll(() => visited?.context.close());

  test.each(['light', 'dark'] as const)(
    'its head, policies and figures meet WCAG 2.2 AA as far as axe can tell, in %s',
    async (colorScheme) => {
      const { page } = visited;
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await openFolds(page, '.side');
      const look = colorScheme === 'light' ? faultsOfAccess : faultsOfContrast;
      for (const part of ['.head', '.everyone', '.side'])
        expect(await look(page, part)).toEqual([]);
    },
  );

  test('so do they on a telephone', async () => {
    const { page } = visited;
    await page.setViewportSize({ width: 360, height: 740 });
    for (const part of ['.head', '.everyone', '.side'])
      expect(await faultsOfAccess(page, part)).toEqual([]);
    await page.setViewportSize({ width: 1280, height: 900 });
  });

  test('a cell of the threat that is open meets it too', async () => {
    const { page } = visited;
    await enter(visited, 'threat');
    await page.locator('button.cell').first().click();
    await page.locator('dialog[open] table').first().waitFor();
    expect(await faultsOfAccess(page, 'dialog')).toEqual([]);
    await page.keyboard.press('Escape');
  });

  describe.each(allRooms)('the room %s', (room) => {
    beforeAll(async () => {
      await visited.page.setViewportSize({ width: 1280, height: 900 });
      await enter(visited, room);
      await openFolds(visited.page, 'main');
    });

    test.each(['light', 'dark'] as const)(
      'meets WCAG 2.2 AA as far as axe can tell, folds open, in %s',
      async (colorScheme) => {
        const { page } = visited;
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        const look = colorScheme === 'light' ? faultsOfAccess : faultsOfContrast;
        expect(await look(page, '#room')).toEqual([]);
      },
    );

    if (language !== 'en') {
      test('says nothing in English without marking it', async () => {
        expect(await visited.page.evaluate(unmarkedEnglish)).toEqual([]);
      });
    }

    test('fits five screens from 360 to 2560 wide without scrolling sideways', async () => {
      const { page } = visited;
      const tooWide: string[] = [];
      for (const width of widths) {
        await page.setViewportSize({ width, height: 900 });
        await page.evaluate(() => new Promise((next) => requestAnimationFrame(() => next(null))));
        const overhang = await page.evaluate(overhanging);
        if (overhang) tooWide.push(`${width}: ${overhang}`);
      }
      expect(tooWide).toEqual([]);
    });

    test('has no control too small to hit, on a phone and on a desk', async () => {
      const { page } = visited;
      for (const width of [360, 1280]) {
        await page.setViewportSize({ width, height: 900 });
        expect(await page.evaluate(tooSmall, smallestTarget)).toEqual([]);
      }
    });
  });

  nothingAskedNothingThrown(() => visited);
});

/** Runs in the page: what sticks out sideways; '' = nothing. */
function overhanging(): string {
  const root = document.documentElement;
  if (root.scrollWidth <= root.clientWidth) return '';
  const out = [...document.querySelectorAll('body *')].filter((one) => {
    const { left, right } = one.getBoundingClientRect();
    return right > root.clientWidth + 0.5 || left < -0.5;
  });
  const names = out.slice(0, 3).map((one) => `${one.tagName}.${one.getAttribute('class')}`);
  return `${root.scrollWidth} px: ${names.join(', ')}`;
}

/** Runs in the page: controls that can be seen and have a side below so many px. */
function tooSmall(smallest: number): string[] {
  const kinds = 'button, select, summary, a[href], [role="tab"], .thumb, input, textarea';
  return [...document.querySelectorAll(kinds)].flatMap((one) => {
    const { width, height } = one.getBoundingClientRect();
    // Native boxes behind drawn controls are hidden to the eye: one pixel, or see-through.
    const isHidden = width <= 1 || height <= 1 || getComputedStyle(one).opacity === '0';
    // A link or a button within a sentence is as high as its line: an exception of WCAG 2.5.8.
    const isInSentence = getComputedStyle(one).display === 'inline';
    const isBehind = one.closest('.hidden, [style*="clip"]') !== null;
    if (isHidden || isInSentence || isBehind || !one.checkVisibility()) return [];
    if (width >= smallest - 0.01 && height >= smallest - 0.01) return [];
    return [`${Math.round(width)} x ${Math.round(height)}: ${one.outerHTML.slice(0, 120)}`];
  });
}

/** Runs in the page: English sentences that a page in another language does not mark as such. */
function unmarkedEnglish(): string[] {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found: string[] = [];
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement!;
    // A name that the case gives is set into a sentence between isolates.
    const text = walker.currentNode.textContent!.replaceAll(/\u2066[^\u2069]*\u2069/g, '');
    if (element.closest('[lang="en"], script, style, option, code, pre')) continue;
    if (/[a-z]{2,} [a-z]{2,} [a-z]{2,}/.test(text)) found.push(text.trim().slice(0, 120));
  }
  return found;
}
