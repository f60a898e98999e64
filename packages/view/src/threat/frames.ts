import { codeOf } from '@asylia/security';
import type { Words } from '@asylia/words';
import { inSentence } from '@asylia/words';
import type { ThreatContext } from './threatContext.ts';
import { counted } from './threatContext.ts';

/** The source that leads, theory by theory, when only those of a frame vary; '' = none does. */
export function leadersIn(context: ThreatContext, frame: string, outcome: string): string[] {
  return context.threat.theories.map((theory) => {
    let best = '';
    let size = 0;
    for (const { id } of context.threat.factors) {
      const x = Math.abs(context.cell(theory.id, frame, outcome, id)?.shapley ?? 0);
      if (x > size) {
        size = x;
        best = id;
      }
    }
    return best;
  });
}

/** Objects whose leading source depends on what is held fixed. */
export function frameSentences(words: Words, context: ThreatContext): string[] {
  const { threat, heads } = context;
  if (threat.frames.length < 2) return [];
  const lines = heads.flatMap(({ title, id }) => {
    const leaders = threat.frames.map(
      (frame) => counted(leadersIn(context, frame.id, id))[0]?.[0] ?? '-',
    );
    if (new Set(leaders).size < 2) return [];
    return [
      words.say('threat.frames.differ', {
        object: title,
        list: words.listed(
          threat.frames.map((frame, i) =>
            words.say('pair', { name: inSentence(frame.title), value: codeOf(leaders[i]!) }),
          ),
        ),
      }),
    ];
  });
  return lines.length > 0 ? lines : [words.say('threat.frames.same')];
}
