import type { Words } from '@asylia/words';
import { escapeHtml } from '../html.ts';
import { negligible } from './matrixRows.ts';
import { counted, harmOf, measureName, type ThreatContext, wholeOf } from './threatContext.ts';

export type Effect = 'better' | 'worse' | 'both' | 'none';

/** What a remedy does to an object at all its headline measures, under one theory. */
export function effectOn(
  words: Words,
  context: ThreatContext,
  remedy: string,
  theory: string,
  headlines: readonly string[],
): {
  readonly effect: Effect;
  readonly better: readonly string[];
  readonly worse: readonly string[];
} {
  const better: string[] = [];
  const worse: string[] = [];
  for (const id of headlines) {
    const cell = context.remedy(remedy, theory, id);
    if (!cell || Math.abs(cell.effect) <= negligible * wholeOf(context, theory, id)) continue;
    const harm = harmOf(cell.effect, context.outcome(id).direction);
    if (harm < 0) better.push(measureName(words, context.outcome(id)));
    if (harm > 0) worse.push(measureName(words, context.outcome(id)));
  }
  const effect =
    better.length > 0 && worse.length > 0
      ? 'both'
      : better.length > 0
        ? 'better'
        : worse.length > 0
          ? 'worse'
          : 'none';
  return { effect, better, worse };
}

const looks: Readonly<Record<Effect, string>> = {
  better: 'relief2',
  worse: 'harm2',
  both: 'both1',
  none: 'zero',
};

/** Who gains and who loses: objects by remedies, in words, with the theories that agree. */
export function gainsTable(words: Words, context: ThreatContext): string {
  const { threat, first } = context;
  const label = words.say('threat.gains.table', { theory: first });
  const head = [
    words.say('threat.head.object'),
    ...threat.remedyDefinitions.map((one) => one.title),
  ];
  const rows = threat.objects.map(({ title, headlines }) => {
    const cells = threat.remedyDefinitions.map(({ id }) => {
      const { effect, better, worse } = effectOn(words, context, id, first, headlines);
      const agree = threat.theories.filter(
        (theory) => effectOn(words, context, id, theory.id, headlines).effect === effect,
      ).length;
      const names = (kind: 'better' | 'worse', list: readonly string[]) =>
        list.length > 0 && effect === 'both'
          ? `<br><small>${escapeHtml(words.say('threat.gains.names', { kind: words.say(`threat.${kind}`), list: words.listed(list) }))}</small>`
          : '';
      return `<td class="${looks[effect]}"><b>${escapeHtml(words.say(`threat.effect.${effect}`))}</b>${names('better', better)}${names('worse', worse)}<br><small>${escapeHtml(words.say('threat.gains.agree', { n: agree, m: threat.theories.length }))}</small></td>`;
    });
    return `<tr><th scope="row">${escapeHtml(title)}</th>${cells.join('')}</tr>`;
  });
  return `<div class="scroll whole" tabindex="0" role="region" aria-label="${escapeHtml(label)}"><table class="matrix gains"><caption>${escapeHtml(label)}</caption><thead><tr>${head.map((one) => `<th scope="col">${escapeHtml(one)}</th>`).join('')}</tr></thead><tbody>${rows.join('')}</tbody></table></div>`;
}

/** One sentence for each remedy: better for whom, worse for whom, both at once for whom. */
export function gainsSentences(words: Words, context: ThreatContext): string[] {
  const { threat, first } = context;
  return threat.remedyDefinitions.map(({ id, title }) => {
    const by = new Map<Effect, number>(
      counted(
        threat.objects.map((one) => effectOn(words, context, id, first, one.headlines).effect),
      ) as readonly (readonly [Effect, number])[],
    );
    const losers = threat.objects
      .filter((one) => effectOn(words, context, id, first, one.headlines).worse.length > 0)
      .map((one) => one.title);
    return words.say('threat.gains', {
      remedy: title,
      better: by.get('better') ?? 0,
      both: by.get('both') ?? 0,
      worse: by.get('worse') ?? 0,
      none: by.get('none') ?? 0,
      losers: losers.length > 0 ? words.listed(losers) : words.say('threat.nobody'),
    });
  });
}
