import { z } from 'zod';
import { isDate } from './dates.ts';
import type { Fault } from './faults.ts';
import { fault, hint } from './faults.ts';
import { readText } from './text.ts';

const date = z.string().refine(isDate, 'a date that exists, YYYY-MM-DD');
const id = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9-]*$/, 'letters, digits and hyphens');

const asylia = z.strictObject({
  formatVersion: z.literal(1),
  start: date,
  end: date,
  origin: id,
  groups: z.array(z.strictObject({ id, title: z.string().min(1) })).min(1),
  fit: z
    .array(z.strictObject({ id, from: date.optional(), until: date }))
    .describe('windows whose record may be used for fitting; the rest is held out'),
  recordLagDays: z
    .number()
    .int()
    .min(0)
    .max(31)
    .optional()
    .describe('days between the state of things and the date printed with a stock or a total'),
  leftHomeSeenIn: id
    .optional()
    .describe(
      'country at whose frontier the estimates of people leaving home were made; none = all',
    ),
  notices: z.array(z.string()).describe('what the keepers of the data ask to be said'),
  unknowns: z.array(z.string()).describe('what the data cannot say'),
});

/** datapackage.json: a Frictionless Data Package (v2) with one property of our own. */
export const descriptorSchema: z.ZodType<Descriptor> = z.looseObject({
  $schema: z.string().optional(),
  name: z.string().regex(/^[a-z0-9][a-z0-9-]*$/, 'lower-case letters, digits and hyphens'),
  title: z.string().min(1),
  version: z.string().optional(),
  description: z.string().optional(),
  licenses: z
    .array(z.looseObject({ name: z.string().optional(), title: z.string().optional() }))
    .optional(),
  resources: z.array(z.looseObject({ name: z.string(), path: z.string() })).optional(),
  asylia,
}) as unknown as z.ZodType<Descriptor>;

export interface Descriptor {
  readonly name: string;
  readonly title: string;
  readonly version?: string;
  readonly description?: string;
  readonly licenses?: readonly { readonly name?: string; readonly title?: string }[];
  readonly asylia: {
    readonly formatVersion: 1;
    readonly start: string;
    readonly end: string;
    readonly origin: string;
    readonly groups: readonly { readonly id: string; readonly title: string }[];
    readonly fit: readonly {
      readonly id: string;
      readonly from?: string;
      readonly until: string;
    }[];
    readonly recordLagDays?: number;
    readonly leftHomeSeenIn?: string;
    readonly notices: readonly string[];
    readonly unknowns: readonly string[];
  };
}

/** Reads datapackage.json; every fault at once. */
export function readDescriptor(content: Uint8Array | string): Descriptor | Fault[] {
  const file = 'datapackage.json';
  const json = readJson(file, content);
  if ('faults' in json) return json.faults;
  const result = descriptorSchema.safeParse(json.value);
  if (!result.success) return shapeFaults(file, result.error, Object.keys(asylia.shape));
  const { start, end } = result.data.asylia;
  if (end < start) {
    return [
      fault(
        'datesReversed',
        file,
        null,
        'asylia.end',
        `a day not before ${start}`,
        `"${end}"`,
        'Swap or correct the dates.',
      ),
    ];
  }
  return result.data;
}

export function readJson(
  file: string,
  content: Uint8Array | string,
): { readonly value: unknown } | { readonly faults: Fault[] } {
  const text = readText(file, content);
  if (typeof text !== 'string') return { faults: [text] };
  let isLost = false;
  try {
    const value: unknown = JSON.parse(text, (key, held) => {
      isLost ||= key === '__proto__';
      return held;
    });
    // Readers of shapes drop this key without a word.
    if (!isLost) return { value };
    const given = fault(
      'unknownKey',
      file,
      null,
      '__proto__',
      'a known key',
      '"__proto__"',
      'Take it away.',
    );
    return { faults: [given] };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return {
      faults: [
        fault(
          'notJson',
          file,
          null,
          null,
          'JSON',
          message,
          'Check brackets, commas and quotation marks.',
        ),
      ],
    };
  }
}

/** A validation error of zod in our words. */
export function shapeFaults(file: string, error: z.ZodError, keys: readonly string[]): Fault[] {
  return error.issues.flatMap((issue) => {
    const path = issue.path.join('.');
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) =>
        fault(
          'unknownKey',
          file,
          null,
          path ? `${path}.${key}` : key,
          'a known key',
          `"${key}"`,
          hint(key, keys),
        ),
      );
    }
    return [
      fault(
        'wrongShape',
        file,
        null,
        path || null,
        issue.message,
        'something else or nothing',
        'See docs/case-format.md.',
      ),
    ];
  });
}
