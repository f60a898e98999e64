import { z } from 'zod';
import { frameIds } from '../theories/schema.ts';

const text = z.string().min(1);
const outcome = text.describe('a measure; NEI2.* = of every neighbour');
const factor = text.describe('a source of threat');

/**
 * How much, where a rule says "much" or "little". Declared once, the same for every claim and
 * theory, and set before any result was looked at.
 */
export const claimThresholds = {
  /** Under a tenth of all that the sources move, up or down, a contribution is little. */
  little: 0.1,
  /** Half of the whole: from here on more is explained than is left. */
  half: 0.5,
  /** Where an article says that a harm would be gone: all but what counts as little. */
  nearlyAll: 0.9,
  /** An order of magnitude: what is meant by far beyond. */
  farBeyond: 10,
  /** Expected deaths a year up to which "very few cases" holds. */
  rareAYear: 1,
} as const;
export type ThresholdName = keyof typeof claimThresholds;
const threshold = z.enum(Object.keys(claimThresholds) as [ThresholdName, ...ThresholdName[]]);

/** One figure of a cell of the attribution. */
export type CellFigure = z.infer<typeof figure>;
const figure = z.enum(['firstIn', 'lastIn', 'shapley', 'conditional']);
const frame = z.enum(frameIds);

/** What may be said of any rule. */
const common = {
  asks: text
    .optional()
    .describe('the part of the claim that it tests, in the words of the verdict'),
  object: text.optional().describe('the object of security for which it answers in the conclusion'),
};

/** Outcomes that a rule looks at. Those without any harm decide nothing. */
const over = {
  ...common,
  outcomes: z.array(outcome).min(1),
  of: z
    .enum(['each', 'most'])
    .optional()
    .describe('each, if not given: one failure contradicts; most: more than half must agree'),
  frame: frame.optional().describe('all, if not given'),
};

/** The kinds of rule by which a claim is tested, but for those that join others. */
export const ruleKinds = {
  harmed: {
    what: 'The baseline situation is worse than with all sources off; no harm fails it.',
    args: over,
  },
  necessary: {
    what: 'But for the factor, at least half of the whole would be gone (last-in).',
    args: { ...over, factor },
  },
  sufficient: {
    what: 'The factor alone brings at least half of the whole (first-in).',
    args: { ...over, factor },
  },
  leadsGivenO1: {
    what: 'What O1 brings alone, with what `with` adds to it, is not less than what any other source adds given O1: these figures sum to the whole.',
    args: { ...over, with: z.array(factor) },
  },
  ranksFirstGivenO1: {
    what: 'Given O1, the factor adds harm and no other source adds more.',
    args: { ...over, factor },
  },
  adds: {
    what: 'The harm of the factor is more than little; relief: it takes more than little of harm away.',
    args: { ...over, factor, figure, sign: z.enum(['harm', 'relief']) },
  },
  addsLittle: {
    what: 'The harm of the factor is little, or it takes harm away.',
    args: { ...over, factor, figure },
  },
  outweighs: {
    what: 'The factors together bring more harm than the others together.',
    args: { ...over, factors: z.array(factor).min(1), others: z.array(factor).min(1), figure },
  },
  remainsWithout: {
    what: 'With the factor off (O1: nobody driven out) more than little of the harm is still there.',
    args: { ...over, factor },
  },
  frameMoves: {
    what: 'The part of the factor depends on the frame: it differs by more than little between the two.',
    args: { ...over, factor, frames: z.tuple([frame, frame]) },
  },
  level: {
    what: 'The baseline level, in the unit of the outcome, lies within the thresholds.',
    args: { ...over, atMost: threshold.optional(), atLeast: threshold.optional() },
  },
  remedy: {
    what: 'The remedy changes the harm: by at least little of what all sources move, or, where `by` is given, by that share of the harm at baseline.',
    args: {
      ...over,
      remedy: text,
      makes: z.enum(['better', 'worse', 'notBetter']),
      by: z.enum(['half', 'nearlyAll']).optional(),
    },
  },
  beats: {
    what: 'The first remedy leaves less harm than the second, by more than little of what sources move.',
    args: { ...over, remedy: text, than: text },
  },
  ratio: {
    what: 'One baseline level is at least so many times another of the same unit.',
    args: { ...common, top: outcome, bottom: outcome, least: threshold },
  },
  record: {
    what: 'The figure of the model agrees with the record.',
    args: { ...common, check: text.describe('a check of the case') },
  },
  theoryFails: {
    what: 'A check of the theory is refuted: one whose id or title holds `about`, else any.',
    args: { ...common, theory: text, about: text.optional() },
  },
  flight: {
    what: 'By the data on timing, before any model, the explanation is, or is not, the main one.',
    args: {
      ...common,
      explanation: z.enum(['strikes', 'insurgency', 'expulsion']),
      isMain: z.boolean(),
    },
  },
} as const satisfies Readonly<
  Record<string, { readonly what: string; readonly args: z.ZodRawShape }>
>;

type SimpleKind = keyof typeof ruleKinds;
type Args<Shape extends z.ZodRawShape> = Readonly<z.infer<z.ZodObject<Shape>>>;
type Simple = {
  [K in SimpleKind]: { readonly rule: K } & Args<(typeof ruleKinds)[K]['args']>;
}[SimpleKind];

/** A test of a claim over results. */
export type ClaimRule =
  | Simple
  | ({ readonly rule: 'allOf' | 'anyOf'; readonly rules: readonly ClaimRule[] } & Args<
      typeof common
    >)
  | ({ readonly rule: 'not'; readonly that: ClaimRule } & Args<typeof common>);
export type RuleKind = ClaimRule['rule'];

const rule: z.ZodType<ClaimRule> = z.lazy(() => claimRuleSchema);
/** The kinds that join other rules. */
export const joiningKinds = {
  allOf: {
    what: 'All rules hold: one that fails decides, one that cannot be told leaves it open.',
    args: { ...common, rules: z.array(rule).min(1) },
  },
  anyOf: {
    what: 'One of the rules holds.',
    args: { ...common, rules: z.array(rule).min(1) },
  },
  not: { what: 'The rule does not hold.', args: { ...common, that: rule } },
};

/** [kind] the names of what a rule of the kind may hold. */
export const ruleKeys: Readonly<Record<RuleKind, readonly string[]>> = Object.fromEntries(
  Object.entries({ ...ruleKinds, ...joiningKinds }).map(([kind, { args }]) => [
    kind,
    ['rule', ...Object.keys(args)],
  ]),
) as Record<RuleKind, string[]>;

export const claimRuleSchema = z.discriminatedUnion(
  'rule',
  Object.entries({ ...ruleKinds, ...joiningKinds }).map(([kind, { args }]) =>
    z.strictObject({ rule: z.literal(kind), ...(args as z.ZodRawShape) }),
  ) as never,
  { error: 'a kind of rule' },
) as unknown as z.ZodType<ClaimRule>;
