import type { Words } from '@asylia/words';
import { escapeHtml } from '../html.ts';
import { namedHtml } from '../languages/nameOf.ts';
import { intervalText, titleOf } from './matrix.ts';
import { markOf } from './matrixRows.ts';
import { gainsSentences, gainsTable } from './remedyGains.ts';
import type { RemedyChange } from './remedyRows.ts';
import { remedyRows } from './remedyRows.ts';
import type { ThreatContext } from './threatContext.ts';

/** What each remedy would do to every object at once; who gains and who loses. */
export function remediesSection(words: Words, context: ThreatContext): string {
  const { threat, first } = context;
  const items = threat.remedyDefinitions.map(
    (one) =>
      `<li><b>${escapeHtml(one.title)}</b> (${escapeHtml(one.id)}): ${namedHtml(words, 'remedy', `${one.id}.what`, one.what)}</li>`,
  );
  const others = threat.theories
    .slice(1)
    .map(
      ({ id }) =>
        `<details><summary>${escapeHtml(words.say('threat.theory', titleOf(context, id)))}</summary>${table(words, context, id)}</details>`,
    );
  if (threat.remedyDefinitions.length === 0) return '';
  const said = gainsSentences(words, context).map((line) => `<li>${escapeHtml(line)}</li>`);
  return `<p>${escapeHtml(words.say('threat.remedies.how', { theory: first }))}</p><ul>${items.join('')}</ul>${gainsTable(words, context)}<ul>${said.join('')}</ul><p class="note">${escapeHtml(words.say('threat.remedies.caution'))}</p><p>${escapeHtml(words.say('threat.remedies.sizes', { theory: first }))}</p>${table(words, context, first)}${others.join('')}`;
}

function table(words: Words, context: ThreatContext, theory: string): string {
  const { threat } = context;
  const label = words.say('threat.theory', titleOf(context, theory));
  const head = [words.say('threat.head.measure'), ...threat.remedyDefinitions.map((one) => one.id)];
  const rows = remedyRows(words, context, theory).map(
    ({ title, rows: measures }) =>
      `<tbody><tr><th scope="rowgroup" colspan="${head.length}" class="object">${escapeHtml(title)}</th></tr>${measures
        .map(
          ({ name, unit, changes }) =>
            `<tr><th scope="row">${escapeHtml(words.say('threat.unit', { title: name, unit }))}</th>${changes.map((one) => changeHtml(words, one)).join('')}</tr>`,
        )
        .join('')}</tbody>`,
  );
  return `<div class="scroll whole" tabindex="0" role="region" aria-label="${escapeHtml(label)}"><table class="matrix"><caption>${escapeHtml(label)}</caption><thead><tr>${head.map((one) => `<th scope="col">${escapeHtml(one)}</th>`).join('')}</tr></thead>${rows.join('')}</table></div>`;
}

function changeHtml(words: Words, { effect, harm, interval }: RemedyChange): string {
  if (effect === null) return '<td class="n">-</td>';
  const word = words.say(harm > 0 ? 'threat.worse' : harm < 0 ? 'threat.better' : 'threat.same');
  const mark = harm === 0 ? '' : `${markOf(harm)} `;
  const band =
    interval === null || harm === 0
      ? ''
      : `<br><small>${escapeHtml(intervalText(words, interval))}</small>`;
  const size = harm === 0 && effect !== 0 ? words.aboutZero() : words.compact(effect);
  const kind = harm > 0 ? 'harm2' : harm < 0 ? 'relief2' : 'zero';
  return `<td class="n ${kind}"><b>${mark}${size}</b><br><small>${escapeHtml(word)}</small>${band}</td>`;
}
