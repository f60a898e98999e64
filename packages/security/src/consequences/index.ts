import type { Exposure } from '@asylia/engine';
import type { AssumptionValues } from '../parameters/index.ts';
import type { Stakes } from '../stakes.ts';
import type { Attacks, Reference } from './attacks.ts';
import { attacks } from './attacks.ts';
import type { Attitudes } from './attitudes.ts';
import { attitudes, fidelity } from './attitudes.ts';
import type { Needs } from './needs.ts';
import { incapacityOf, needs } from './needs.ts';
import type { Protection } from './status.ts';
import { protection } from './status.ts';
import { policyUnity } from './unity.ts';
import type { Unrest } from './unrest.ts';
import { unrest } from './unrest.ts';

export type { Reference } from './attacks.ts';
export { referenceOf } from './attacks.ts';
export { conflictOnset, interstateDispute } from './onset.ts';
export * from './readings.ts';

/** Everything that follows from the movement of people in one world. */
export interface Consequences {
  readonly needs: Needs;
  readonly incapacity: Float64Array;
  readonly unrest: Unrest;
  readonly attacks: Attacks;
  readonly protection: Protection;
  readonly attitudes: Attitudes;
  /** [day] fidelity of the union, and access to any state beyond the neighbours, 0 to 1 */
  readonly fidelity: Float64Array;
  readonly access: Float64Array;
  readonly unity: number;
}

/** Rows 11 to 13 of the day and what depends on them, over the whole period. Pure; no chance. */
export function followFrom(
  stakes: Stakes,
  exposure: Exposure,
  reference: Reference,
  a: AssumptionValues,
): Consequences {
  const found = needs(stakes, exposure, a);
  const across = attacks(stakes, exposure, reference, a);
  const faithful = fidelity(stakes, exposure, stakes.member, a);
  const receiving = Uint8Array.from(stakes.role, (role) => (role === 'receiving' ? 1 : 0));
  return {
    needs: found,
    incapacity: incapacityOf(stakes, a),
    unrest: unrest(stakes, exposure, found, a),
    attacks: across,
    protection: protection(stakes, exposure, a),
    attitudes: attitudes(stakes, exposure, faithful, newsOf(stakes, across), a),
    fidelity: faithful,
    access: fidelity(stakes, exposure, receiving, a),
    unity: policyUnity(stakes, exposure, a),
  };
}

/** [day] attacks anywhere, events. */
function newsOf(stakes: Stakes, { perDay }: Attacks): Float64Array {
  const countries = stakes.countryIds.length;
  const news = new Float64Array(stakes.days);
  for (let i = 0; i < perDay.length; i++) news[Math.floor(i / countries)]! += perDay[i]!;
  return news;
}
