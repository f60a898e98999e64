import { compact, escapeHtml, inSentence, listed } from '../format.ts';
import { say } from '../messages.ts';
import type { ThreatContext } from './threatContext.ts';
import { harmOf, measureName } from './threatContext.ts';

const width = 1000;
const left = 270;
const top = 30;
const rowHeight = 28;
const objectHeight = 24;
const gap = 8;

/** The article's table as a picture: in each cell a bar from a middle line, to scale within a row. */
export function matrixChart(context: ThreatContext, theory: string, label: string): string {
  const { threat } = context;
  const players = threat.factors.filter((factor) => factor.id !== 'P0');
  const wide = (width - left) / players.length;
  const half = wide / 2 - gap;
  const measures = threat.objects.reduce((n, one) => n + one.headlines.length, 0);
  const tall = top + threat.objects.length * objectHeight + measures * rowHeight + 6;
  const parts = players.map(
    (factor, i) =>
      `<text class="label" x="${round(left + (i + 0.5) * wide)}" y="16" text-anchor="middle">${escapeHtml(factor.id)}</text><line class="grid" x1="${round(left + (i + 0.5) * wide)}" x2="${round(left + (i + 0.5) * wide)}" y1="22" y2="${tall}"/>`,
  );
  let y = top;
  for (const object of threat.objects) {
    parts.push(`<text class="label" x="0" y="${y + 15}">${escapeHtml(object.title)}</text>`);
    y += objectHeight;
    for (const id of object.headlines) {
      const one = context.outcome(id);
      const values = players.map(
        (factor) => context.cell(theory, 'all', id, factor.id)?.shapley ?? 0,
      );
      const most = Math.max(...values.map(Math.abs));
      parts.push(
        `<text class="tick" x="12" y="${y + 15}">${escapeHtml(shorten(measureName(one)))}</text>`,
        ...values.map((x, i) => bar(x, most, left + (i + 0.5) * wide, y, half, one.direction)),
      );
      y += rowHeight;
    }
  }
  const told = `${label}. ${listed(players.map((one) => say('pair', { name: one.id, value: inSentence(one.title) })))}`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${tall}" class="tall" role="img" aria-label="${escapeHtml(told)}">${parts.join('')}</svg>`;
}

function bar(
  x: number,
  most: number,
  middle: number,
  y: number,
  half: number,
  direction: Parameters<typeof harmOf>[1],
): string {
  const harm = harmOf(x, direction);
  if (harm === 0 || Math.abs(x) < most * 0.001) return '';
  const long = (Math.abs(x) / most) * half;
  return `<rect class="${harm > 0 ? 's0' : 's3'}" x="${round(harm > 0 ? middle : middle - long)}" y="${y + 2}" width="${round(Math.max(0.5, long))}" height="7"/><text class="tick cellnumber" x="${round(middle)}" y="${y + 21}" text-anchor="middle">${harm > 0 ? '▲' : '▼'} ${compact(x)}</text>`;
}

const round = (x: number): number => Math.round(x * 10) / 10;

function shorten(text: string): string {
  return text.length > 42 ? `${text.slice(0, 41)}…` : text;
}
