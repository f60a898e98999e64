import type { Fault } from '@asylia/cases';
import { fault, overlaySchema, readJson, readOverlay, shapeFaults } from '@asylia/cases';
import type { Factor } from '@asylia/security';
import { factorNamed, idOf } from '@asylia/security';
import { z } from 'zod';
import type { CaseFactor } from './runner.ts';

const text = z.string().min(1);

const caseFactor = z.strictObject({
  id: z.string().regex(/^[A-Za-z][A-Za-z0-9]*$/, 'a letter, then letters and digits'),
  title: text,
  on: text,
  off: text,
  coTenability: text,
  presupposes: z.array(z.string()),
  /** The change of the case that stands for the absence of the factor. */
  absence: overlaySchema,
});

/** Factors that a case declares beside the built-in ones, as data: the file factors.json. */
export const caseFactorsSchema = z.strictObject({
  $schema: z.string().optional(),
  factors: z.array(caseFactor),
});

const keys = ['factors', ...Object.keys(caseFactor.shape)];

/**
 * Reads the factors of a case. Whether their changes find rows is known when they are applied.
 * @param builtIn ids that are taken
 */
export function readCaseFactors(
  file: string,
  content: Uint8Array | string,
  builtIn: readonly string[],
): { readonly factors: readonly CaseFactor[] } | { readonly faults: readonly Fault[] } {
  const json = readJson(file, content);
  if ('faults' in json) return json;
  const parsed = caseFactorsSchema.safeParse(json.value);
  if (!parsed.success) return { faults: shapeFaults(file, parsed.error, keys) };
  const faults: Fault[] = [];
  const seen = new Set(builtIn);
  parsed.data.factors.forEach(({ id, absence }, i) => {
    const read = readOverlay(file, JSON.stringify(absence));
    if ('faults' in read) for (const one of read.faults) faults.push(one);
    if (seen.has(id) || idOf(id) !== id) {
      faults.push(
        fault(
          'duplicateId',
          file,
          null,
          `factors.${i}.id`,
          'a name that no other factor has',
          `"${id}"`,
          'Choose another name.',
        ),
      );
    }
    seen.add(id);
  });
  if (faults.length > 0) return { faults };
  return {
    factors: parsed.data.factors.map(
      ({ absence, ...one }): CaseFactor => ({
        ...one,
        code: one.id,
        presupposes: one.presupposes.map(idOf),
        actor: 'case',
        offAlternative: 'none is declared',
        alternativeLevel: 0,
        covers: [],
        overlay: absence,
      }),
    ),
  };
}

/**
 * The factors of a list of names.
 * @returns the factors, or the name that is none
 */
export function chooseFactors(
  names: readonly string[],
  known: readonly Factor[],
): { readonly factors: readonly Factor[] } | { readonly unknown: string } {
  const factors: Factor[] = [];
  for (const name of names) {
    const factor = factorNamed(known, name);
    if (!factor) return { unknown: name };
    if (!factors.includes(factor)) factors.push(factor);
  }
  return { factors };
}
