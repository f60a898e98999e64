import { representedBy } from '@asylia/cases';
import type { Verdict } from '@asylia/security';
import type { Words } from '@asylia/words';
import { escapeHtml } from '../html.ts';
import { inEnglish, namedHtml } from '../languages/nameOf.ts';
import { htmlTable } from '../peers/htmlTable.ts';
import { groupOf } from './claimRows.ts';
import type { ThreatContext } from './threatContext.ts';

const marks: Readonly<Record<Verdict, string>> = {
  supported: '✓',
  contradicted: '✗',
  cannotBeTested: '–',
};
const mark = (words: Words, verdict: Verdict) =>
  `<span class="verdict ${verdict}"><span aria-hidden="true">${marks[verdict]}</span><span class="hidden">${escapeHtml(words.say(`threat.verdict.${verdict}`))}</span></span>`;

/** The requirements table: every claim of the article with its verdict under each theory. */
export function claimsSection(words: Words, { threat, first }: ThreatContext): string {
  if (threat.claims.length === 0) return '';
  const by = new Map(threat.claims.map((one) => [`${one.id} ${one.theory}`, one]));
  const counts = threat.theories.map(({ id }) => {
    const own = threat.claims.filter((one) => one.theory === id);
    const n = (verdict: Verdict) => own.filter((one) => one.verdict === verdict).length;
    return words.say('threat.claims.count', {
      theory: id,
      yes: n('supported'),
      no: n('contradicted'),
      open: n('cannotBeTested'),
    });
  });
  const groups = (['contradicted', 'supported', 'open'] as const).map((group) => {
    const rows = threat.claimDefinitions.flatMap((claim) => {
      const verdicts = threat.theories.map(({ id }) => by.get(`${claim.id} ${id}`)?.verdict);
      if (groupOf(verdicts) !== group) return [];
      return [
        [
          `${claim.id} <span class="id">${inEnglish(words, claim.place)}</span>`,
          `${namedHtml(words, 'claim', String(claim.id), claim.says)} <span class="id">${inEnglish(words, representedBy(claim.maps))}</span>`,
          ...verdicts.map((verdict) => (verdict ? mark(words, verdict) : '')),
          reason(
            words,
            [
              by.get(`${claim.id} ${first}`)?.by ?? '',
              ...(claim.byConstruction
                ? [words.say('threat.claims.construction', { text: claim.byConstruction })]
                : []),
            ].join('. '),
          ),
        ],
      ];
    });
    if (rows.length === 0) return '';
    const label = words.say(`threat.claims.group.${group}`, { n: rows.length });
    const heads = [words.say('threat.head.claim'), words.say('threat.head.says')];
    return `<details${group === 'contradicted' ? ' open' : ''}><summary>${escapeHtml(label)}</summary>${verdictTable(words, threat, label, heads, rows)}</details>`;
  });
  return `<p>${escapeHtml(words.say('threat.claims.how'))}</p><ul>${counts.map((line) => `<li>${escapeHtml(line)}</li>`).join('')}</ul>${conclusion(words, threat)}<h3>${escapeHtml(words.say('threat.claims.all'))}</h3>${groups.join('')}`;
}

/** The conclusion, objects by theories, with the reasons under the first theory. */
function conclusion(words: Words, threat: ThreatContext['threat']): string {
  const first = threat.theories[0]!.id;
  const by = new Map(
    threat.conclusion.map((one) => [`${one.id} ${one.object} ${one.theory}`, one]),
  );
  const rows = threat.conclusion
    .filter((one) => one.theory === first)
    .map((one) => [
      `${one.id} ${escapeHtml(threat.objects.find(({ id }) => id === one.object)?.title ?? one.object)}`,
      ...threat.theories.map(({ id }) => {
        const found = by.get(`${one.id} ${one.object} ${id}`);
        return found ? mark(words, found.verdict) : '';
      }),
      reason(words, one.by),
    ]);
  if (rows.length === 0) return '';
  const label = words.say('threat.claims.conclusion');
  return `<h3>${escapeHtml(label)}</h3><p>${escapeHtml(words.say('threat.claims.conclusion.how'))}</p>${verdictTable(words, threat, label, [words.say('threat.head.object')], rows)}`;
}

const reason = (words: Words, text: string) =>
  `<details><summary>${words.say('threat.head.evidence')}</summary>${inEnglish(words, text)}</details>`;

function verdictTable(
  words: Words,
  threat: ThreatContext['threat'],
  label: string,
  heads: readonly string[],
  rows: readonly (readonly string[])[],
): string {
  const head = [
    ...heads,
    ...threat.theories.map((theory) => theory.id),
    `${words.say('threat.head.evidence')} (${threat.theories[0]!.id})`,
  ];
  return `<div class="scroll" tabindex="0" role="region" aria-label="${escapeHtml(label)}"><table class="claims${heads.length > 1 ? ' listed' : ''}"><thead><tr>${head.map((one) => `<th scope="col">${escapeHtml(one)}</th>`).join('')}</tr></thead><tbody>${rows
    .map(
      ([top, ...cells]) =>
        `<tr><th scope="row">${top}</th>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`,
    )
    .join('')}</tbody></table></div>`;
}

/** Every observation that a theory could fail, and whether it does. */
export function checksSection(words: Words, { threat }: ThreatContext): string {
  if (threat.checks.length === 0) return '';
  const n = (refuted: boolean | null) =>
    threat.checks.filter((one) => one.refuted === refuted).length;
  const word = (refuted: boolean | null) =>
    words.say(
      refuted === null ? 'threat.undecided' : refuted ? 'threat.refuted' : 'threat.notRefuted',
    );
  const kind = (refuted: boolean | null): Verdict =>
    refuted === null ? 'cannotBeTested' : refuted ? 'contradicted' : 'supported';
  const rows = threat.checks.map((one) => [
    escapeHtml(one.theory),
    inEnglish(words, one.title),
    `<span class="verdict ${kind(one.refuted)}">${escapeHtml(word(one.refuted))}</span>`,
    inEnglish(words, one.evidence),
  ]);
  return `<p>${escapeHtml(words.say('threat.checks.count', { refuted: n(true), held: n(false), open: n(null) }))}</p>${htmlTable(
    words,
    words.say('threat.checks'),
    ['threat.head.theory', 'threat.head.check', 'threat.head.verdict', 'threat.head.evidence'],
    rows,
  )}`;
}
