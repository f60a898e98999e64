import { sha256 } from '@asylia/cases';
import { modelRevision } from '../modelRevision.ts';
import type { PartOf } from './job.ts';

/** What a part says of itself: all that decides its numbers. Every field is compared. */
export interface PartIdentity {
  readonly kind: string;
  /** Hash of the input. */
  readonly input: string;
  /** Revision of the model that computed it. */
  readonly model: string;
  /** Name of the range. */
  readonly range: string;
  /** Hash of the names of its columns, in their order. */
  readonly columns: string;
}

/** The identity that a part carries inside. */
export function identityOfPart<I, R, P>(
  { kind, hash, range }: PartOf<I, R, P>,
  columns: readonly string[],
): PartIdentity {
  return {
    kind: kind.id,
    input: hash,
    model: modelRevision,
    range: kind.nameOf(range),
    columns: sha256(JSON.stringify(columns)),
  };
}

/**
 * Why a part is not the one that is wanted, in words; null where it is.
 * @param said what the part carries inside: anything, as it may come from anybody
 * @param columns names of its columns, as they were read
 */
export function misfitOf<I, R, P>(
  wanted: PartOf<I, R, P>,
  said: unknown,
  columns: readonly string[],
): string | null {
  if (typeof said !== 'object' || said === null) return 'does not say of which run it is';
  const own = said as Readonly<Record<string, unknown>>;
  const right = Object.entries(identityOfPart(wanted, columns));
  const wrong = right.find(([field, value]) => own[field] !== value);
  if (!wrong) return null;
  const [field] = wrong;
  return `is of another ${words[field as keyof PartIdentity]}`;
}

const words: Readonly<Record<keyof PartIdentity, string>> = {
  kind: 'kind of work',
  input: 'run',
  model: 'revision of the model',
  range: 'range',
  columns: 'list of series than it holds',
};
