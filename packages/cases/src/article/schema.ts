import { z } from 'zod';
import type { ClaimRule } from './rules.ts';
import { claimRuleSchema } from './rules.ts';

const text = z.string().min(1);

/** Where a claim can stand in the program, and what it then names. */
export const mappingKinds = {
  outcome: 'a measure, or one of every neighbour: `NEI2.*`',
  factor: 'a source of threat',
  parameter: 'a number of the model of movement',
  assumption: 'a number about what follows from movement',
  scenario: 'a scenario of the case',
  validation: 'a check of the case against the record',
  definition: 'a meaning of refugee',
  object: 'an object of security',
  frame: 'a frame of the attribution',
  theory: 'a theory',
  remedy: 'a remedy, or several joined with +',
  outOfScope: "why it stands nowhere; starts with 'because'",
} as const;
export type MappingKind = keyof typeof mappingKinds;

const mapping = z
  .strictObject(
    Object.fromEntries(
      Object.entries(mappingKinds).map(([kind, what]) => [kind, text.optional().describe(what)]),
    ) as Record<MappingKind, z.ZodOptional<typeof text>>,
  )
  .refine((one) => Object.keys(one).length === 1, 'one place in the program');

/** Where a claim stands in the program: one kind of place, and its name. */
export type ClaimMapping = Readonly<z.infer<typeof mapping>>;

const claim = z.strictObject({
  id: z.number().int().min(1),
  place: text.describe('where in the article'),
  says: text.describe('the claim in the words of the keepers of the case'),
  voice: z
    .enum(['author', 'reported'])
    .describe('reported: an argument of others that the article gives; the verdict is on that'),
  kind: z
    .enum(['fact', 'causal', 'remedy', 'concept', 'critique', 'duty', 'scope'])
    .describe(
      'fact: what happened; causal: what brings about what; remedy: what would help; concept: a definition, distinction or question; critique: what another theory does or leaves out; duty: what somebody ought to do; scope: what the article does not treat',
    ),
  maps: z.array(mapping).min(1).describe('where the claim stands in the program'),
  test: z
    .nullable(claimRuleSchema)
    .describe('null = the outcomes cannot test it; then the note, or outOfScope, says why'),
  note: z
    .string()
    .describe(
      "how the claim was read and what the test leaves out; starts with 'because' where test is null",
    ),
  byConstruction: text
    .optional()
    .describe('what in the claim any model with one origin makes true; printed with every verdict'),
});

/** One claim of the article of a case. */
export interface Claim extends Readonly<Omit<z.infer<typeof claim>, 'test' | 'maps'>> {
  readonly maps: readonly ClaimMapping[];
  readonly test: ClaimRule | null;
}

/** article/claims.json: an article about the case, claim by claim. */
export const articleSchema = z.strictObject({
  $schema: z.string().optional(),
  citation: text,
  places: text.describe('what the names of places in the article mean'),
  claims: z.array(claim).min(1),
  measures: z
    .record(text, z.array(z.number().int()))
    .describe('[measure] numbers of the claims that it answers; `NEI2.*` = of every neighbour'),
});

export interface Article
  extends Readonly<Omit<z.infer<typeof articleSchema>, '$schema' | 'claims'>> {
  readonly claims: readonly Claim[];
}

export const claimKeys = Object.keys(claim.shape);
export const articleKeys = Object.keys(articleSchema.shape);
