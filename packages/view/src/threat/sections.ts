import type { ThreatSummary } from '@asylia/lab';
import { isPlacebo } from '@asylia/security';
import type { MessageId } from '@asylia/words';
import { inSentence } from '@asylia/words';
import { escapeHtml } from '../html.ts';
import { inEnglish } from '../languages/nameOf.ts';
import { listed, longDate, say } from '../now.ts';
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
export function threatSections(threat: ThreatSummary): Section[] {
  const context = threatContext(inNames(threat));
  return [
    ['threat.answer', 'answer', answer(context)],
    ['threat.table', 'article-table', tables(context)],
    ['threat.frames', 'frames', framesSection(context)],
    ['threat.remedies', 'remedies', remediesSection(context)],
    ['threat.claims', 'claims', claimsSection(context)],
    ['threat.checks', 'checks', checksSection(context)],
    ['threat.necessity', 'necessity', necessitySection(context)],
    ['threat.ledger', 'moving-assumptions', ledgerSection(context)],
    [
      'threat.cause',
      'cause',
      threat.causeOfFlight ? causeOfFlightSection(context, threat.causeOfFlight) : '',
    ],
    ['threat.theories', 'theories', theoriesSection(context)],
    ['threat.factors', 'factors', factorsSection(context)],
    ['threat.measures', 'measures', measuresSection(context)],
    ['threat.notes', 'threat-notes', notes(context)],
  ];
}

function answer(context: ThreatContext): string {
  const { threat } = context;
  const identity = say('threat.identity', {
    run: threat.run,
    coalitions: threat.runs.coalitions,
    theories: threat.runs.theories,
    outcomes: threat.runs.outcomes,
    worlds: threat.worlds,
    version: threat.version,
    hash: threat.inputHash.slice(0, 12),
  });
  const said = answerSentences(context);
  const period = {
    caseTitle: threat.case.title,
    start: longDate(threat.case.start),
    end: longDate(threat.case.end),
  };
  const theories = listed(threat.theories.map((one) => `${one.id} ${one.title}`));
  const list = (heading: MessageId, lines: readonly string[]) =>
    lines.length > 0
      ? `<h3>${escapeHtml(say(heading))}</h3><ul class="findings">${lines.map((line) => `<li>${escapeHtml(line)}</li>`).join('')}</ul>`
      : '';
  return `<p>${escapeHtml(say('threat.lead', period))}</p>${list('threat.answer.short', said.short)}${list('threat.answer.objects', said.objects)}${list('threat.answer.sure', said.sure)}${list('threat.answer.change', said.change)}<p class="note">${escapeHtml(say('threat.words', { theories }))}</p><p class="identity">${escapeHtml(identity)}</p>`;
}

function tables(context: ThreatContext): string {
  const { threat, first } = context;
  const title = say('threat.figure.theories');
  const others = threat.theories
    .slice(1)
    .map(
      ({ id }) =>
        `<details><summary>${escapeHtml(say('threat.theory', titleOf(context, id)))}</summary>${matrix(context, id)}</details>`,
    );
  const heads = new Set(context.heads.map((head) => head.id));
  const players = `${listed(
    threat.factors
      .filter((factor) => !isPlacebo(factor))
      .map((factor) => say('pair', { name: factor.code, value: inSentence(factor.title) })),
  )}.`;
  const contributions = (keep: (cell: (typeof threat.cells)[number]) => boolean, id: string) => ({
    ...threatTables({
      ...threat,
      cells: threat.cells.filter((cell) => cell.frame === 'all' && keep(cell)),
    })[0]!,
    id,
  });
  const headlines = new Set(threat.objects.flatMap((object) => object.headlines));
  const drawn = say('threat.figure.matrix', titleOf(context, first));
  const chart = figureBlock(context, {
    id: 'matrix-chart',
    title: drawn,
    picture: matrixChart(context, first, drawn),
    sources: [],
    summary: `${say('threat.figure.matrix.note')} ${players}`,
    table: contributions(
      (cell) => cell.theory === first && headlines.has(cell.outcome),
      'contributions-first',
    ),
  });
  const picture = figureBlock(context, {
    id: 'theories-side-by-side',
    title,
    picture: theoriesChart(context, title),
    sources: [],
    summary: `${say('threat.figure.theories.note')} ${players}`,
    table: contributions((cell) => heads.has(cell.outcome), 'contributions'),
  });
  return `<p>${escapeHtml(say('threat.table.how'))}</p>${chart}${matrix(context, first)}${others.join('')}${picture}`;
}

function notes({ threat }: ThreatContext): string {
  const trace = say('threat.trace', {
    command: `asylia threat ${threat.case.name} --seed ${threat.seed} --draws ${threat.worlds}`,
    seed: threat.seed,
  });
  const lines = [escapeHtml(trace), ...[...threat.notes, ...threat.case.notices].map(inEnglish)];
  return `<ul>${lines.map((line) => `<li>${line}</li>`).join('')}</ul>`;
}
