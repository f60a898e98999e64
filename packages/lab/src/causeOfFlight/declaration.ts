import { isDate } from '@asylia/cases';
import { z } from 'zod';

const date = z.string().refine(isDate, 'expected a date that exists, YYYY-MM-DD');

/**
 * `cause-of-flight.json` beside the tables of a case: which rows of violence are counts of one
 * source, in which phases, and how a finer file of that source names its columns.
 */
export const causeDeclarationSchema = z.strictObject({
  title: z.string(),
  /** id in sources.csv: only rows of violence from this source are data here, the rest is assumption */
  source: z.string(),
  phases: z
    .array(z.strictObject({ from: date, to: date, title: z.string() }))
    .min(1)
    .refine(
      (phases) => phases.every((p, i) => p.from <= p.to && (i === 0 || phases[i - 1]!.to < p.from)),
      'expected phases one after another, each ending on or after its first day',
    ),
  /** days that were said to matter, to be set against the lows and highs of leaving */
  markers: z.array(
    z.strictObject({
      title: z.string(),
      date,
      source: z.string(),
      flag: z.enum(['read', 'estimate']),
    }),
  ),
  /** what a reader of the test by period must know of this case, printed with its results */
  notes: z.array(z.string()),
  /** words before the name of a region in the finer file */
  regionPrefix: z.string(),
  /** names of the columns in the finer file */
  columns: z.strictObject({
    from: z.string(),
    to: z.string(),
    region: z.string(),
    leaving: z.string(),
    killings: z.string(),
    strikes: z.string(),
    battles: z.string(),
    insurgentKillings: z.string(),
  }),
});
export type CauseDeclaration = z.infer<typeof causeDeclarationSchema>;

/** Names of columns for a case that declares none: the program's own words. */
export const plainDeclaration: CauseDeclaration = {
  title: '',
  source: '',
  phases: [{ from: '0001-01-01', to: '9999-12-31', title: 'the whole' }],
  markers: [],
  notes: [],
  regionPrefix: '',
  columns: {
    from: 'from',
    to: 'to',
    region: 'region',
    leaving: 'leaving',
    killings: 'killings',
    strikes: 'strikes',
    battles: 'battles',
    insurgentKillings: 'insurgent_killings',
  },
};
