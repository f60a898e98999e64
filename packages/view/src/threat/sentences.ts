import { codeOf, fewestDraws } from '@asylia/security';
import { capital, inSentence } from '@asylia/words';
import { figure, listed, percent, say, signed } from '../now.ts';
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

export function answerSentences(context: ThreatContext): AnswerSentences {
  return {
    short: shortSentences(context),
    objects: context.heads.flatMap((head) => objectSentence(context, head)),
    sure: sureSentences(context),
    change: changeSentences(context),
  };
}

const answersTo = ({ threat }: ThreatContext, outcome: string): Answer[] =>
  threat.answers.filter((one) => one.outcome === outcome);

const nameOf = ({ factor }: ThreatContext, id: string) =>
  `${inSentence(factor(id).title)} (${codeOf(id)})`;

/** For whom the persecution by the state of origin leads under every theory, some, none. */
function shortSentences(context: ThreatContext): string[] {
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
  const list = (names: readonly string[]) => listed(names) || say('threat.noneOfThem');
  return [
    say('threat.short', {
      regime: capital(nameOf(context, regime)),
      m: threat.theories.length,
      all: list(all),
      some: list(some),
      none: list(none),
    }),
    say('threat.short.builtIn', { regime: codeOf(regime) }),
    ...conclusionSentence(context),
  ];
}

/** Claim of the article that one cause is common to all objects. */
const commonCause = 57;

function conclusionSentence({ threat, first }: ThreatContext): string[] {
  const rows = threat.conclusion.filter((one) => one.theory === first && one.id === commonCause);
  if (rows.length === 0) return [];
  const names = (verdict: string) =>
    listed(
      rows
        .filter((one) => one.verdict === verdict)
        .map((one) =>
          inSentence(threat.objects.find(({ id }) => id === one.object)?.title ?? one.object),
        ),
    ) || say('threat.noneOfThem');
  return [
    say('threat.short.conclusion', {
      theory: first,
      supported: names('supported'),
      contradicted: names('contradicted'),
      open: names('cannotBeTested'),
    }),
  ];
}

function objectSentence(
  context: ThreatContext,
  { title, id }: ThreatContext['heads'][number],
): string[] {
  const { threat, outcome } = context;
  const answers = answersTo(context, id);
  const [leader, ...others] = counted(answers.map((one) => one.leader));
  if (!leader) return [];
  const one = outcome(id);
  const m = threat.theories.length;
  const sizes = answers
    .filter((answer) => answer.leader === leader[0])
    .map((answer) => context.cell(answer.theory, 'all', id, leader[0])?.shapley ?? 0)
    .sort((a, b) => a - b);
  const harms = new Set(sizes.map((size) => harmOf(size, one.direction)));
  const kind = harms.size > 1 ? 'mixed' : harms.has(1) ? 'harm' : 'relief';
  const low = signed(sizes[0]!);
  const high = signed(sizes.at(-1)!);
  const given = counted(answers.map((answer) => answer.leaderGiven));
  const list = (names: readonly (readonly [string, number])[]) =>
    names.map(([name, n]) => say('threat.sentence.inTheories', { name: nameOf(context, name), n }));
  return [
    say('threat.sentence', {
      object: title,
      measure: inSentence(measureName(one)),
      leader: nameOf(context, leader[0]),
      n: leader[1],
      m,
      kind: say(`threat.sentence.${kind}`),
      size:
        low === high
          ? say('threat.sentence.size', { low, unit: one.unit })
          : say('threat.sentence.sizes', { low, high, unit: one.unit }),
      others:
        others.length > 0
          ? say('threat.sentence.others', { list: listed(list(others), 'items') })
          : '',
      given: given.length > 0 ? listed(list(given), 'items') : say('threat.sentence.given.none'),
    }),
  ];
}

function intervalSentences({ threat }: ThreatContext): string[] {
  const { worlds, intervals } = threat;
  if (worlds === 0) return [say('threat.sure.none')];
  if (worlds < fewestDraws) return [say('threat.sure.few', { worlds, least: fewestDraws })];
  return [
    ...(intervals
      ? [
          say('threat.sure', {
            worlds,
            count: intervals.count,
            median: percent(intervals.medianError),
            most: percent(intervals.mostErrors),
            worst: percent(intervals.worstError),
          }),
        ]
      : []),
    say('threat.sure.scope'),
  ];
}

function sureSentences(context: ThreatContext): string[] {
  const { threat } = context;
  const lines = intervalSentences(context);
  const refuted = counted(threat.checks.filter((one) => one.refuted).map((one) => one.theory));
  return [
    ...lines,
    ...(threat.checks.length > 0
      ? [
          say('threat.sure.checks', {
            list:
              listed(
                refuted.map(([id, n]) => say('threat.sure.check', { ...titleOf(context, id), n })),
              ) || say('threat.noneOfThem'),
          }),
        ]
      : []),
    ...(threat.placebo === null ? [] : [say('threat.placebo', { value: figure(threat.placebo) })]),
  ];
}

/** Switch points that the answer names; the rest stand in the ledger. */
const switchesNamed = 3;

function changeSentences(context: ThreatContext): string[] {
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
        say('threat.change.switch', {
          object: inSentence(title),
          one: codeOf(one.factors[0]),
          other: codeOf(one.factors[1]),
          assumption: entry ? inSentence(entry.title) : one.assumption,
          at: figure(one.at),
          value: entry ? figure(entry.value) : '-',
        }),
      );
    }
  }
  if (objectsBy.size === 0) return [say('threat.change.none'), ...frameSentences(context)];
  const list = [...objectsBy].map(([assumption, objects]) =>
    say('threat.change.one', {
      assumption: inSentence(assumption),
      objects: listed(objects, 'items'),
    }),
  );
  return [
    ...frameSentences(context),
    say('threat.change', { theory: first, list: listed(list) }),
    switches.length > 0
      ? say('threat.change.switches', {
          n: switches.length,
          theory: first,
          list: listed(switches.slice(0, switchesNamed)),
        })
      : say('threat.change.noSwitch', { theory: first }),
  ];
}
