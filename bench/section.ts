/** Section of docs/benchmarks.md that bench/against.ts writes. */
export const againstHeading = '## Beside the checkout before';

/** Section that is written by hand. */
export const missedHeading = '## What was aimed at and missed';

/** Section that bench/intervals.ts writes. */
export const intervalsHeading = '## How sure the intervals of the threat are';

/**
 * A page with one section, from its heading to the next of the same depth, put in place of the old
 * one; at the end where there is none.
 */
export function replaceSection(page: string, heading: string, section: string): string {
  const old = sectionOf(page, heading);
  const text = `${section.trim()}\n`;
  return old === null ? `${page.trimEnd()}\n\n${text}` : page.replace(old, () => text);
}

/** The text of a section with its heading; null where there is none. */
export function sectionOf(page: string, heading: string): string | null {
  const from = page.startsWith(`${heading}\n`) ? 0 : page.indexOf(`\n${heading}\n`) + 1;
  if (from === 0 && !page.startsWith(`${heading}\n`)) return null;
  const next = page.indexOf('\n## ', from + heading.length);
  return next < 0 ? page.slice(from) : page.slice(from, next + 1);
}
