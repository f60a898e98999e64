import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** What axe finds against WCAG 2.2 AA inside an element: rule, element, reason. */
export async function faultsOfAccess(page: Page, within: string): Promise<string[]> {
  return told(await axeOf(page, within).withTags(rules).analyze());
}

/** Only whether letters can be told from their ground: all that changes from light to dark. */
export async function faultsOfContrast(page: Page, within: string): Promise<string[]> {
  return told(await axeOf(page, within).withRules(['color-contrast']).analyze());
}

// Preloading axe would ask for the style sheet once more, which the page forbids to everybody.
const axeOf = (page: Page, within: string) =>
  new AxeBuilder({ page }).options({ preload: false }).include(within);

function told({ violations }: Awaited<ReturnType<AxeBuilder['analyze']>>): string[] {
  return violations.flatMap(({ id, nodes }) =>
    nodes
      .slice(0, 3)
      .map(
        ({ html, failureSummary }) =>
          `${id}: ${html.slice(0, 200)} ${failureSummary?.slice(0, 240)}`,
      ),
  );
}
