import type { Exposure } from '@asylia/engine';
import type { AssumptionValues } from '../parameters/index.ts';
import type { Stakes, Switches } from '../stakes.ts';
import type { Abroad } from './abroad.ts';
import { abroad } from './abroad.ts';
import type { Attacks, Reference } from './attacks.ts';
import { attacks, attacksReads } from './attacks.ts';
import type { Attitudes } from './attitudes.ts';
import { attitudes, attitudesReads } from './attitudes.ts';
import type { Duty } from './duty.ts';
import { dutyOf, dutyReads } from './duty.ts';
import type { Needs } from './needs.ts';
import { incapacityOf, incapacityReads, needs, needsReads } from './needs.ts';
import { both, onceForEach, part, sameIfEqual } from './parts.ts';
import type { Protection } from './status.ts';
import { protection, protectionReads } from './status.ts';
import { policyUnity, unityReads } from './unity.ts';
import type { Unrest } from './unrest.ts';
import { unrest, unrestReads } from './unrest.ts';

export type { Abroad } from './abroad.ts';
export type { Reference } from './attacks.ts';
export { referenceOf } from './attacks.ts';
export { conflictOnset, interstateDispute } from './onset.ts';
export { onceByNumbers, onceForEach } from './parts.ts';
export * from './readings.ts';
export type { ConsequenceRow } from './table.ts';
export { consequenceRows } from './table.ts';

/** Everything that follows from the movement of people in one world. */
export interface Consequences {
  readonly abroad: Abroad;
  readonly needs: Needs;
  readonly incapacity: Float64Array;
  readonly unrest: Unrest;
  readonly attacks: Attacks;
  readonly protection: Protection;
  readonly attitudes: Attitudes;
  /** duty of the members of the union, and of all receiving states */
  readonly unionDuty: Duty;
  readonly duty: Duty;
  readonly unity: number;
}

/** What follows from one movement: first under some assumptions, then with some switches. */
export type Following = (a: AssumptionValues) => (switches: Switches) => Consequences;

/**
 * Rows 11 to 13 of the day and what depends on them, over the whole period. Pure; no chance.
 * Theories and coalitions that agree in what a part reads share the part, so what is asked again
 * costs little; nothing is shared between two calls of this function.
 */
export function followFrom(stakes: Stakes, exposure: Exposure, reference: Reference): Following {
  const receiving = Uint8Array.from(stakes.role, (role) => (role === 'receiving' ? 1 : 0));
  const whereabouts = abroad(stakes, exposure);
  const incapacityUnder = part(incapacityReads, (a) => incapacityOf(stakes, a));
  const needsUnder = part(both(incapacityReads, needsReads), (a, switches) =>
    needs(stakes, exposure, incapacityUnder(a)({}), a, switches),
  );
  const unrestUnder = part(both(both(incapacityReads, needsReads), unrestReads), (a, switches) =>
    unrest(stakes, exposure, needsUnder(a)(switches), a, switches),
  );
  const attacksUnder = part(attacksReads, (a, switches) =>
    attacks(stakes, exposure, reference, a, switches),
  );
  const protectionUnder = part(protectionReads, (a, switches) =>
    protection(stakes, exposure, a, switches),
  );
  const unionDutyUnder = part(dutyReads, (a) => dutyOf(stakes, exposure, stakes.member, a));
  const dutyUnder = part(dutyReads, (a) => dutyOf(stakes, exposure, receiving, a));
  const unityUnder = part(unityReads, (a, switches) => policyUnity(stakes, exposure, a, switches));
  // Attitudes read of attacks only the days on which there are any: often the same days.
  const sameDays = sameIfEqual();
  const attitudesAfter = onceForEach((attacked: Uint8Array) =>
    part(both(dutyReads, attitudesReads), (a, switches) =>
      attitudes(stakes, exposure, unionDutyUnder(a)({}), attacked, a, switches),
    ),
  );
  return (a) => {
    const attacksWith = attacksUnder(a);
    const attackDaysIn = onceForEach((found: Attacks) => sameDays(found.daysWithAny));
    const attitudesWith = onceForEach((attacked: Uint8Array) => attitudesAfter(attacked)(a));
    const needsWith = needsUnder(a);
    const unrestWith = unrestUnder(a);
    const protectionWith = protectionUnder(a);
    const unityWith = unityUnder(a);
    const still = {
      abroad: whereabouts,
      incapacity: incapacityUnder(a)({}),
      unionDuty: unionDutyUnder(a)({}),
      duty: dutyUnder(a)({}),
    };
    return (switches) => {
      const across = attacksWith(switches);
      return {
        ...still,
        needs: needsWith(switches),
        unrest: unrestWith(switches),
        attacks: across,
        protection: protectionWith(switches),
        attitudes: attitudesWith(attackDaysIn(across))(switches),
        unity: unityWith(switches),
      };
    };
  };
}
