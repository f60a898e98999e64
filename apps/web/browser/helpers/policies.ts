import type { Locator, Page } from 'playwright-core';

/** The control of a policy; the folds around it are opened first. */
export async function controlOf(page: Page, id: string): Promise<Locator> {
  const control = page.locator(`[data-policy="${id}"]`);
  // Controls are only made once their fold is open, the many of a room in a second fold.
  for (let depth = 0; depth < 2 && (await control.count()) === 0; depth++) {
    const folds = page.locator('.panel details:not([open]):not(.behind) > summary');
    for (const fold of await folds.elementHandles()) await fold.click();
  }
  return control;
}
