import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/**
 * What axe finds against WCAG 2.2 AA: rule, element, reason.
 * @param within only inside this element; the whole page when not given
 */
export async function faultsOfAccess(page: Page, within?: string): Promise<string[]> {
  const axe = new AxeBuilder({ page })
    .options({ preload: false })
    .withTags([...['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']]);
  const { violations } = await (within ? axe.include(within) : axe).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes
      .slice(0, 3)
      .map(
        ({ html, failureSummary }) =>
          `${id}: ${html.slice(0, 200)} ${failureSummary?.slice(0, 240)}`,
      ),
  );
}
