import type { Exposure } from '@asylia/engine';
import type { AssumptionValues } from '../parameters/index.ts';
import type { Stakes, Switches } from '../stakes.ts';
import type { Attacks, Reference } from './attacks.ts';
import { attacks } from './attacks.ts';
import type { Attitudes, Duty } from './attitudes.ts';
import { attitudes, dutyOf } from './attitudes.ts';
import type { Needs } from './needs.ts';
import { incapacityOf, needs } from './needs.ts';
import type { Protection } from './status.ts';
import { protection } from './status.ts';
import { policyUnity } from './unity.ts';
import type { Unrest } from './unrest.ts';
import { unrest } from './unrest.ts';

export type { Reference } from './attacks.ts';
export { referenceOf } from './attacks.ts';
export { shareMet } from './attitudes.ts';
export { conflictOnset, interstateDispute } from './onset.ts';
export * from './readings.ts';
export type { ConsequenceRow } from './table.ts';
export { consequenceRows } from './table.ts';

/** Everything that follows from the movement of people in one world. */
export interface Consequences {
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

/**
 * What follows from one movement under one set of assumptions, part by part, by the switches that
 * a part reads: coalitions that agree on these share the part.
 */
export type Kept = Map<string, unknown>;

/**
 * Rows 11 to 13 of the day and what depends on them, over the whole period. Pure; no chance.
 * @param kept parts made before for the same exposure, reference and assumptions
 */
export function followFrom(
  stakes: Stakes,
  exposure: Exposure,
  reference: Reference,
  a: AssumptionValues,
  kept: Kept = new Map(),
): Consequences {
  const s = stakes.switches;
  const part = <T>(name: string, read: readonly number[], make: () => T): T => {
    const key = `${name} ${read.join(' ')}`;
    if (!kept.has(key)) kept.set(key, make());
    return kept.get(key) as T;
  };
  const found = part('needs', [s.incapacity], () => needs(stakes, exposure, a));
  const across = part('attacks', [s.fighters, s.pursuit], () =>
    attacks(stakes, exposure, reference, a),
  );
  const unionDuty = part('unionDuty', [], () => dutyOf(stakes, exposure, stakes.member, a));
  const receiving = Uint8Array.from(stakes.role, (role) => (role === 'receiving' ? 1 : 0));
  return {
    needs: found,
    incapacity: part('incapacity', [], () => incapacityOf(stakes, a)),
    unrest: part('unrest', [s.incapacity, s.intoleranceNear, s.presence], () =>
      unrest(stakes, exposure, found, a),
    ),
    attacks: across,
    protection: part('protection', [s.incapacity, s.statusWithheld], () =>
      protection(stakes, exposure, a),
    ),
    // Attitudes read of attacks only on which days there was one: where any kind is left, on the
    // same days.
    attitudes: part('attitudes', [s.intoleranceFar, s.presence, attacked(s, a) ? 1 : 0], () =>
      attitudes(stakes, exposure, unionDuty, newsOf(stakes, across), a),
    ),
    unionDuty,
    duty: part('duty', [], () => dutyOf(stakes, exposure, receiving, a)),
    unity: part('unity', [s.statusWithheld], () => policyUnity(stakes, exposure, a)),
  };
}

/** Whether some attack is left of each that was recorded. */
function attacked({ fighters, pursuit }: Switches, { provokedShare }: AssumptionValues): boolean {
  return provokedShare * fighters > 0 || (1 - provokedShare) * pursuit > 0;
}

/** [day] attacks anywhere, events. */
function newsOf(stakes: Stakes, { perDay }: Attacks): Float64Array {
  const countries = stakes.countryIds.length;
  const news = new Float64Array(stakes.days);
  for (let i = 0; i < perDay.length; i++) news[Math.floor(i / countries)]! += perDay[i]!;
  return news;
}
