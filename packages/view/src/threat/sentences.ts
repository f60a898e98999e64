import { figure, inSentence } from '../format.ts';
import { say } from '../messages.ts';
import type { ThreatContext } from './threatContext.ts';

/** Most frequent first. */
function counted(names: readonly string[]): (readonly [string, number])[] {
  const count = new Map<string, number>();
  for (const name of names) if (name !== '') count.set(name, (count.get(name) ?? 0) + 1);
  return [...count].sort((a, b) => b[1] - a[1]);
}

/** The answer in sentences: one for each object, then how sure, and what would change it. */
export function answerSentences(context: ThreatContext): string[] {
  const { threat, factor, outcome } = context;
  const named = (id: string) => `${inSentence(factor(id).title)} (${id})`;
  const m = threat.theories.length;
  const objects = context.heads.flatMap(({ title, id }) => {
    const answers = threat.answers.filter((one) => one.outcome === id);
    const [leader, ...others] = counted(answers.map((one) => one.leader));
    if (!leader) return [];
    const [given] = counted(answers.map((one) => one.leaderGiven));
    return [
      say('threat.sentence', {
        object: title,
        leader: named(leader[0]),
        measure: inSentence(outcome(id).title),
        n: leader[1],
        m,
        others:
          others.length > 0
            ? say('threat.sentence.others', {
                list: others.map(([other]) => named(other)).join(', '),
              })
            : '',
        given: given ? named(given[0]) : say('threat.sentence.given.none'),
        k: given ? given[1] : m,
      }),
    ];
  });
  return [...objects, sureSentence(context), changeSentence(context), ...placebo(context)];
}

function sureSentence({ threat }: ThreatContext): string {
  const judged = threat.answers.filter((one) => one.leaderStable !== null);
  if (judged.length === 0) return say('threat.sure.none');
  return say('threat.sure', {
    stable: judged.filter((one) => one.leaderStable! >= 0.95).length,
    all: judged.length,
    worlds: threat.worlds,
  });
}

function changeSentence({ threat, first, heads }: ThreatContext): string {
  const own = threat.answers.filter((one) => one.theory === first);
  const moving = heads.flatMap(({ id }) => {
    const top = own.find((one) => one.outcome === id)?.ledger[0];
    return top ? [`${inSentence(top.title)} (${id})`] : [];
  });
  if (moving.length === 0) return say('threat.change.none');
  return say('threat.change', {
    theory: first,
    list: [...new Set(moving)].slice(0, 5).join('; '),
  });
}

function placebo({ threat }: ThreatContext): string[] {
  return threat.placebo === null ? [] : [say('threat.placebo', { value: figure(threat.placebo) })];
}
