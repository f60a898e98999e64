import { codeOf, isPlacebo } from '@asylia/security';
import { escapeHtml } from '../html.ts';
import type { ThreatContext } from './threatContext.ts';
import { harmOf } from './threatContext.ts';

const width = 1000;
const left = 300;
const right = 20;
const bar = 13;
const gap = 3;
const between = 22;

/** Sources in the order of the table; the same look in every bar. */
const looks = ['s0', 's1', 's2', 's3', 's4', 's5', 's6', 's7', 's8'];

/** Small multiples: for each object one bar a theory, made of the contributions of all sources. */
export function theoriesChart(context: ThreatContext, title: string): string {
  const { threat, heads } = context;
  const parted = partsOf(context);
  // One scale for both sides: as much room on the left as the largest relief needs.
  const relief = Math.max(0, ...[...parted.values()].map((one) => one.relief));
  const harm = Math.max(1e-9, ...[...parted.values()].map((one) => one.harm));
  const unit = (width - left - right) / (harm + relief);
  const middle = left + relief * unit;
  const block = threat.theories.length * (bar + gap) + between;
  const height = heads.length * block + 40;
  const players = threat.factors.filter((factor) => !isPlacebo(factor));
  const parts: string[] = [
    `<line class="grid" x1="${middle}" x2="${middle}" y1="0" y2="${height - 36}"/>`,
  ];
  heads.forEach(({ title: object, id }, row) => {
    const top = row * block + 8;
    parts.push(
      `<text class="label" x="0" y="${top + 11}">${escapeHtml(shorten(object))}</text><text class="tick" x="0" y="${top + 26}">${escapeHtml(codeOf(id))}</text>`,
    );
    threat.theories.forEach((theory, t) => {
      const y = top + t * (bar + gap);
      parts.push(
        `<text class="tick" x="${left - 34}" y="${y + 11}">${escapeHtml(theory.id)}</text>`,
      );
      const { parts: shares } = parted.get(`${theory.id} ${id}`)!;
      let up = middle;
      let down = middle;
      shares.forEach((share, i) => {
        if (share === 0) return;
        const long = Math.abs(share) * unit;
        const x = share > 0 ? up : down - long;
        if (share > 0) up += long;
        else down -= long;
        const look = looks[i % looks.length];
        parts.push(
          `<rect class="${look}" x="${round(x)}" y="${y}" width="${round(long)}" height="${bar}"><title>${escapeHtml(`${theory.id} ${codeOf(id)} ${players[i]!.code}: ${context.cell(theory.id, 'all', id, players[i]!.id)!.shapley}`)}</title></rect>`,
        );
        if (long > 26) {
          parts.push(
            `<text class="onbar" x="${round(x + long / 2)}" y="${y + 10.5}" text-anchor="middle">${players[i]!.code}</text>`,
          );
        }
      });
    });
  });
  players.forEach((factor, i) => {
    const x = i * (width / players.length);
    parts.push(
      `<rect class="${looks[i % looks.length]}" x="${round(x)}" y="${height - 20}" width="14" height="14"/><text class="tick" x="${round(x + 19)}" y="${height - 8}">${factor.code}</text>`,
    );
  });
  return `<svg viewBox="0 0 ${width} ${height}" class="tall" role="img" aria-label="${escapeHtml(title)}">${parts.join('')}</svg>`;
}

interface Parts {
  /** Of the sum of all sizes, by source; above 0 adds harm. */
  readonly parts: readonly number[];
  readonly harm: number;
  readonly relief: number;
}

function partsOf(context: ThreatContext): Map<string, Parts> {
  const { threat, heads } = context;
  const players = threat.factors.filter((factor) => !isPlacebo(factor));
  const parted = new Map<string, Parts>();
  for (const { id } of heads) {
    for (const theory of threat.theories) {
      const cells = players.map((one) => context.cell(theory.id, 'all', id, one.id)?.shapley ?? 0);
      const whole = cells.reduce((all, x) => all + Math.abs(x), 0);
      const { direction } = context.outcome(id);
      const parts = cells.map((x) =>
        whole > 0 ? (harmOf(x, direction) * Math.abs(x)) / whole : 0,
      );
      const sum = (sign: 1 | -1) => parts.reduce((n, x) => (x * sign > 0 ? n + Math.abs(x) : n), 0);
      parted.set(`${theory.id} ${id}`, { parts, harm: sum(1), relief: sum(-1) });
    }
  }
  return parted;
}

const round = (x: number): number => Math.round(x * 10) / 10;

function shorten(text: string): string {
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}
