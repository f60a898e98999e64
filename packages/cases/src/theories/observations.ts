import { z } from 'zod';
import { readJson } from '../descriptor.ts';
import type { Fault } from '../faults.ts';
import { fault } from '../faults.ts';
import { formFaults } from './shape.ts';

const country = z.string().regex(/^[A-Z]{3}$/, 'ISO 3166 alpha-3');
const text = z.string().min(1);

/** What an observation says in a form that a check can compare with. */
const finding = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('order'), more: country, less: country }),
  z.strictObject({ kind: z.literal('present'), present: z.boolean() }),
  z.strictObject({ kind: z.literal('sign'), sign: z.enum(['raises', 'lowers', 'leaves']) }),
  z
    .strictObject({
      kind: z.literal('figure'),
      value: z.number(),
      low: z.number(),
      high: z.number(),
      unit: text,
    })
    .refine((f) => f.low <= f.value && f.value <= f.high, 'low <= value <= high'),
]);

const observation = z.strictObject({
  id: z.string().regex(/^[a-z0-9][a-z0-9-]*$/, 'lower-case letters, digits and hyphens'),
  case: z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]*$/, 'the name of a case, or general')
    .describe('name of the case it was made in, or general'),
  statement: text,
  source: text,
  mark: z
    .enum(['R', 'R2', 'C'])
    .describe('R read in a text; R2 read in a text that quotes it; C computed from figures read'),
  finding: finding.optional(),
});

/** theories/observations.json: facts that checks may use and that are no rows of a case. */
export const observationsSchema = z.strictObject({
  $schema: z.string().optional(),
  observations: z.array(observation),
});
export type Observation = z.infer<typeof observation>;

const keys = [
  ...['observations', 'id', 'case', 'statement', 'source', 'mark', 'finding'],
  ...['kind', 'more', 'less', 'present', 'sign', 'value', 'low', 'high', 'unit'],
];

/** Reads the observations; every fault at once. Pure. */
export function readObservations(
  file: string,
  content: Uint8Array | string,
): { readonly observations: readonly Observation[] } | { readonly faults: readonly Fault[] } {
  const json = readJson(file, content);
  if ('faults' in json) return json;
  const result = observationsSchema.safeParse(json.value);
  if (!result.success) return { faults: formFaults(file, result.error, json.value, () => keys) };
  const { observations } = result.data;
  const faults = observations.flatMap(({ id }, i) => {
    const first = observations.findIndex((other) => other.id === id);
    return first === i
      ? []
      : [
          fault(
            'duplicateId',
            file,
            null,
            `observations.${i}.id`,
            'an id of its own',
            `"${id}", as observations.${first}`,
            'Name one of them otherwise.',
          ),
        ];
  });
  return faults.length > 0 ? { faults } : { observations };
}
