import { codeOf } from '@asylia/security';
import type { Words } from '@asylia/words';
import { inSentence } from '@asylia/words';
import { escapeHtml } from '../html.ts';
import { inEnglish, namedHtml } from '../languages/nameOf.ts';
import { htmlTable } from '../peers/htmlTable.ts';
import { tableBlock } from '../report/context.ts';
import { markName } from '../report/tables.ts';
import { frameSentences, leadersIn } from './frames.ts';
import { threatTables } from './tables.ts';
import type { ThreatContext } from './threatContext.ts';
import { counted } from './threatContext.ts';

type Answer = ThreatContext['threat']['answers'][number];

const answersOf = ({ threat, first, heads }: ThreatContext): Answer[] =>
  heads.flatMap(({ id }) =>
    threat.answers.filter((one) => one.theory === first && one.outcome === id),
  );

const table = (words: Words, { threat }: ThreatContext, id: string) =>
  tableBlock(words, threatTables(words, threat).find((one) => one.id === id)!);

/** Leaders by frame: what is held fixed decides part of the answer. */
export function framesSection(words: Words, context: ThreatContext): string {
  const { threat, heads } = context;
  if (threat.frames.length < 2) return '';
  const rows = heads.map(({ title, id }) => [
    `${escapeHtml(title)} <span class="id">${escapeHtml(codeOf(id))}</span>`,
    ...threat.frames.map((frame) =>
      escapeHtml(
        words.listed(
          counted(leadersIn(context, frame.id, id).map((one) => codeOf(one) || '-')).map(
            ([name, n]) => words.say('threat.sentence.inTheories', { name, n }),
          ),
          'items',
        ),
      ),
    ),
  ]);
  const head = threat.frames.map((one) => `<th scope="col">${escapeHtml(one.title)}</th>`).join('');
  const titles = new Map<string, string>(threat.frames.map((one) => [one.id, one.title]));
  const own = words.listed(
    threat.theories.map((one) =>
      words.say('pair', { name: one.id, value: inSentence(titles.get(one.frame) ?? one.frame) }),
    ),
  );
  const said = frameSentences(words, context)
    .map((line) => `<li>${escapeHtml(line)}</li>`)
    .join('');
  return `<p>${escapeHtml(words.say('threat.frames.how'))} ${escapeHtml(own)}.</p><ul class="findings">${said}</ul><div class="scroll" tabindex="0" role="region" aria-label="${escapeHtml(words.say('threat.frames'))}"><table><thead><tr><th scope="col">${words.say('threat.head.object')}</th>${head}</tr></thead><tbody>${rows
    .map(
      ([first, ...cells]) =>
        `<tr><th scope="row">${first}</th>${cells.map((one) => `<td>${one}</td>`).join('')}</tr>`,
    )
    .join('')}</tbody></table></div>`;
}

/** Necessity and sufficiency in the manner of QCA, and minimal conjunctions. */
export function necessitySection(words: Words, context: ThreatContext): string {
  const parts = answersOf(context).map((answer, i) => {
    const number = (x: number | null) => (x === null ? '-' : words.figure(x));
    const rows = answer.necessity
      .filter((row) => row.responsibility > 0 || row.pn || row.ps || row.sufficiencyConsistency)
      .map((row) => [
        escapeHtml(codeOf(row.factor)),
        `${number(row.pn)}${row.pnLow === null ? '' : ` (${number(row.pnLow)}–${number(row.pnHigh)})`}`,
        number(row.ps),
        `${number(row.necessityConsistency)} / ${number(row.necessityCoverage)}`,
        number(row.sufficiencyConsistency),
        words.figure(row.responsibility),
      ]);
    const paths = answer.paths
      .map((path) =>
        [
          ...path.on.map(codeOf),
          ...path.off.map((id) => words.say('threat.path.not', { id: codeOf(id) })),
        ].reduce(
          (one, other) => (one === '' ? other : words.say('threat.path.and', { one, other })),
          '',
        ),
      )
      .filter((text) => text !== '');
    const title = context.outcome(answer.outcome).title;
    const head = (
      ['source', 'pn', 'ps', 'necessity', 'sufficiency', 'responsibility'] as const
    ).map((id) => escapeHtml(words.say(`threat.head.${id}`)));
    return `<details${i === 0 ? ' open' : ''}><summary>${escapeHtml(title)} (${escapeHtml(codeOf(answer.outcome))})</summary><div class="scroll" tabindex="0" role="region" aria-label="${escapeHtml(title)}"><table><thead><tr>${head.map((one) => `<th scope="col">${one}</th>`).join('')}</tr></thead><tbody>${rows
      .map(
        ([first, ...cells]) =>
          `<tr><th scope="row">${first}</th>${cells.map((one) => `<td class="n">${one}</td>`).join('')}</tr>`,
      )
      .join(
        '',
      )}</tbody></table></div>${paths.length > 0 ? `<p>${escapeHtml(words.say('threat.paths', { list: words.listed(paths) }))}</p>` : ''}</details>`;
  });
  return `<p>${escapeHtml(words.say('threat.necessity.how'))}</p>${parts.join('')}${table(words, context, 'necessity')}`;
}

/** The five assumptions that most move each answer, and where ranks change. */
export function ledgerSection(words: Words, context: ThreatContext): string {
  const own = answersOf(context).filter((answer) => answer.ledger.length > 0);
  if (own.length === 0) return '';
  const rows = own.flatMap((answer) =>
    answer.ledger.map((row) => [
      `${escapeHtml(codeOf(answer.outcome))} <span class="id">${escapeHtml(codeOf(answer.leader))}</span>`,
      `${escapeHtml(row.title)} <span class="id">${escapeHtml(words.listed([row.assumption, row.unit], 'items'))}</span>`,
      `${words.figure(row.low)} · ${words.figure(row.value)} · ${words.figure(row.high)}`,
      `${words.figure(row.atLow)} · ${words.figure(row.atHigh)}`,
      row.shapleyEffect === null ? '-' : words.figure(row.shapleyEffect),
      `${escapeHtml(markName(words, row.mark))}: ${inEnglish(words, row.source)}`,
    ]),
  );
  const switches = own.flatMap((answer) =>
    answer.switches.map((one) =>
      words.say('threat.switch', {
        outcome: codeOf(answer.outcome),
        assumption: one.assumption,
        at: words.figure(one.at),
        one: codeOf(one.factors[0]),
        other: codeOf(one.factors[1]),
      }),
    ),
  );
  return `<p>${escapeHtml(words.say('threat.ledger.how'))}</p>${htmlTable(
    words,
    words.say('threat.ledger'),
    [
      'threat.head.measure',
      'threat.head.assumption',
      'threat.head.value',
      'threat.head.effect',
      'threat.head.share',
      'threat.head.mark',
    ],
    rows,
  )}<ul>${switches.map((line) => `<li>${escapeHtml(line)}</li>`).join('')}</ul>${table(words, context, 'ledger')}`;
}

/** The theories as their authors would put them. */
export function theoriesSection(words: Words, { threat }: ThreatContext): string {
  return threat.theories
    .map(
      (one) =>
        `<h3>${escapeHtml(words.say('threat.theory', { id: one.id, title: one.title }))}</h3><p>${namedHtml(words, 'theory', `${one.id}.terms`, one.terms)}</p><p class="note">${namedHtml(words, 'theory', `${one.id}.school`, one.school)}; ${inEnglish(words, one.sources.join('; '))}</p>`,
    )
    .join('');
}

/** Sources of threat with their off states; measures with their formulas. */
export function factorsSection(words: Words, context: ThreatContext): string {
  const rows = context.threat.factors.map((one) => [
    `${escapeHtml(one.code)} ${escapeHtml(one.title)}`,
    ...(['on', 'off', 'offAlternative', 'coTenability'] as const).map((key) =>
      namedHtml(words, 'factor', `${one.id}.${key}`, one[key]),
    ),
  ]);
  const head = (['factor', 'baseline', 'off', 'offAlternative', 'coTenability'] as const).map(
    (id) => escapeHtml(words.say(`threat.head.${id}`)),
  );
  return `<div class="scroll" tabindex="0" role="region" aria-label="${escapeHtml(words.say('threat.factors'))}"><table><thead><tr>${head.map((one) => `<th scope="col">${one}</th>`).join('')}</tr></thead><tbody>${rows
    .map(
      ([first, ...cells]) =>
        `<tr><th scope="row">${first}</th>${cells.map((one) => `<td>${one}</td>`).join('')}</tr>`,
    )
    .join('')}</tbody></table></div>`;
}

export function measuresSection(words: Words, context: ThreatContext): string {
  return `<p>${escapeHtml(words.say('threat.measures.how'))}</p>${table(words, context, 'outcomes')}`;
}
