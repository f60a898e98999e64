import type { Interval } from '@asylia/security';
import { codeOf } from '@asylia/security';
import type { Words } from '@asylia/words';
import { escapeHtml } from '../html.ts';
import type { MatrixCell } from './matrixRows.ts';
import { classOf, markOf, matrixRow, negligible } from './matrixRows.ts';
import type { ThreatContext } from './threatContext.ts';

/** The article's table under one theory: objects by sources, each cell with its estimands. */
export function matrix(words: Words, context: ThreatContext, theory: string): string {
  const { threat } = context;
  const head = [
    words.say('threat.head.object'),
    words.say('threat.head.baseline'),
    ...threat.factors.map((factor) => factor.code),
  ];
  const cells = (column: string, i: number) => {
    const factor = threat.factors[i - 2];
    const title = factor ? ` <span class="factor">${escapeHtml(factor.title)}</span>` : '';
    return `<th scope="col">${escapeHtml(column)}${title}</th>`;
  };
  const groups = threat.objects.map(
    (object) =>
      `<tbody><tr><th scope="rowgroup" colspan="${head.length}" class="object">${escapeHtml(object.title)}</th></tr>${object.headlines
        .map((id) => row(words, context, theory, id))
        .join('')}</tbody>`,
  );
  const label = words.say('threat.theory', titleOf(context, theory));
  return `<div class="scroll whole" tabindex="0" role="region" aria-label="${escapeHtml(label)}"><table class="matrix"><caption>${escapeHtml(label)}</caption><thead><tr>${head.map(cells).join('')}</tr></thead>${groups.join('')}</table></div>`;
}

export function titleOf({ threat }: ThreatContext, theory: string): { id: string; title: string } {
  const found = threat.theories.find((one) => one.id === theory)!;
  return { id: found.id, title: found.title };
}

function row(words: Words, context: ThreatContext, theory: string, id: string): string {
  const { name, unit, level, cells } = matrixRow(words, context, theory, id);
  const most = Math.max(...cells.map(({ value }) => Math.abs(value ?? 0)));
  return `<tr><th scope="row">${escapeHtml(words.say('threat.unit', { title: name, unit }))} <span class="id">${escapeHtml(codeOf(id))}</span></th><td class="n">${level === null ? '' : words.short(level)}</td>${cells
    .map((cell) => cellHtml(words, cell, most))
    .join('')}</tr>`;
}

function cellHtml(words: Words, { cell, look }: MatrixCell, most: number): string {
  if (!cell) return '<td class="n">-</td>';
  if (cell.shapley === 0 && cell.lastIn === 0 && cell.firstIn === 0) {
    return '<td class="n zero">0</td>';
  }
  const sizes = [cell.shapley, cell.lastIn, cell.firstIn, cell.conditional ?? 0];
  if (sizes.every((x) => Math.abs(x) < negligible * most))
    return `<td class="n zero">${words.aboutZero()}</td>`;
  const mark = look.harm === 0 ? '' : `${markOf(look.harm)} `;
  const small = [
    words.say('threat.butFor', { value: words.compact(cell.lastIn) }),
    ...bandOf(words, cell.lastIn, cell.lastInInterval),
    words.say('threat.alone', { value: words.compact(cell.firstIn) }),
    ...bandOf(words, cell.firstIn, cell.firstInInterval),
    ...(cell.conditional === null
      ? []
      : [words.say('threat.givenRegime', { value: words.compact(cell.conditional) })]),
  ];
  return `<td class="n ${classOf(look)}"><b>${mark}${words.compact(cell.shapley)}</b>${small.map((line) => `<br><small>${escapeHtml(line)}</small>`).join('')}</td>`;
}

/** An interval with the errors of its ends, in brackets; none where there is none, or no width. */
function bandOf(words: Words, value: number, interval: Interval | null): string[] {
  if (!interval || (value === interval.low90 && value === interval.high90)) return [];
  const isOutside = value < interval.low90 || value > interval.high90;
  return [`(${intervalText(words, interval, isOutside)})`];
}

/** Low and high end, each with its error; marked where the value of the expected run lies outside. */
export function intervalText(words: Words, interval: Interval, isOutside = false): string {
  return words.say(isOutside ? 'threat.interval.outside' : 'threat.interval.errors', {
    low: words.short(interval.low90),
    lowError: words.short(interval.lowError),
    high: words.short(interval.high90),
    highError: words.short(interval.highError),
  });
}
