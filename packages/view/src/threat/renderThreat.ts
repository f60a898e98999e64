import type { ThreatSummary } from '@asylia/lab';
import type { Words } from '@asylia/words';
import { escapeHtml } from '../html.ts';
import { savingScript } from '../report/script.ts';
import { style } from '../report/style.ts';
import { threatSections } from './sections.ts';
import { threatStyle } from './threatStyle.ts';

/** The attribution as one HTML file that asks nothing of any network. Pure. */
export function renderThreat(words: Words, threat: ThreatSummary): string {
  const title = words.say('threat.title', {
    caseTitle: words.named('case', 'title', threat.case.title),
  });
  const shown = threatSections(words, threat).filter(([, , content]) => content !== '');
  return `<!doctype html>
<html lang="${words.language.id}" dir="${words.language.dir}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data: blob:"><title>${escapeHtml(title)}</title><style>${style}${threatStyle}</style></head>
<body><a class="skip" href="#answer">${words.say('skip')}</a><div class="page">
<header class="top"><h1>${escapeHtml(title)}</h1></header>
<nav class="toc" aria-label="${words.say('contents')}"><ol>${shown.map(([id, anchor]) => `<li><a href="#${anchor}">${words.say(id)}</a></li>`).join('')}</ol></nav>
<main>
${shown.map(([id, anchor, content]) => `<section id="${anchor}" aria-labelledby="h-${anchor}"><h2 id="h-${anchor}">${words.say(id)}</h2>${content}</section>`).join('\n')}
</main></div>
<script>${savingScript}</script>
</body></html>
`;
}
