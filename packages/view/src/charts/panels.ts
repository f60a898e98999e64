import { escapeHtml } from '../html.ts';
import { textWidth } from '../map/rooms.ts';
import { round } from './frame.ts';

/** One of several pictures of the same size. */
export interface Panel {
  /** In bold above the picture, broken where it is too long. */
  readonly title: string;
  /** In plain letters below the title; '' = none. */
  readonly note: string;
  /** A whole svg element of the size of a panel, such as a chart or a map of packages/view. */
  readonly picture: string;
}

const letters = 12.5;
const row = 17;
const rim = 8;
const between = 22;

/**
 * Pictures beside and below each other as one, so that they are seen and saved together. What
 * several of them use is drawn once, in `shared`, and called by its id with `use`.
 */
export function panelGrid(input: {
  readonly label: string;
  readonly panels: readonly Panel[];
  readonly columns: number;
  /** Units across and from top to bottom of each picture. */
  readonly wide: number;
  readonly tall: number;
  readonly shared?: string;
  /** Names the clips of this grid apart from those of others on the page. */
  readonly id: string;
}): string {
  const { panels, columns, wide, tall, shared = '', id } = input;
  const clip = `${escapeHtml(id)}-clip`;
  const texts = panels.map(({ title, note }) => ({
    title: broken(title, wide - rim),
    note: note === '' ? [] : broken(note, wide - rim),
  }));
  const rows = Math.ceil(panels.length / columns);
  const heads = Array.from({ length: rows }, (_, r) =>
    Math.max(
      ...texts.slice(r * columns, (r + 1) * columns).map((t) => t.title.length + t.note.length),
    ),
  );
  const tops = heads.map((_, r) =>
    heads.slice(0, r).reduce((sum, lines) => sum + lines * row + rim + tall + between, 0),
  );
  const parts = panels.map((panel, i) => {
    const r = Math.floor(i / columns);
    const x = (i % columns) * (wide + between);
    const { title, note } = texts[i]!;
    const lines = [
      ...title.map((line) => ({ line, kind: 'panel-title' })),
      ...note.map((line) => ({ line, kind: 'panel-note' })),
    ].map(
      ({ line, kind }, n) =>
        `<text class="${kind}" font-size="${letters}" x="0" y="${round((n + 0.78) * row)}">${escapeHtml(line)}</text>`,
    );
    return `<g transform="translate(${x} ${tops[r]!})">${lines.join('')}<g transform="translate(0 ${heads[r]! * row + rim})" clip-path="url(#${clip})">${contentOf(panel.picture)}</g></g>`;
  });
  const width = Math.min(columns, panels.length) * (wide + between) - between;
  const height = rows > 0 ? tops.at(-1)! + heads.at(-1)! * row + rim + tall : tall;
  return `<svg xmlns="http://www.w3.org/2000/svg" class="panels" viewBox="0 0 ${round(width)} ${round(height)}" role="img" aria-label="${escapeHtml(input.label)}"><defs><clipPath id="${clip}"><rect width="${wide}" height="${tall}"/></clipPath>${shared}</defs>${parts.join('')}</svg>`;
}

/** A picture without its outer element. Attributes hold no bare `>`: they are escaped. */
function contentOf(picture: string): string {
  return picture.slice(picture.indexOf('>') + 1, picture.lastIndexOf('</svg>'));
}

/** A text in lines that are not wider than some units, broken between words. */
function broken(text: string, wide: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const longer = lines.length > 0 ? `${lines.at(-1)!} ${word}` : word;
    if (lines.length > 0 && textWidth(longer, letters) <= wide) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}
