import type { Page } from 'playwright-core';
import { type RoomId, rooms } from '../../src/state/state.ts';
import { roomTab, type Visit } from './visit.ts';

export const allRooms: readonly RoomId[] = rooms;

/** What stands in a room once it is complete; a room that computes says so until then. */
const complete: Partial<Record<RoomId, string>> = {
  map: '#map svg',
  threat: '.threat-matrix button.cell',
  compare: '#compare-difference svg, .compare .daybar',
  take: '.takeroom > div .buttons button:not([disabled])',
};

/** Goes to a room by its tab and waits until it has shown what it has. */
export async function enter({ page }: Visit, room: RoomId): Promise<void> {
  await roomTab(page, room).click();
  await page
    .locator(`[role="tabpanel"] ${complete[room] ?? 'h2'}`)
    .first()
    .waitFor();
  await untilQuiet(page);
}

/** Waits until nothing of the room is being computed any more. */
export async function untilQuiet(page: Page): Promise<void> {
  await page.waitForFunction(
    () => document.querySelector('main [aria-busy="true"]') === null,
    undefined,
    { timeout: 60_000 },
  );
}

/** Opens every fold of a part of the page but tables behind figures and the later ones of long lists, which all look alike. */
export async function openFolds(page: Page, within: string): Promise<void> {
  for (let depth = 0; depth < 2; depth++) {
    const closed = await page.evaluate((selector) => {
      const folds = document
        .querySelector(selector)!
        .querySelectorAll<HTMLDetailsElement>('details:not([open])');
      const own = [...folds].filter((fold) => !fold.classList.contains('table')).slice(0, 12);
      for (const fold of own) fold.open = true;
      return own.length;
    }, within);
    if (closed === 0) return;
    await page.evaluate(() => new Promise((next) => requestAnimationFrame(() => next(null))));
  }
}
