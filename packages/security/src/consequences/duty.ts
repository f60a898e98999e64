import type { Exposure } from '@asylia/engine';
import type { SocietyContext } from '../societyContext.ts';
import type { AssumptionsOf, Reads } from './parts.ts';
import { at, far, farPeople, near } from './readings.ts';

/** People who would come to some states in a fair division, and those whom they protect. */
export interface Duty {
  /** [day] persons */
  readonly due: Float64Array;
  /** [day] persons protected, at most those due */
  readonly met: Float64Array;
  /** Share of the duty that is met over the period; 1 where nothing is due. */
  readonly share: number;
}

export const dutyReads = {
  assumptions: ['willingShare'],
  factors: [],
} as const satisfies Reads;

/**
 * Duty of states by the fair key, day by day.
 *
 * @param states [country] 1 for the states that count
 */
export function dutyOf(
  societyContext: SocietyContext,
  exposure: Exposure,
  states: Uint8Array,
  a: AssumptionsOf<typeof dutyReads>,
): Duty {
  const countries = societyContext.countryIds.length;
  let fair = 0;
  for (let c = 0; c < countries; c++) if (states[c]) fair += societyContext.fairShare[c]!;
  const due = new Float64Array(societyContext.days);
  const met = new Float64Array(societyContext.days);
  for (let day = 0; day < societyContext.days; day++) {
    let abroad = 0;
    let protectedHere = 0;
    for (let c = 0; c < countries; c++) {
      if (societyContext.hosts[c]) abroad += near(exposure, countries, day, c, at.persecuted);
      const received =
        far(exposure, countries, day, c, at.evacuated) +
        far(exposure, countries, day, c, at.claimed);
      abroad += farPeople(exposure, countries, day, c);
      if (states[c]) protectedHere += received;
    }
    due[day] = fair * a.willingShare * abroad;
    met[day] = Math.min(due[day]!, protectedHere);
  }
  return { due, met, share: shareMet(due, met) };
}

function shareMet(due: Float64Array, met: Float64Array): number {
  let asked = 0;
  let done = 0;
  for (let day = 0; day < due.length; day++) {
    asked += due[day]!;
    done += met[day]!;
  }
  return asked > 0 ? done / asked : 1;
}
