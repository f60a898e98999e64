import { escapeHtml, inSentence } from '../format.ts';
import { say } from '../messages.ts';
import { titleOf } from './matrix.ts';
import type { ThreatContext } from './threatContext.ts';
import { compact, harmOf } from './threatContext.ts';

/** Share of the whole harm below which a change is not counted as a gain or a loss. */
const worthSaying = 0.01;

/** What each remedy would do to every object at once; who gains and who loses. */
export function remediesSection(context: ThreatContext): string {
  const { threat, first } = context;
  const words = threat.remedyDefinitions.map(
    (one) =>
      `<li><b>${escapeHtml(one.title)}</b> (${escapeHtml(one.id)}): ${escapeHtml(one.what)}</li>`,
  );
  const others = threat.theories
    .slice(1)
    .map(
      ({ id }) =>
        `<details><summary>${escapeHtml(say('threat.theory', titleOf(context, id)))}</summary>${table(context, id)}</details>`,
    );
  return `<p>${escapeHtml(say('threat.remedies.how', { theory: first }))}</p><ul>${words.join('')}</ul><ul class="findings">${gains(
    context,
  )
    .map((line) => `<li>${escapeHtml(line)}</li>`)
    .join('')}</ul>${table(context, first)}${others.join('')}`;
}

function gains(context: ThreatContext): string[] {
  const { threat, first, heads } = context;
  return threat.remedyDefinitions.map((remedy) => {
    const sides = { gains: [] as string[], losses: [] as string[] };
    for (const { title, id } of heads) {
      const cell = find(context, remedy.id, first, id);
      const level = threat.levels.find((one) => one.theory === first && one.outcome === id);
      if (!cell || !level) continue;
      const whole = Math.abs(level.asItWas - level.without) || Math.abs(level.asItWas);
      if (Math.abs(cell.effect) < worthSaying * whole) continue;
      const harm = harmOf(cell.effect, context.outcome(id).direction);
      if (harm < 0) sides.gains.push(inSentence(title));
      if (harm > 0) sides.losses.push(inSentence(title));
    }
    const list = (names: string[]) => (names.length > 0 ? names.join(', ') : say('threat.nobody'));
    return say('threat.gains', {
      remedy: remedy.title,
      gains: list(sides.gains),
      losses: list(sides.losses),
    });
  });
}

const find = ({ threat }: ThreatContext, remedy: string, theory: string, outcome: string) =>
  threat.remedies.find(
    (one) => one.remedy === remedy && one.theory === theory && one.outcome === outcome,
  );

function table(context: ThreatContext, theory: string): string {
  const { threat } = context;
  const label = say('threat.theory', titleOf(context, theory));
  const head = [say('threat.head.measure'), ...threat.remedyDefinitions.map((one) => one.id)];
  const byKey = new Map(
    threat.remedies
      .filter((one) => one.theory === theory)
      .map((one) => [`${one.remedy} ${one.outcome}`, one]),
  );
  const rows = threat.objects.map(
    (object) =>
      `<tbody><tr><th scope="rowgroup" colspan="${head.length}" class="object">${escapeHtml(object.title)}</th></tr>${object.headlines
        .map((id) => {
          const one = context.outcome(id);
          const cells = threat.remedyDefinitions.map((remedy) => {
            const cell = byKey.get(`${remedy.id} ${id}`);
            if (!cell) return '<td></td>';
            const harm = harmOf(cell.effect, one.direction);
            const word = say(
              harm > 0 ? 'threat.worse' : harm < 0 ? 'threat.better' : 'threat.same',
            );
            const kind = harm > 0 ? 'harm2' : harm < 0 ? 'relief2' : 'zero';
            return `<td class="n ${kind}">${compact(cell.effect)}<br><small>${escapeHtml(word)}</small></td>`;
          });
          return `<tr><th scope="row">${escapeHtml(say('threat.unit', { title: one.title, unit: one.unit }))}</th>${cells.join('')}</tr>`;
        })
        .join('')}</tbody>`,
  );
  return `<div class="scroll" tabindex="0" role="region" aria-label="${escapeHtml(label)}"><table class="matrix"><caption>${escapeHtml(label)}</caption><thead><tr>${head.map((one) => `<th scope="col">${escapeHtml(one)}</th>`).join('')}</tr></thead>${rows.join('')}</table></div>`;
}
