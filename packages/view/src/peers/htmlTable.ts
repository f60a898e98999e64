import type { MessageId, Words } from '@asylia/words';
import { escapeHtml } from '../html.ts';

/** A table with heads of rows and columns that scrolls by itself where it is too wide; cells are HTML. */
export function htmlTable(
  words: Words,
  label: string,
  heads: readonly MessageId[],
  rows: readonly (readonly string[])[],
): string {
  const head = heads.map((id) => `<th scope="col">${escapeHtml(words.say(id))}</th>`).join('');
  const body = rows
    .map(
      ([first, ...cells]) =>
        `<tr><th scope="row">${first}</th>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`,
    )
    .join('');
  return `<div class="scroll" tabindex="0" role="region" aria-label="${escapeHtml(label)}"><table><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table></div>`;
}
