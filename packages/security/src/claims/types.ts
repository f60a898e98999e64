import type { ParameterId } from '@asylia/engine';
import type { definitionsOfRefugee } from '../measures/definitions.ts';
import type { AssumptionId } from '../parameters/index.ts';
import type { FrameId, ObjectId } from '../threat/types.ts';
import type { ClaimFactor, ClaimTheory } from './known.ts';
import type { ClaimRule } from './rule.ts';

/**
 * - fact: says what happened
 * - causal: says what brings about what
 * - remedy: says what would help
 * - concept: a definition, a distinction or a question
 * - critique: says what another theory does or leaves out
 * - duty: says what somebody ought to do
 * - scope: says what the article does not treat
 */
export type ClaimKind = 'fact' | 'causal' | 'remedy' | 'concept' | 'critique' | 'duty' | 'scope';

/** Where a claim stands in the program. */
export type ClaimMapping =
  /** an id, or one for every neighbour: `NEI2.*` */
  | { readonly outcome: string }
  | { readonly factor: ClaimFactor }
  /** of the model of movement */
  | { readonly parameter: ParameterId }
  /** about what follows from movement */
  | { readonly assumption: AssumptionId }
  /** of the case Kosovo 1999 */
  | { readonly scenario: string }
  /** a check of the case Kosovo 1999 against the record */
  | { readonly validation: string }
  | { readonly definition: (typeof definitionsOfRefugee)[number]['id'] }
  | { readonly object: ObjectId }
  | { readonly frame: FrameId }
  | { readonly theory: ClaimTheory }
  /** an id, or several joined with '+' */
  | { readonly remedy: string }
  /** starts with 'because' */
  | { readonly outOfScope: string };

/** One claim of the article: J. van Selm, Refuge, 1999. */
export interface Claim {
  /** 1 to 62 */
  readonly id: number;
  /** A = abstract, P1 to P11 = paragraphs, n1 to n13 = notes */
  readonly place: string;
  /** The claim in our words. */
  readonly says: string;
  /** reported: an argument of others that the article gives; the verdict is on that argument */
  readonly voice: 'author' | 'reported';
  readonly kind: ClaimKind;
  readonly maps: readonly ClaimMapping[];
  /** null = the outcomes cannot test it; then the note, or the mapping outOfScope, says why */
  readonly test: ClaimRule | null;
  /** How the claim was read; what the test leaves out. Starts with 'because' where test is null. */
  readonly note: string;
  /** What in the claim any model with one origin makes true; printed with every verdict. */
  readonly byConstruction?: string;
}
