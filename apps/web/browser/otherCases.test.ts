import { languageIds } from '@asylia/words/folder';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { executablePath } from '../../../browser/chromium.ts';
import { citations, foundIn, wordsOfOtherCases } from '../../../packages/lab/test/otherCases.ts';
import type { RoomId } from '../src/state/state.ts';
import { rooms } from '../src/state/state.ts';
import { goTo, nothingAskedNothingThrown, sharedBrowser, sharedVisit } from './helpers/visit.ts';

const own = 'two-valleys';
const words = wordsOfOtherCases(own);
/** Beside citations: what is said of any case as it was. */
const allowed = [...citations(), 'Violence, frontiers, offers and return as recorded.'];

/** What stands in a room when it is full. */
const full: Readonly<Record<RoomId, string>> = {
  map: '#room svg',
  threat: '#matrix',
  compare: '#room svg',
  record: '#room svg',
  assumptions: '#room details',
  case: '.cases li',
  take: '#room button',
};

/** Everything in the page, tables too that open when asked; the list of the cases that come along apart. */
async function shownIn(page: Page): Promise<string> {
  await page.evaluate(() => {
    for (const one of document.querySelectorAll('details')) one.open = true;
  });
  await page.evaluate(
    () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))),
  );
  return page.evaluate(() => {
    const all = document.documentElement.cloneNode(true) as HTMLElement;
    for (const one of all.querySelectorAll('script, style, .cases')) one.remove();
    const said = [...all.querySelectorAll('*')].flatMap((one) =>
      ['aria-label', 'title', 'alt', 'placeholder', 'value', 'download'].flatMap(
        (name) => one.getAttribute(name) ?? [],
      ),
    );
    // One text a line: names that stand side by side in the page are no one word.
    const texts = document.createNodeIterator(all, NodeFilter.SHOW_TEXT);
    for (let one = texts.nextNode(); one; one = texts.nextNode()) said.push(one.textContent ?? '');
    return said.join('\n');
  });
}

const browser = sharedBrowser();

describe.skipIf(!executablePath).each(languageIds)(
  'an invented crisis says nothing of the cases that come along, in %s',
  (language) => {
    const visited = sharedVisit(browser, { language, address: { case: own } });

    test.each(rooms)('in the room %s', async (room) => {
      await goTo(visited(), { language, room, address: { case: own } });
      const { page } = visited();
      await page.locator(full[room]).first().waitFor();
      const text = await shownIn(page);
      expect(text.length).toBeGreaterThan(500);
      expect(foundIn(text, words, allowed)).toEqual([]);
    });

    nothingAskedNothingThrown(visited);
  },
);
