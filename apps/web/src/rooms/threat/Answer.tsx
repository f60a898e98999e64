import type { ThreatContext } from '@asylia/view';
import { answerSentences } from '@asylia/view';
import { memo, useMemo } from 'react';
import { useTexts } from '../../texts.ts';

/** The answer in sentences: in short, object by object, how sure, what would change it. */
export const Answer = memo(function Answer({ context }: { readonly context: ThreatContext }) {
  const texts = useTexts();
  const { say } = texts;
  const said = useMemo(() => answerSentences(texts, context), [context, texts]);
  return (
    <section aria-labelledby="threat-answer">
      <h3 id="threat-answer">{say('threat.answer.inSentences')}</h3>
      <Lines lines={said.short} isLarge />
      <Fold title={say('threat.answer.objects')} lines={said.objects} />
      <Fold title={say('threat.answer.sure')} lines={said.sure} />
      <Fold title={say('threat.answer.wouldChange')} lines={said.change} />
    </section>
  );
});

function Lines({ lines, isLarge }: { readonly lines: readonly string[]; readonly isLarge?: true }) {
  return (
    <ul className={isLarge ? 'findings' : undefined}>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}

function Fold({ title, lines }: { readonly title: string; readonly lines: readonly string[] }) {
  if (lines.length === 0) return null;
  return (
    <details>
      <summary>{title}</summary>
      <Lines lines={lines} />
    </details>
  );
}
