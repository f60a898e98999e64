import { escapeHtml } from '../format.ts';
import type { ThreatContext } from './threatContext.ts';
import { harmOf } from './threatContext.ts';

const width = 1000;
const left = 310;
const right = 20;
const bar = 13;
const gap = 3;
const between = 22;

/** Sources in the order of the table; the same look in every bar. */
const looks = ['s0', 's1', 's2', 's3', 's4', 's5', 's6', 's7', 's8'];

/** Small multiples: for each object one bar a theory, made of the contributions of all sources. */
export function theoriesChart(context: ThreatContext, title: string): string {
  const { threat, heads } = context;
  const middle = left + (width - left - right) * 0.3;
  const unit = (width - right - middle) / 1;
  const block = threat.theories.length * (bar + gap) + between;
  const height = heads.length * block + 40;
  const players = threat.factors.filter((factor) => factor.id !== 'P0');
  const parts: string[] = [
    `<line class="grid" x1="${middle}" x2="${middle}" y1="0" y2="${height - 36}"/>`,
  ];
  heads.forEach(({ title: object, id }, row) => {
    const top = row * block + 8;
    parts.push(
      `<text class="label" x="0" y="${top + 11}">${escapeHtml(shorten(object))}</text><text class="tick" x="0" y="${top + 26}">${escapeHtml(id)}</text>`,
    );
    threat.theories.forEach((theory, t) => {
      const y = top + t * (bar + gap);
      parts.push(
        `<text class="tick" x="${left - 34}" y="${y + 11}">${escapeHtml(theory.id)}</text>`,
      );
      const cells = players.map((factor) => context.cell(theory.id, 'all', id, factor.id));
      const whole = cells.reduce((sum, cell) => sum + Math.abs(cell?.shapley ?? 0), 0);
      if (whole <= 0) return;
      let up = middle;
      let down = middle;
      cells.forEach((cell, i) => {
        const harm = cell ? harmOf(cell.shapley, context.outcome(id).direction) : 0;
        if (!cell || harm === 0) return;
        const long = (Math.abs(cell.shapley) / whole) * unit * (harm > 0 ? 1 : 0.43);
        const x = harm > 0 ? up : down - long;
        if (harm > 0) up += long;
        else down -= long;
        const look = looks[i % looks.length];
        parts.push(
          `<rect class="${look}" x="${round(x)}" y="${y}" width="${round(long)}" height="${bar}"><title>${escapeHtml(`${theory.id} ${id} ${players[i]!.id}: ${cell.shapley}`)}</title></rect>`,
        );
        if (long > 26) {
          parts.push(
            `<text class="onbar" x="${round(x + long / 2)}" y="${y + 10.5}" text-anchor="middle">${players[i]!.id}</text>`,
          );
        }
      });
    });
  });
  players.forEach((factor, i) => {
    const x = i * (width / players.length);
    parts.push(
      `<rect class="${looks[i % looks.length]}" x="${round(x)}" y="${height - 20}" width="14" height="14"/><text class="tick" x="${round(x + 19)}" y="${height - 8}">${factor.id}</text>`,
    );
  });
  return `<svg viewBox="0 0 ${width} ${height}" class="tall" role="img" aria-label="${escapeHtml(title)}">${parts.join('')}</svg>`;
}

const round = (x: number): number => Math.round(x * 10) / 10;

function shorten(text: string): string {
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}
