import type { ThreatSummary } from '@asylia/lab';
import { isPlacebo } from '@asylia/security';
import type { MessageId, Words } from '@asylia/words';
import { inSentence } from '@asylia/words';
import { escapeHtml } from '../html.ts';
import { inEnglish } from '../languages/nameOf.ts';
import { figureBlock } from '../report/context.ts';
import { causeOfFlightSection } from './causeOfFlight.ts';
import { checksSection, claimsSection } from './claimsSection.ts';
import {
  factorsSection,
  framesSection,
  ledgerSection,
  measuresSection,
  necessitySection,
  theoriesSection,
} from './depthSections.ts';
import { inNames } from './inNames.ts';
import { matrix, titleOf } from './matrix.ts';
import { matrixChart } from './matrixChart.ts';
import { remediesSection } from './remediesSection.ts';
import { answerSentences } from './sentences.ts';
import { threatTables } from './tables.ts';
import { theoriesChart } from './theoriesChart.ts';
import type { ThreatContext } from './threatContext.ts';
import { threatContext } from './threatContext.ts';

/** A section of a page: its heading, its anchor, its content ('' = left out). */
export type Section = readonly [MessageId, string, string];

/** Everything that the attribution says, in the order in which it is read. */
export function threatSections(words: Words, threat: ThreatSummary): Section[] {
  const context = threatContext(inNames(words, threat));
  return [
    ['threat.answer', 'answer', answer(words, context)],
    ['threat.table', 'article-table', tables(words, context)],
    ['threat.frames', 'frames', framesSection(words, context)],
    ['threat.remedies', 'remedies', remediesSection(words, context)],
    ['threat.claims', 'claims', claimsSection(words, context)],
    ['threat.checks', 'checks', checksSection(words, context)],
    ['threat.necessity', 'necessity', necessitySection(words, context)],
    ['threat.ledger', 'moving-assumptions', ledgerSection(words, context)],
    [
      'threat.cause',
      'cause',
      threat.causeOfFlight ? causeOfFlightSection(words, context, threat.causeOfFlight) : '',
    ],
    ['threat.theories', 'theories', theoriesSection(words, context)],
    ['threat.factors', 'factors', factorsSection(words, context)],
    ['threat.measures', 'measures', measuresSection(words, context)],
    ['threat.notes', 'threat-notes', notes(words, context)],
  ];
}

function answer(words: Words, context: ThreatContext): string {
  const { threat } = context;
  const identity = words.say('threat.identity', {
    run: threat.run,
    coalitions: threat.runs.coalitions,
    theories: threat.runs.theories,
    outcomes: threat.runs.outcomes,
    worlds: threat.worlds,
    version: threat.version,
    hash: threat.inputHash.slice(0, 12),
  });
  const said = answerSentences(words, context);
  const period = {
    caseTitle: threat.case.title,
    start: words.longDate(threat.case.start),
    end: words.longDate(threat.case.end),
  };
  const theories = words.listed(threat.theories.map((one) => `${one.id} ${one.title}`));
  const list = (heading: MessageId, lines: readonly string[]) =>
    lines.length > 0
      ? `<h3>${escapeHtml(words.say(heading))}</h3><ul class="findings">${lines.map((line) => `<li>${escapeHtml(line)}</li>`).join('')}</ul>`
      : '';
  return `<p>${escapeHtml(words.say('threat.lead', period))}</p>${list('threat.answer.short', said.short)}${list('threat.answer.objects', said.objects)}${list('threat.answer.sure', said.sure)}${list('threat.answer.change', said.change)}<p class="note">${escapeHtml(words.say('threat.words', { theories }))}</p><p class="identity">${escapeHtml(identity)}</p>`;
}

function tables(words: Words, context: ThreatContext): string {
  const { threat, first } = context;
  const title = words.say('threat.figure.theories');
  const others = threat.theories
    .slice(1)
    .map(
      ({ id }) =>
        `<details><summary>${escapeHtml(words.say('threat.theory', titleOf(context, id)))}</summary>${matrix(words, context, id)}</details>`,
    );
  const heads = new Set(context.heads.map((head) => head.id));
  const players = `${words.listed(
    threat.factors
      .filter((factor) => !isPlacebo(factor))
      .map((factor) => words.say('pair', { name: factor.code, value: inSentence(factor.title) })),
  )}.`;
  const contributions = (keep: (cell: (typeof threat.cells)[number]) => boolean, id: string) => ({
    ...threatTables(words, {
      ...threat,
      cells: threat.cells.filter((cell) => cell.frame === 'all' && keep(cell)),
    })[0]!,
    id,
  });
  const headlines = new Set(threat.objects.flatMap((object) => object.headlines));
  const drawn = words.say('threat.figure.matrix', titleOf(context, first));
  const chart = figureBlock(words, context, {
    id: 'matrix-chart',
    title: drawn,
    picture: matrixChart(words, context, first, drawn),
    sources: [],
    summary: `${words.say('threat.figure.matrix.note')} ${players}`,
    table: contributions(
      (cell) => cell.theory === first && headlines.has(cell.outcome),
      'contributions-first',
    ),
  });
  const picture = figureBlock(words, context, {
    id: 'theories-side-by-side',
    title,
    picture: theoriesChart(context, title),
    sources: [],
    summary: `${words.say('threat.figure.theories.note')} ${players}`,
    table: contributions((cell) => heads.has(cell.outcome), 'contributions'),
  });
  return `<p>${escapeHtml(words.say('threat.table.how'))}</p>${chart}${matrix(words, context, first)}${others.join('')}${picture}`;
}

function notes(words: Words, { threat }: ThreatContext): string {
  const trace = words.say('threat.trace', {
    command: `asylia threat ${threat.case.name} --seed ${threat.seed} --draws ${threat.worlds}`,
    seed: threat.seed,
  });
  const lines = [
    escapeHtml(trace),
    ...[...threat.notes, ...threat.case.notices].map((one) => inEnglish(words, one)),
  ];
  return `<ul>${lines.map((line) => `<li>${line}</li>`).join('')}</ul>`;
}
