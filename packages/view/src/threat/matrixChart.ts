import type { FrameId } from '@asylia/security';
import { isPlacebo } from '@asylia/security';
import type { Words } from '@asylia/words';
import { inSentence } from '@asylia/words';
import { escapeHtml } from '../html.ts';
import type { MatrixCell, ShownEstimand } from './matrixRows.ts';
import { markOf, matrixRows } from './matrixRows.ts';
import type { ThreatContext } from './threatContext.ts';

const width = 1000;
const left = 270;
const top = 30;
const rowHeight = 28;
const objectHeight = 24;
const gap = 8;

/** The article's table as a picture: in each cell a bar from a middle line, to scale within a row. */
export function matrixChart(
  words: Words,
  context: ThreatContext,
  theory: string,
  label: string,
  frame: FrameId = 'all',
  estimand: ShownEstimand = 'shapley',
): string {
  const { threat } = context;
  const players = threat.factors.filter((factor) => !isPlacebo(factor));
  const wide = (width - left) / players.length;
  const half = wide / 2 - gap;
  const measures = threat.objects.reduce((n, one) => n + one.headlines.length, 0);
  const tall = top + threat.objects.length * objectHeight + measures * rowHeight + 6;
  const parts = players.map(
    (factor, i) =>
      `<text class="label" x="${round(left + (i + 0.5) * wide)}" y="16" text-anchor="middle">${escapeHtml(factor.code)}</text><line class="grid" x1="${round(left + (i + 0.5) * wide)}" x2="${round(left + (i + 0.5) * wide)}" y1="22" y2="${tall}"/>`,
  );
  let y = top;
  for (const { title, rows } of matrixRows(words, context, theory, frame, estimand)) {
    parts.push(`<text class="label" x="0" y="${y + 15}">${escapeHtml(title)}</text>`);
    y += objectHeight;
    for (const { name, cells } of rows) {
      const drawn = players.map(({ id }) => cells.find((cell) => cell.factor === id)!);
      const most = Math.max(...drawn.map(({ value }) => Math.abs(value ?? 0)));
      parts.push(
        `<text class="tick" x="12" y="${y + 15}">${escapeHtml(shorten(name))}</text>`,
        ...drawn.map((cell, i) => bar(words, cell, most, left + (i + 0.5) * wide, y, half)),
      );
      y += rowHeight;
    }
  }
  const told = `${label}. ${words.listed(players.map((one) => words.say('pair', { name: one.code, value: inSentence(one.title) })))}`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${tall}" class="tall" role="img" aria-label="${escapeHtml(told)}">${parts.join('')}</svg>`;
}

function bar(
  words: Words,
  { value, look, size }: MatrixCell,
  most: number,
  middle: number,
  y: number,
  half: number,
): string {
  if (value === null || size !== 'some') return '';
  const { harm } = look;
  const long = (Math.abs(value) / most) * half;
  return `<rect class="${harm > 0 ? 's0' : 's3'}" x="${round(harm > 0 ? middle : middle - long)}" y="${y + 2}" width="${round(Math.max(0.5, long))}" height="7"/><text class="tick cellnumber" x="${round(middle)}" y="${y + 21}" text-anchor="middle">${markOf(harm)} ${words.compact(value)}</text>`;
}

const round = (x: number): number => Math.round(x * 10) / 10;

function shorten(text: string): string {
  return text.length > 42 ? `${text.slice(0, 41)}…` : text;
}
