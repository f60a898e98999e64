import type { Exposure } from '@asylia/engine';
import type { AssumptionValues } from '../parameters/index.ts';
import type { Stakes } from '../stakes.ts';
import { at, near } from './readings.ts';

/** Needs of the displaced and of their hosts, by day and neighbouring country, country fastest. */
export interface Needs {
  /** [day x country] share of the needs of the displaced that is not met, 0 to 1 */
  readonly shortfall: Float64Array;
  /** [day x country] share of the needs of hosts that is not met because of sharing, 0 to 1 */
  readonly hostShortfall: Float64Array;
}

/** [country] incapacity of the state to meet needs by itself, 0 to 1; assumed where no GDP is known. */
export function incapacityOf(stakes: Stakes, a: AssumptionValues): Float64Array {
  return Float64Array.from(stakes.countryIds, (_, c) => {
    const people = stakes.population[c]!;
    const gdp = stakes.gdpUsd[c]!;
    if (people <= 0 || Number.isNaN(gdp)) return a.unknownIncapacity;
    return 1 - Math.min(1, gdp / people / a.capacityReferenceUsd);
  });
}

/**
 * Shortfall (function f4): that of the lines which the case knows, and for all others an assumed
 * one that a state without capacity of its own would leave. With neighbours funded to standard
 * there is none. Hosts share their services with the unmet need:
 *   hostShortfall = draw x need / (1 + draw x need),  need = shortfall x displaced / hosts
 */
export function needs(stakes: Stakes, exposure: Exposure, a: AssumptionValues): Needs {
  const { days, population } = stakes;
  const countries = stakes.countryIds.length;
  const shortfall = new Float64Array(days * countries);
  const hostShortfall = new Float64Array(days * countries);
  const incapacity = incapacityOf(stakes, a);
  for (let c = 0; c < countries; c++) {
    if (!stakes.hosts[c]) continue;
    const unseen = a.unseenShortfall * incapacity[c]! * stakes.switches.incapacity;
    for (let day = 0; day < days; day++) {
      const people = near(exposure, countries, day, c, at.displaced);
      if (people <= 0) continue;
      const known = near(exposure, countries, day, c, at.short) / people;
      const short = known + (1 - known) * unseen;
      const need = population[c]! > 0 ? (a.hostServiceDraw * short * people) / population[c]! : 0;
      shortfall[day * countries + c] = short;
      hostShortfall[day * countries + c] = need / (1 + need);
    }
  }
  return { shortfall, hostShortfall };
}
