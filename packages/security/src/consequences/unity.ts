import type { Exposure } from '@asylia/engine';
import type { SocietyContext } from '../societyContext.ts';
import type { AssumptionsOf, LevelsOf, Reads } from './parts.ts';
import { farPeople } from './readings.ts';

export const unityReads = {
  assumptions: ['rightsTemporary', 'rightsNonRefoulement', 'rightsConvention'],
  factors: ['statusWithheld'],
} as const satisfies Reads;

/**
 * Unity of policy in the union: 1 - mean of the coefficients of variation over members of intake
 * per head (mean over days) and of the rights that those taken in hold, at least 0. How long a
 * status lasts is not in the data of a case and is not counted.
 * @returns 0 = as different as can be, 1 = all alike
 */
export function policyUnity(
  societyContext: SocietyContext,
  exposure: Exposure,
  a: AssumptionsOf<typeof unityReads>,
  levels: LevelsOf<typeof unityReads>,
): number {
  const countries = societyContext.countryIds.length;
  const intake: number[] = [];
  const rights: number[] = [];
  for (let c = 0; c < countries; c++) {
    if (!societyContext.member[c] || societyContext.population[c]! <= 0) continue;
    let personDays = 0;
    for (let day = 0; day < societyContext.days; day++) {
      personDays += farPeople(exposure, countries, day, c);
    }
    intake.push(personDays / societyContext.days / societyContext.population[c]!);
    const status = societyContext.statusShare[c]!;
    const baseline = a.rightsTemporary * status + a.rightsNonRefoulement * (1 - status);
    const { statusWithheld } = levels;
    rights.push(baseline * statusWithheld + a.rightsConvention * (1 - statusWithheld));
  }
  return Math.max(0, 1 - (variation(intake) + variation(rights)) / 2);
}

/** Coefficient of variation; 0 where all are nought. */
function variation(values: readonly number[]): number {
  if (values.length === 0) return 0;
  const mean = values.reduce((sum, x) => sum + x, 0) / values.length;
  if (mean <= 0) return 0;
  const squares = values.reduce((sum, x) => sum + (x - mean) * (x - mean), 0);
  return Math.sqrt(squares / values.length) / mean;
}
