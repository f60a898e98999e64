import type { RunSummary, ThreatSummary } from '@asylia/lab';
import type { MessageId } from '@asylia/words';
import { escapeHtml } from '../html.ts';
import { named } from '../languages/nameOf.ts';
import type { Ground } from '../map/ground.ts';
import { language, longDate, say } from '../now.ts';
import { threatSections } from '../threat/sections.ts';
import { threatStyle } from '../threat/threatStyle.ts';
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
export function renderReport(summary: RunSummary, { ground, threat }: ReportInput): string {
  const context = contextOf(summary);
  const paper = papers(context);
  const sections: readonly (readonly [MessageId, string, string])[] = [
    ['findings', 'findings', findings(context)],
    ['map', 'map', mapSection(context, ground)],
    ['stocks', 'stocks', stocksSection(context)],
    ['entries', 'entries', entriesSection(context)],
    ['shelter', 'shelter', shelterSection(context)],
    ['gaps', 'gaps', gapsSection(context)],
    [
      'evacuation',
      'evacuation',
      cumulativeSection(context, 'evacuated_cum', 'evacuation.title') ||
        cumulativeSection(context, 'evacuated', 'evacuation.title'),
    ],
    [
      'returns',
      'returns',
      cumulativeSection(context, 'returned_cum', 'returns.title') ||
        cumulativeSection(context, 'returned', 'returns.title'),
    ],
    [
      'second',
      'second',
      cumulativeSection(context, 'second_wave_cum', 'second.title') ||
        cumulativeSection(context, 'secondWave', 'second.title'),
    ],
    ['mortality', 'mortality', mortalitySection(context)],
    ['definitions', 'words', definitionsSection(context)],
    ...(threat ? threatSections(threat) : []),
    ['validation', 'validation', validationSection(context)],
    ['ledger', 'assumptions', paper.ledger],
    ['calibration', 'calibration', paper.calibration],
    ['incidents', 'incidents', paper.incidents],
    ['unknowns', 'unknowns', paper.unknowns],
    ['notices', 'notices', paper.notices],
    ['sources', 'sources', paper.sources],
  ];
  const shown = sections.filter(([, , content]) => content !== '');
  const fitUntil =
    context.fitUntilDay === null ? '-' : longDate(summary.dates[Math.max(0, context.fitUntilDay)]!);
  const returnFit = summary.record.filter(
    (p) => p.window === 'fit' && p.series.startsWith('returned'),
  );
  const returnUntil =
    returnFit.length > 0
      ? longDate(
          returnFit
            .map((p) => p.date)
            .sort()
            .at(-1)!,
        )
      : '-';
  const title = say('title', { caseTitle: named('case', summary.case.id, summary.case.title) });
  return `<!doctype html>
<html lang="${language().id}" dir="${language().dir}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data: blob:"><title>${escapeHtml(title)}</title><style>${style}${threat ? threatStyle : ''}</style></head>
<body><a class="skip" href="#findings">${say('skip')}</a><div class="page">
<header class="top"><h1>${escapeHtml(title)}</h1>
<p>${escapeHtml(scenarioSentence(summary))}</p>
<p class="identity">${escapeHtml(say('identity', { run: summary.run, seed: summary.seed, worlds: summary.worlds, version: summary.version, hash: summary.inputHash }))}</p></header>
<nav class="toc" aria-label="${say('contents')}"><ol>${shown.map(([id, anchor]) => `<li><a href="#${anchor}">${say(id)}</a></li>`).join('')}</ol></nav>
<main>
<ul>${(['what.1', 'what.2', 'what.3', 'what.4', 'what.5'] as const).map((id) => `<li>${escapeHtml(say(id, { fitUntil, returnUntil }))}</li>`).join('')}</ul>
${shown.map(([id, anchor, content]) => `<section id="${anchor}" aria-labelledby="h-${anchor}"><h2 id="h-${anchor}">${say(id)}</h2>${content}</section>`).join('\n')}
</main></div>
<script>${script}</script>
</body></html>
`;
}

function scenarioSentence({ case: { id }, scenario }: RunSummary): string {
  const key = `${id}.${scenario.id}`;
  return say('scenario', {
    title: named('scenario', key, scenario.title),
    description: named('scenario', `${key}.description`, scenario.description),
  });
}
