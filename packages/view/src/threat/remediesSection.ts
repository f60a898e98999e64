import { aboutZero, compact, escapeHtml, short } from '../format.ts';
import { namedHtml } from '../languages/nameOf.ts';
import { say } from '../messages.ts';
import { negligible, titleOf } from './matrix.ts';
import { gainsSentences, gainsTable } from './remedyGains.ts';
import type { ThreatContext } from './threatContext.ts';
import { harmOf, measureName, wholeOf } from './threatContext.ts';

/** What each remedy would do to every object at once; who gains and who loses. */
export function remediesSection(context: ThreatContext): string {
  const { threat, first } = context;
  const words = threat.remedyDefinitions.map(
    (one) =>
      `<li><b>${escapeHtml(one.title)}</b> (${escapeHtml(one.id)}): ${namedHtml('remedy', `${one.id}.what`, one.what)}</li>`,
  );
  const others = threat.theories
    .slice(1)
    .map(
      ({ id }) =>
        `<details><summary>${escapeHtml(say('threat.theory', titleOf(context, id)))}</summary>${table(context, id)}</details>`,
    );
  if (threat.remedyDefinitions.length === 0) return '';
  const said = gainsSentences(context).map((line) => `<li>${escapeHtml(line)}</li>`);
  return `<p>${escapeHtml(say('threat.remedies.how', { theory: first }))}</p><ul>${words.join('')}</ul>${gainsTable(context)}<ul>${said.join('')}</ul><p class="note">${escapeHtml(say('threat.remedies.caution'))}</p><p>${escapeHtml(say('threat.remedies.sizes', { theory: first }))}</p>${table(context, first)}${others.join('')}`;
}

function table(context: ThreatContext, theory: string): string {
  const { threat } = context;
  const label = say('threat.theory', titleOf(context, theory));
  const head = [say('threat.head.measure'), ...threat.remedyDefinitions.map((one) => one.id)];
  const rows = threat.objects.map(
    (object) =>
      `<tbody><tr><th scope="rowgroup" colspan="${head.length}" class="object">${escapeHtml(object.title)}</th></tr>${object.headlines
        .map((id) => {
          const one = context.outcome(id);
          const cells = threat.remedyDefinitions.map((remedy) => {
            const cell = context.remedy(remedy.id, theory, id);
            if (!cell) return '<td class="n">-</td>';
            const isSmall = Math.abs(cell.effect) <= negligible * wholeOf(context, theory, id);
            const harm = isSmall ? 0 : harmOf(cell.effect, one.direction);
            const word = say(
              harm > 0 ? 'threat.worse' : harm < 0 ? 'threat.better' : 'threat.same',
            );
            const mark = harm > 0 ? '▲ ' : harm < 0 ? '▼ ' : '';
            const band =
              cell.low90 === null || cell.high90 === null || harm === 0
                ? ''
                : `<br><small>${escapeHtml(say('threat.interval', { low: short(cell.low90), high: short(cell.high90) }))}</small>`;
            const size = harm === 0 && cell.effect !== 0 ? aboutZero() : compact(cell.effect);
            const kind = harm > 0 ? 'harm2' : harm < 0 ? 'relief2' : 'zero';
            return `<td class="n ${kind}"><b>${mark}${size}</b><br><small>${escapeHtml(word)}</small>${band}</td>`;
          });
          return `<tr><th scope="row">${escapeHtml(say('threat.unit', { title: measureName(one), unit: one.unit }))}</th>${cells.join('')}</tr>`;
        })
        .join('')}</tbody>`,
  );
  return `<div class="scroll whole" tabindex="0" role="region" aria-label="${escapeHtml(label)}"><table class="matrix"><caption>${escapeHtml(label)}</caption><thead><tr>${head.map((one) => `<th scope="col">${escapeHtml(one)}</th>`).join('')}</tr></thead>${rows.join('')}</table></div>`;
}
