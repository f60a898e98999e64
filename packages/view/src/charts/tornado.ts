import type { Words } from '@asylia/words';
import { escapeHtml } from '../html.ts';
import { round, svg, width } from './frame.ts';
import { linearScale } from './scale.ts';

/** One assumption, varied alone. */
export interface TornadoBar {
  readonly title: string;
  /** Its low and its high value, as text with the unit. */
  readonly low: string;
  readonly high: string;
  /** The figure with the assumption at its low and at its high value. */
  readonly atLow: number;
  readonly atHigh: number;
}

export interface TornadoInput {
  readonly label: string;
  /** The figure with every assumption at its value. */
  readonly central: number;
  /** The widest first. */
  readonly bars: readonly TornadoBar[];
  /** Units across: fewer for a narrow screen. Default 720. */
  readonly wide?: number;
}

const line = 15;
const bar = 14;
const between = 12;
const foot = 26;
/** Mean width of a letter of the labels. */
const letter = 6.1;

/**
 * A tornado: for each assumption a bar from the figure at its low value to the figure at its high
 * value, about the figure as it is. What is written at an end is the assumption's value there.
 */
export function tornadoChart(
  words: Words,
  { label, central, bars, wide = width }: TornadoInput,
): string {
  const side = Math.min(150, Math.round(wide * 0.24));
  const all = [central, ...bars.flatMap((one) => [one.atLow, one.atHigh])].filter(Number.isFinite);
  const [least, most] = [Math.min(...all), Math.max(...all)];
  const spread = most > least ? most - least : Math.max(Math.abs(central), 1e-9);
  const from = most > least ? least : central - spread / 2;
  const scale = linearScale([from, from + spread], [side, wide - side]);
  const x = scale.of;
  const perLine = Math.floor((wide - 8) / letter);
  const shown: string[] = [];
  let y = 4;
  for (const one of bars) {
    const lines = wrapped(one.title, perLine, 2);
    lines.forEach((text, i) => {
      shown.push(
        `<text class="label halo" x="4" y="${y + 12 + i * line}">${escapeHtml(text)}</text>`,
      );
    });
    y += lines.length * line + 3;
    shown.push(pieces(one, central, x, y));
    y += bar + between;
  }
  const tall = y + foot;
  const ticks = scale.ticks(wide < 500 ? 3 : 5).map((tick) => {
    const at = round(x(tick));
    return `<line class="grid" x1="${at}" x2="${at}" y1="0" y2="${y}"/><text class="tick" x="${at}" y="${y + 16}" text-anchor="middle">${words.short(tick)}</text>`;
  });
  const middle = round(x(central));
  const axis = `<line class="central" x1="${middle}" x2="${middle}" y1="0" y2="${y}"/>`;
  return svg(label, `${ticks.join('')}${axis}${shown.join('')}`, tall, wide);
}

function pieces(one: TornadoBar, central: number, x: (value: number) => number, y: number): string {
  const middle = x(central);
  const ends = [
    { look: 'atlow', value: one.atLow, text: one.low },
    { look: 'athigh', value: one.atHigh, text: one.high },
  ].filter(({ value }) => Number.isFinite(value));
  const rects = ends.map(({ look, value }) => {
    const at = x(value);
    return `<rect class="${look}" x="${round(Math.min(at, middle))}" y="${y}" width="${round(Math.abs(at - middle))}" height="${bar}"/>`;
  });
  const [first, second] = [...ends].sort((a, b) => a.value - b.value);
  const labels = [
    first &&
      `<text class="tick halo" x="${round(Math.min(x(first.value), middle) - 5)}" y="${y + 11}" text-anchor="end">${escapeHtml(first.text)}</text>`,
    second &&
      `<text class="tick halo" x="${round(Math.max(x(second.value), middle) + 5)}" y="${y + 11}">${escapeHtml(second.text)}</text>`,
  ];
  return rects.join('') + labels.filter(Boolean).join('');
}

/** Text in lines of so many letters at most; what does not fit is cut off visibly. */
function wrapped(text: string, perLine: number, most: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && `${last} ${word}`.length <= perLine)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  if (lines.length <= most) return lines;
  return [...lines.slice(0, most - 1), `${lines[most - 1]!.slice(0, perLine - 1)}…`];
}
