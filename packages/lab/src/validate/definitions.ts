import { z } from 'zod';

/** Sum of series over days, first and last included. */
const sumOverDays = z.strictObject({
  series: z.array(z.string()).min(1),
  from: z.string(),
  to: z.string(),
});

const common = {
  id: z.string(),
  title: z.string(),
  unit: z.string(),
  window: z.enum(['fit', 'holdout']),
  explanation: z.string(),
};

/** One row of the validation table of a case, as data. */
export const checkDefinitionSchema = z.discriminatedUnion('kind', [
  /** Figures of one curve at dates, against the record of these dates. */
  z.strictObject({
    ...common,
    kind: z.literal('curve'),
    curve: z.string(),
    dates: z.array(z.string()).min(1),
    tolerance: z.number(),
  }),
  /** Shares: one sum over another, against a printed figure. */
  z.strictObject({
    ...common,
    kind: z.literal('ratio'),
    tolerance: z.number(),
    items: z
      .array(
        z.strictObject({
          label: z.string(),
          top: sumOverDays,
          bottom: sumOverDays,
          /** The figure is 1 minus the ratio. */
          complement: z.boolean().optional(),
          /** Ratio of daily means instead of sums. */
          means: z.boolean().optional(),
          record: z.number(),
        }),
      )
      .min(1),
  }),
  /** All held-out figures of a curve, mean absolute error against naive predictors. */
  z.strictObject({
    ...common,
    kind: z.literal('series'),
    curve: z.string(),
    from: z.string(),
    to: z.string(),
  }),
]);
export type CheckDefinition = z.infer<typeof checkDefinitionSchema>;
export const checkDefinitionsSchema = z.array(checkDefinitionSchema);
