import type { Abroad } from './abroad.ts';
import type { Attacks } from './attacks.ts';
import type { Attitudes } from './attitudes.ts';
import type { Duty } from './duty.ts';
import type { Needs } from './needs.ts';
import type { Onset } from './onset.ts';
import type { Passage } from './passage.ts';
import type { Protection } from './status.ts';
import type { Unrest } from './unrest.ts';

/** Everything that follows from the movement of people in one world: what each row gives. */
export interface Consequences {
  readonly abroad: Abroad;
  /** [country] incapacity of the state to meet needs by itself, 0 to 1 */
  readonly incapacity: Float64Array;
  readonly needs: Needs;
  readonly attacks: Attacks;
  /** [day] 1 with any attack */
  readonly attackDays: Uint8Array;
  readonly unrest: Unrest;
  readonly onset: Onset;
  readonly protection: Protection;
  readonly passage: Passage;
  /** duty of the members of the union, and of all receiving states */
  readonly unionDuty: Duty;
  readonly duty: Duty;
  readonly attitudes: Attitudes;
  readonly unity: number;
}
