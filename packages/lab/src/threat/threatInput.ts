import type { Factor, FrameId } from '@asylia/security';
import type { StudyInput } from '../studyInput.ts';
import type { TheoryInput } from './setting.ts';

/** All that decides an attribution, as plain values that can be sent to a worker. */
export interface ThreatInput {
  readonly study: StudyInput;
  readonly theories: readonly TheoryInput[];
  readonly factors: readonly Factor[];
  readonly frames: readonly FrameId[];
  /** Factor held on for the conditional estimands. */
  readonly given: string;
  readonly remedies: readonly string[];
  /** Factors whose absence is imagined in their other way. */
  readonly alternative: readonly string[];
  /** Draws behind the Shapley effects of the assumptions; 0 = only one at a time. */
  readonly ledgerDraws: number;
}
