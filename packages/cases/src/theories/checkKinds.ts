import { z } from 'zod';

const text = z.string().min(1);
const share = z.number().min(0).max(1);
const outcome = text.describe('outcome: an outcome that can exist');
const neighbourOutcome = text.describe('an outcome that exists for each neighbour apart');
const factor = text.describe('a source of threat');
const observation = text.describe('id in observations.json');
const assumption = text.describe('an assumption that the theory sets');
const days = z.number().int().min(1).max(3660);

/**
 * The kinds of observation that a theory can fail, with their arguments. What each does is said
 * where it is computed; names of arguments decide what they may name.
 */
export const checkKinds = {
  orderOfNeighbours: {
    what: 'An outcome of the two neighbours of an observation stands in the observed order. Undecided where the neighbour that fared worse also covered its own people worse by more than `coverWithin`.',
    args: z.strictObject({
      neighbourOutcome,
      observation,
      atLeastRatio: z.number().min(1).max(100),
      coverWithin: share.optional(),
    }),
  },
  withNobodyPresent: {
    what: 'Whether an outcome is present where nobody was displaced (at least `presentFrom` of what it was), against an observation of presence or absence.',
    args: z.strictObject({ outcome, observation, presentFrom: share }),
  },
  butFor: {
    what: 'What is left of an outcome without one source: at most a share (the source is needed) or at least one (it is not).',
    args: z
      .strictObject({
        outcome,
        factor,
        remainsAtMost: share.optional(),
        remainsAtLeast: share.optional(),
      })
      .refine(
        (a) => (a.remainsAtMost === undefined) !== (a.remainsAtLeast === undefined),
        'either remainsAtMost or remainsAtLeast',
      ),
  },
  shareOfContribution: {
    what: 'The part of some sources in the Shapley values of an outcome, by size without sign, over all eight sources.',
    args: z
      .strictObject({
        outcome,
        factors: z.array(factor).min(1),
        atMost: share.optional(),
        atLeast: share.optional(),
      })
      .refine(
        (a) => (a.atMost === undefined) !== (a.atLeast === undefined),
        'either atMost or atLeast',
      ),
  },
  signOfContribution: {
    what: 'A source raises, lowers or leaves an outcome; `least` is the smallest change, in the unit of the outcome, that counts as one.',
    args: z.strictObject({
      outcome,
      factor,
      measure: z.enum(['firstIn', 'lastIn', 'shapley']),
      sign: z.enum(['raises', 'lowers', 'leaves']),
      least: z.number().min(0),
    }),
  },
  sameSlope: {
    what: 'One slope of hostility on numbers, at the top of its prior, accounts for the different shares that were received here and there. `sharePerIndex`: share received less per point of the index of hostility.',
    args: z.strictObject({
      there: observation,
      otherCase: text,
      slope: assumption,
      moderator: assumption.optional(),
      sharePerIndex: z.number().min(0).max(100),
    }),
  },
  afterSafety: {
    what: 'A count of the record, as a share of the most displaced at once, so many days after home became safe: at most or at least what the theory says.',
    args: z
      .strictObject({
        measure: z.enum(['returned_cum', 'second_wave_cum']),
        daysAfterSafety: days,
        atMost: share.optional(),
        atLeast: share.optional(),
      })
      .refine(
        (a) => (a.atMost === undefined) !== (a.atLeast === undefined),
        'either atMost or atLeast',
      ),
  },
  returnFollowsExile: {
    what: 'Neighbours rank in the recorded share returned as in an outcome of the theory (Kendall, pairs in order less pairs against it).',
    args: z.strictObject({
      neighbourOutcome,
      daysAfterSafety: days,
      betterIs: z.enum(['more', 'less']),
    }),
  },
  causeOfFlight: {
    what: 'An explanation of the flight accounts for at least a share of it: by the recorded share expelled outright, and by the test of timing before any model.',
    args: z.strictObject({
      explanation: z.enum(['strikes', 'insurgency', 'expulsion']),
      atLeast: share,
    }),
  },
  exclusionAndIrregular: {
    what: 'What exclusion by wider states does to an outcome of irregular passage has the sign that was observed.',
    args: z.strictObject({ outcome, factor, observation }),
  },
  attacksFollowPeople: {
    what: 'Recorded attacks across the frontier fall on neighbours as displaced people do: refuted where the most attacked one has more than chance allows at `level`.',
    args: z.strictObject({ level: z.number().gt(0).lt(1) }),
  },
  attacksNearFrontier: {
    what: 'At least a share of the recorded attacks across the frontier fell within a distance of it.',
    args: z.strictObject({ withinKm: z.number().gt(0).max(1000), atLeast: share }),
  },
  welcomeByIntervention: {
    what: 'States that fought the persecutor took in at least so many times as many people per resident as the others.',
    args: z.strictObject({ atLeastRatio: z.number().gt(0).max(100) }),
  },
} as const satisfies Readonly<Record<string, { readonly what: string; readonly args: z.ZodType }>>;

export type CheckKind = keyof typeof checkKinds;
export const checkKindNames = Object.keys(checkKinds) as CheckKind[];
export type CheckArgs<K extends CheckKind> = z.infer<(typeof checkKinds)[K]['args']>;

/** One observation that the theory could fail. */
export type TheoryCheck = {
  [K in CheckKind]: {
    readonly id: string;
    readonly kind: K;
    readonly args: CheckArgs<K>;
    readonly title: string;
    /** What the theory leads one to expect. */
    readonly expects: string;
    readonly wouldRefute: string;
  };
}[CheckKind];

const common = {
  id: z.string().regex(/^[a-z0-9][a-z0-9-]*$/, 'lower-case letters, digits and hyphens'),
  title: text,
  expects: text,
  wouldRefute: text,
};

/** A check in a file: one shape for each kind. */
export const checkSchema = z.discriminatedUnion(
  'kind',
  checkKindNames.map((kind) =>
    z.strictObject({ ...common, kind: z.literal(kind), args: checkKinds[kind].args }),
  ) as never,
) as unknown as z.ZodType<TheoryCheck>;
