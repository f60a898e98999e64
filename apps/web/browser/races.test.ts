import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { executablePath } from '../../../browser/chromium.ts';
import { goTo, nothingAskedNothingThrown, sharedBrowser, sharedVisit } from './helpers/visit.ts';

const browser = sharedBrowser();

/** What stands of everyone's security: now, and the difference from baseline. */
const words = (page: Page) =>
  page.$$eval('[data-outcome]', (all) => all.map((one) => one.textContent));

describe.skipIf(!executablePath)('a theory that is left at once', () => {
  const edited = { 'p.offers.all': 2, theory: 'T1' };
  const visited = sharedVisit(browser, { address: edited });

  test.each([
    ['under the same policies', { ...edited, theory: 'T4' }],
    ['as it was', { theory: 'T4' }],
  ])('leaves nothing behind in what the policies are set against: %s', async (_, other) => {
    const { page } = visited();
    await expect.poll(async () => (await words(page)).join(), { timeout: 5000 }).toContain('-');
    const before = await words(page);
    for (const pauseMs of [0, 2, 5, 10, 20, 40]) {
      await page.evaluate((address) => {
        location.hash = address;
      }, new URLSearchParams({ worlds: '4', ...toText(other) }).toString());
      await page.waitForTimeout(pauseMs);
      await goTo(visited(), { address: edited });
      await expect.poll(() => words(page), { timeout: 10_000 }).toEqual(before);
    }
    // What was still under way has come by now.
    await page.waitForTimeout(1000);
    expect(await words(page)).toEqual(before);
  });

  nothingAskedNothingThrown(visited);
});

describe.skipIf(!executablePath)('an address as long as a book', () => {
  const visited = sharedVisit(browser);

  test('is answered in a few lines, and the crisis stands as it was', async () => {
    const { page } = visited();
    await page.evaluate(() => {
      const list = Array.from({ length: 8000 }, (_, i) => `p.x${i}=1&z${i}=1`);
      location.hash = `worlds=4&p.${'y'.repeat(50_000)}=1&${list.join('&')}`;
    });
    await page.getByText('column x0:').waitFor();
    await page.waitForTimeout(500);
    const said = await page.locator('.trouble').innerText();
    expect(said.length).toBeLessThan(10_000);
    expect(said).toContain('(+7,989)');
    expect(await page.locator('[data-outcome]').count()).toBeGreaterThan(5);
  });

  nothingAskedNothingThrown(visited);
});

function toText(values: Readonly<Record<string, string | number>>): Record<string, string> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, String(value)]));
}
