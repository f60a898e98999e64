import { codeOf, fewestDraws } from '@asylia/security';
import type { Words } from '@asylia/words';
import { capital, inSentence } from '@asylia/words';
import { frameSentences } from './frames.ts';
import { titleOf } from './matrix.ts';
import type { ThreatContext } from './threatContext.ts';
import { counted, harmOf, measureName } from './threatContext.ts';

type Answer = ThreatContext['threat']['answers'][number];

/** The answer in sentences: in one, object by object, how sure, what would change it. */
export interface AnswerSentences {
  readonly short: readonly string[];
  readonly objects: readonly string[];
  readonly sure: readonly string[];
  readonly change: readonly string[];
}

export function answerSentences(words: Words, context: ThreatContext): AnswerSentences {
  return {
    short: shortSentences(words, context),
    objects: context.heads.flatMap((head) => objectSentence(words, context, head)),
    sure: sureSentences(words, context),
    change: changeSentences(words, context),
  };
}

const answersTo = ({ threat }: ThreatContext, outcome: string): Answer[] =>
  threat.answers.filter((one) => one.outcome === outcome);

const nameOf = ({ factor }: ThreatContext, id: string) =>
  `${inSentence(factor(id).title)} (${codeOf(id)})`;

/** For whom the persecution by the state of origin leads under every theory, some, none. */
function shortSentences(words: Words, context: ThreatContext): string[] {
  const { threat, heads } = context;
  const regime = threat.given;
  if (!threat.factors.some((one) => one.id === regime)) return [];
  const all: string[] = [];
  const some: string[] = [];
  const none: string[] = [];
  for (const { title, id } of heads) {
    const answers = answersTo(context, id);
    const led = answers.filter((one) => one.leader === regime).length;
    const name = inSentence(title);
    if (led === answers.length && led > 0) all.push(name);
    else if (led > 0) some.push(`${name} (${led})`);
    else none.push(name);
  }
  const list = (names: readonly string[]) => words.listed(names) || words.say('threat.noneOfThem');
  return [
    words.say('threat.short', {
      regime: capital(nameOf(context, regime)),
      m: threat.theories.length,
      all: list(all),
      some: list(some),
      none: list(none),
    }),
    words.say('threat.short.builtIn', { regime: codeOf(regime) }),
    ...conclusionSentence(words, context),
  ];
}

/** Claim of the article that one cause is common to all objects. */
const commonCause = 57;

function conclusionSentence(words: Words, { threat, first }: ThreatContext): string[] {
  const rows = threat.conclusion.filter((one) => one.theory === first && one.id === commonCause);
  if (rows.length === 0) return [];
  const names = (verdict: string) =>
    words.listed(
      rows
        .filter((one) => one.verdict === verdict)
        .map((one) =>
          inSentence(threat.objects.find(({ id }) => id === one.object)?.title ?? one.object),
        ),
    ) || words.say('threat.noneOfThem');
  return [
    words.say('threat.short.conclusion', {
      theory: first,
      supported: names('supported'),
      contradicted: names('contradicted'),
      open: names('cannotBeTested'),
    }),
  ];
}

function objectSentence(
  words: Words,
  context: ThreatContext,
  { title, id }: ThreatContext['heads'][number],
): string[] {
  const { threat, outcome } = context;
  const answers = answersTo(context, id);
  const [leader, ...others] = counted(answers.map((answer) => answer.leader));
  if (!leader) return [];
  const one = outcome(id);
  const m = threat.theories.length;
  const sizes = answers
    .filter((answer) => answer.leader === leader[0])
    .map((answer) => context.cell(answer.theory, 'all', id, leader[0])?.shapley ?? 0)
    .sort((a, b) => a - b);
  const harms = new Set(sizes.map((size) => harmOf(size, one.direction)));
  const kind = harms.size > 1 ? 'mixed' : harms.has(1) ? 'harm' : 'relief';
  const low = words.signed(sizes[0]!);
  const high = words.signed(sizes.at(-1)!);
  const given = counted(answers.map((answer) => answer.leaderGiven));
  const list = (names: readonly (readonly [string, number])[]) =>
    names.map(([name, n]) =>
      words.say('threat.sentence.inTheories', { name: nameOf(context, name), n }),
    );
  return [
    words.say('threat.sentence', {
      object: title,
      measure: inSentence(measureName(words, one)),
      leader: nameOf(context, leader[0]),
      n: leader[1],
      m,
      kind: words.say(`threat.sentence.${kind}`),
      size:
        low === high
          ? words.say('threat.sentence.size', { low, unit: one.unit })
          : words.say('threat.sentence.sizes', { low, high, unit: one.unit }),
      others:
        others.length > 0
          ? words.say('threat.sentence.others', { list: words.listed(list(others), 'items') })
          : '',
      given:
        given.length > 0
          ? words.listed(list(given), 'items')
          : words.say('threat.sentence.given.none'),
    }),
  ];
}

function intervalSentences(words: Words, { threat }: ThreatContext): string[] {
  const { worlds, intervals } = threat;
  if (worlds === 0) return [words.say('threat.sure.none')];
  if (worlds < fewestDraws) return [words.say('threat.sure.few', { worlds, least: fewestDraws })];
  return [
    ...(intervals
      ? [
          words.say('threat.sure', {
            worlds,
            count: intervals.count,
            median: words.percent(intervals.medianError),
            most: words.percent(intervals.mostErrors),
            worst: words.percent(intervals.worstError),
          }),
        ]
      : []),
    words.say('threat.sure.scope'),
  ];
}

function sureSentences(words: Words, context: ThreatContext): string[] {
  const { threat } = context;
  const lines = intervalSentences(words, context);
  const refuted = counted(threat.checks.filter((one) => one.refuted).map((one) => one.theory));
  return [
    ...lines,
    ...(threat.checks.length > 0
      ? [
          words.say('threat.sure.checks', {
            list:
              words.listed(
                refuted.map(([id, n]) =>
                  words.say('threat.sure.check', { ...titleOf(context, id), n }),
                ),
              ) || words.say('threat.noneOfThem'),
          }),
        ]
      : []),
    ...(threat.placebo === null
      ? []
      : [words.say('threat.placebo', { value: words.figure(threat.placebo) })]),
  ];
}

/** Switch points that the answer names; the rest stand in the ledger. */
const switchesNamed = 3;

function changeSentences(words: Words, context: ThreatContext): string[] {
  const { first, heads } = context;
  const objectsBy = new Map<string, string[]>();
  const switches: string[] = [];
  for (const { title, id } of heads) {
    const own = answersTo(context, id).find((one) => one.theory === first);
    const top = own?.ledger[0];
    if (top) {
      const objects = objectsBy.get(top.title);
      if (objects) objects.push(inSentence(title));
      else objectsBy.set(top.title, [inSentence(title)]);
    }
    for (const one of own?.switches ?? []) {
      const entry = own!.ledger.find((row) => row.assumption === one.assumption);
      switches.push(
        words.say('threat.change.switch', {
          object: inSentence(title),
          one: codeOf(one.factors[0]),
          other: codeOf(one.factors[1]),
          assumption: entry ? inSentence(entry.title) : one.assumption,
          at: words.figure(one.at),
          value: entry ? words.figure(entry.value) : '-',
        }),
      );
    }
  }
  if (objectsBy.size === 0)
    return [words.say('threat.change.none'), ...frameSentences(words, context)];
  const list = [...objectsBy].map(([assumption, objects]) =>
    words.say('threat.change.one', {
      assumption: inSentence(assumption),
      objects: words.listed(objects, 'items'),
    }),
  );
  return [
    ...frameSentences(words, context),
    words.say('threat.change', { theory: first, list: words.listed(list) }),
    switches.length > 0
      ? words.say('threat.change.switches', {
          n: switches.length,
          theory: first,
          list: words.listed(switches.slice(0, switchesNamed)),
        })
      : words.say('threat.change.noSwitch', { theory: first }),
  ];
}
