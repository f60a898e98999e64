import type { Exposure } from '@asylia/engine';
import type { SocietyContext } from '../societyContext.ts';
import type { AssumptionsOf, LevelsOf, Reads } from './parts.ts';
import { at, near } from './readings.ts';

/** Needs of the displaced and of their hosts. */
export interface Needs {
  /** [country][day] share of the needs of the displaced not met, 0 to 1; no days without hosts */
  readonly shortfall: readonly Float64Array[];
  /** [country][day] share of the needs of hosts not met because of sharing, 0 to 1 */
  readonly hostShortfall: readonly Float64Array[];
  /** [country] mean of `hostShortfall` over days */
  readonly meanHostShortfall: Float64Array;
  /** person-days of unmet needs in all neighbouring countries */
  readonly unmetDays: number;
}

export const incapacityReads = {
  assumptions: ['unknownIncapacity', 'capacityReferenceUsd'],
  factors: [],
} as const satisfies Reads;

/**
 * [country] incapacity of the state to meet needs by itself, 0 to 1; assumed where no GDP is known.
 * @returns 0 = meets them by itself, 1 = not at all
 */
export function incapacityOf(
  societyContext: SocietyContext,
  a: AssumptionsOf<typeof incapacityReads>,
): Float64Array {
  return Float64Array.from(societyContext.countryIds, (_, c) => {
    const people = societyContext.population[c]!;
    const gdp = societyContext.gdpUsd[c]!;
    if (people <= 0 || Number.isNaN(gdp)) return a.unknownIncapacity;
    return 1 - Math.min(1, gdp / people / a.capacityReferenceUsd);
  });
}

export const needsReads = {
  assumptions: ['unseenShortfall', 'hostServiceDraw'],
  factors: ['incapacity'],
} as const satisfies Reads;

/**
 * Shortfall (function f4): that of the lines which the case knows, and for all others an assumed
 * one that a state without capacity of its own would leave. With neighbours funded to standard
 * there is none. Hosts share their services with the unmet need:
 *   hostShortfall = draw x need / (1 + draw x need),  need = shortfall x displaced / hosts
 *
 * @param incapacity [country] from `incapacityOf`
 */
export function needs(
  societyContext: SocietyContext,
  exposure: Exposure,
  incapacity: Float64Array,
  a: AssumptionsOf<typeof needsReads>,
  levels: LevelsOf<typeof needsReads>,
): Needs {
  const { days, population } = societyContext;
  const countries = societyContext.countryIds.length;
  const byDay = () =>
    societyContext.countryIds.map((_, c) => new Float64Array(societyContext.hosts[c] ? days : 0));
  const shortfall = byDay();
  const hostShortfall = byDay();
  const meanHostShortfall = new Float64Array(countries);
  let unmetDays = 0;
  for (let c = 0; c < countries; c++) {
    if (!societyContext.hosts[c]) continue;
    const unseen = a.unseenShortfall * incapacity[c]! * levels.incapacity;
    let shortDays = 0;
    for (let day = 0; day < days; day++) {
      const people = near(exposure, countries, day, c, at.displaced);
      if (people <= 0) continue;
      const known = near(exposure, countries, day, c, at.short) / people;
      const short = known + (1 - known) * unseen;
      const need = population[c]! > 0 ? (a.hostServiceDraw * short * people) / population[c]! : 0;
      shortfall[c]![day] = short;
      hostShortfall[c]![day] = need / (1 + need);
      shortDays += need / (1 + need);
      unmetDays += people * short;
    }
    meanHostShortfall[c] = shortDays / days;
  }
  return { shortfall, hostShortfall, meanHostShortfall, unmetDays };
}
