import type { RunSummary, ThreatSummary } from '@asylia/lab';
import type { MessageId, Words } from '@asylia/words';
import { escapeHtml } from '../html.ts';
import type { Ground } from '../map/ground.ts';
import { threatSections } from '../threat/sections.ts';
import { threatStyle } from '../threat/threatStyle.ts';
import type { Context } from './context.ts';
import { contextOf } from './context.ts';
import { mapSection } from './mapSection.ts';
import { script } from './script.ts';
import {
  cumulativeSection,
  definitionsSection,
  entriesSection,
  findings,
  gapsSection,
  mortalitySection,
  papers,
  shelterSection,
  stocksSection,
  validationSection,
} from './sections.ts';
import { style } from './style.ts';

export interface ReportInput {
  /** The ground of the case's map: from `groundOf`, or from a file that was made with it. */
  readonly ground: Ground;
  /** The attribution of the run, if one was made. */
  readonly threat?: ThreatSummary | null;
}

/** The report: one HTML file that asks nothing of any network. Pure. */
export function renderReport(words: Words, summary: RunSummary, input: ReportInput): string {
  const context = contextOf(words, summary);
  const shown = sectionsOf(words, context, input).filter(([, , content]) => content !== '');
  const until = fittedUntil(words, context);
  const title = words.say('title', {
    caseTitle: words.named('case', 'title', summary.case.title),
  });
  return `<!doctype html>
<html lang="${words.language.id}" dir="${words.language.dir}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data: blob:"><title>${escapeHtml(title)}</title><style>${style}${input.threat ? threatStyle : ''}</style></head>
<body><a class="skip" href="#findings">${words.say('skip')}</a><div class="page">
<header class="top"><h1>${escapeHtml(title)}</h1>
<p>${escapeHtml(scenarioSentence(words, summary))}</p>
<p class="identity">${escapeHtml(words.say('identity', { run: summary.run, seed: summary.seed, worlds: summary.worlds, version: summary.version, hash: summary.inputHash }))}</p></header>
<nav class="toc" aria-label="${words.say('contents')}"><ol>${shown.map(([id, anchor]) => `<li><a href="#${anchor}">${words.say(id)}</a></li>`).join('')}</ol></nav>
<main>
<ul>${(['what.1', 'what.2', 'what.3', 'what.4', 'what.5'] as const).map((id) => `<li>${escapeHtml(words.say(id, until))}</li>`).join('')}</ul>
${shown.map(([id, anchor, content]) => `<section id="${anchor}" aria-labelledby="h-${anchor}"><h2 id="h-${anchor}">${words.say(id)}</h2>${content}</section>`).join('\n')}
</main></div>
<script>${script}</script>
</body></html>
`;
}

/** [title, anchor, content] of every section; '' where a run has nothing to show. */
function sectionsOf(
  words: Words,
  context: Context,
  { ground, threat }: ReportInput,
): readonly (readonly [MessageId, string, string])[] {
  const paper = papers(words, context);
  return [
    ['findings', 'findings', findings(words, context)],
    ['map', 'map', mapSection(words, context, ground)],
    ['stocks', 'stocks', stocksSection(words, context)],
    ['entries', 'entries', entriesSection(words, context)],
    ['shelter', 'shelter', shelterSection(words, context)],
    ['gaps', 'gaps', gapsSection(words, context)],
    [
      'evacuation',
      'evacuation',
      cumulativeSection(words, context, 'evacuated_cum', 'evacuation.title') ||
        cumulativeSection(words, context, 'evacuated', 'evacuation.title'),
    ],
    [
      'returns',
      'returns',
      cumulativeSection(words, context, 'returned_cum', 'returns.title') ||
        cumulativeSection(words, context, 'returned', 'returns.title'),
    ],
    [
      'second',
      'second',
      cumulativeSection(words, context, 'second_wave_cum', 'second.title') ||
        cumulativeSection(words, context, 'secondWave', 'second.title'),
    ],
    ['mortality', 'mortality', mortalitySection(words, context)],
    ['definitions', 'words', definitionsSection(words, context)],
    ...(threat ? threatSections(words, threat) : []),
    ['validation', 'validation', validationSection(words, context)],
    ['ledger', 'assumptions', paper.ledger],
    ['calibration', 'calibration', paper.calibration],
    ['incidents', 'incidents', paper.incidents],
    ['unknowns', 'unknowns', paper.unknowns],
    ['notices', 'notices', paper.notices],
    ['sources', 'sources', paper.sources],
  ];
}

/** Last days on which the curves, and the returns, were fitted. */
function fittedUntil(words: Words, { summary, fitUntilDay }: Context) {
  const fitUntil =
    fitUntilDay === null ? '-' : words.longDate(summary.dates[Math.max(0, fitUntilDay)]!);
  const returnFit = summary.record.filter(
    (p) => p.window === 'fit' && p.series.startsWith('returned'),
  );
  const returnUntil =
    returnFit.length > 0
      ? words.longDate(
          returnFit
            .map((p) => p.date)
            .sort()
            .at(-1)!,
        )
      : '-';
  return { fitUntil, returnUntil };
}

function scenarioSentence(
  words: Words,
  { scenario: { id, title, description } }: RunSummary,
): string {
  return words.say('scenario', {
    title: words.named('scenario', id, title),
    description: words.named('scenario', `${id}.description`, description),
  });
}
