import type { Words } from '@asylia/words';
import { escapeHtml } from '../html.ts';
import type { Fan } from './fan.ts';
import { fanLayers, topOf } from './fan.ts';
import { frame, scalesFor, svg } from './frame.ts';

export interface FanPanel extends Fan {
  readonly title: string;
  /** A line below the title, such as the distance from the record. */
  readonly note: string;
}

const panelWide = 340;
const panelTall = 190;
const head = 38;
const between = 14;

/** Small multiples: one fan a panel, each with its own scale, all over the same days. */
export function fanGrid(
  words: Words,
  input: {
    readonly label: string;
    readonly panels: readonly FanPanel[];
    readonly dates: readonly string[];
    readonly columns: number;
  },
): string {
  const { panels, dates, columns } = input;
  const parts = panels.map((panel, i) => {
    const x = (i % columns) * panelWide;
    const y = Math.floor(i / columns) * (head + panelTall + between);
    const { firstDay, lastDay } = panel;
    const s = scalesFor(firstDay, lastDay, topOf(panel), panelTall, panelWide);
    const axes = frame(words, s, dates, firstDay, lastDay, panelTall, panelWide);
    return `<g transform="translate(${x} ${y})"><text class="label" x="8" y="14">${escapeHtml(panel.title)}</text><text class="tick" x="8" y="31">${escapeHtml(panel.note)}</text><g transform="translate(0 ${head})">${fanLayers(panel, s, axes, panelTall)}</g></g>`;
  });
  const rows = Math.ceil(panels.length / columns);
  return svg(
    input.label,
    parts.join(''),
    Math.max(1, rows) * (head + panelTall + between) - between,
    columns * panelWide,
  );
}
