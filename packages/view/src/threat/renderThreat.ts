import type { ThreatSummary } from '@asylia/lab';
import { escapeHtml } from '../html.ts';
import { named } from '../languages/nameOf.ts';
import { language, say } from '../now.ts';
import { savingScript } from '../report/script.ts';
import { style } from '../report/style.ts';
import { threatSections } from './sections.ts';
import { threatStyle } from './threatStyle.ts';

/** The attribution as one HTML file that asks nothing of any network. Pure. */
export function renderThreat(threat: ThreatSummary): string {
  const title = say('threat.title', {
    caseTitle: named('case', threat.case.name, threat.case.title),
  });
  const shown = threatSections(threat).filter(([, , content]) => content !== '');
  return `<!doctype html>
<html lang="${language().id}" dir="${language().dir}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data: blob:"><title>${escapeHtml(title)}</title><style>${style}${threatStyle}</style></head>
<body><a class="skip" href="#answer">${say('skip')}</a><div class="page">
<header class="top"><h1>${escapeHtml(title)}</h1></header>
<nav class="toc" aria-label="${say('contents')}"><ol>${shown.map(([id, anchor]) => `<li><a href="#${anchor}">${say(id)}</a></li>`).join('')}</ol></nav>
<main>
${shown.map(([id, anchor, content]) => `<section id="${anchor}" aria-labelledby="h-${anchor}"><h2 id="h-${anchor}">${say(id)}</h2>${content}</section>`).join('\n')}
</main></div>
<script>${savingScript}</script>
</body></html>
`;
}
