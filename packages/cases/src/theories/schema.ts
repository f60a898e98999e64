import type { Mark, ParameterId, Prior } from '@asylia/engine';
import type { AssumptionId, FrameId } from '@asylia/security';
import { frames } from '@asylia/security';
import { z } from 'zod';
import type { TheoryCheck } from './checkKinds.ts';
import { checkSchema } from './checkKinds.ts';

/** Frames a theory may choose. */
export const frameIds = frames.map(({ id }) => id);

const text = z.string().min(1);
const positive = z.number().gt(0);

const prior: z.ZodType<Prior> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('fixed') }),
  z.strictObject({ kind: z.literal('uniform') }),
  z.strictObject({ kind: z.literal('logNormal'), sdLog: positive }),
  z.strictObject({ kind: z.literal('normal'), sd: positive }),
]);

const setting = z.strictObject({
  value: z.number(),
  prior,
  low: z.number(),
  high: z.number(),
  source: text,
  mark: z.enum(['measured', 'published', 'assumed']),
});

/** What a theory says of one number: takes the place of the declared default and prior. */
export interface TheorySetting {
  readonly value: number;
  readonly prior: Prior;
  readonly low: number;
  readonly high: number;
  readonly source: string;
  readonly mark: Mark;
}

/** Parameters of the movement itself that a theory may set: the record leaves only these open. */
export const theoryParameterIds = ['irregularResponse'] as const satisfies readonly ParameterId[];
export type TheoryParameterId = (typeof theoryParameterIds)[number];

/** A rival theory of where the threat lies, as data. */
export interface Theory {
  readonly id: string;
  readonly title: string;
  readonly school: string;
  readonly sources: readonly string[];
  /** The theory in the terms of its authors. */
  readonly terms: string;
  /** The frame that its authors would choose. */
  readonly frame: FrameId;
  readonly assumptions: Readonly<Partial<Record<AssumptionId, TheorySetting>>>;
  readonly parameters: Readonly<Partial<Record<TheoryParameterId, TheorySetting>>>;
  /** The values most favourable to the theory, within what it allows. */
  readonly mostFavourable: Readonly<Partial<Record<AssumptionId | TheoryParameterId, number>>>;
  readonly checks: readonly TheoryCheck[];
}

/** The form of a theory; whether names and ranges hold is checked by readTheory. */
export const theorySchema = z.strictObject({
  $schema: z.string().optional(),
  id: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9-]*$/, 'letters, digits and hyphens'),
  title: text,
  school: text,
  sources: z.array(text).min(1),
  terms: text,
  frame: z.enum(frameIds),
  assumptions: z.record(z.string(), setting),
  parameters: z.record(z.string(), setting),
  mostFavourable: z.record(z.string(), z.number()),
  checks: z.array(checkSchema),
}) as unknown as z.ZodType<Theory>;

export const theoryKeys = [
  'id',
  'title',
  'school',
  'sources',
  'terms',
  'frame',
  'assumptions',
  'parameters',
  'mostFavourable',
  'checks',
  'value',
  'prior',
  'low',
  'high',
  'source',
  'mark',
  'kind',
  'sd',
  'sdLog',
  'args',
  'expects',
  'wouldRefute',
];
