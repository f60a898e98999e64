import type { Exposure } from '@asylia/engine';
import { exp } from '@asylia/engine';
import type { SocietyContext } from '../societyContext.ts';
import type { Needs } from './needs.ts';
import type { AssumptionsOf, LevelsOf, Reads } from './parts.ts';
import { at, near } from './readings.ts';

/** Expected events of unrest over the period, by initiator and neighbouring country. */
export interface Unrest {
  /** [country] */
  readonly displaced: Float64Array;
  readonly hosts: Float64Array;
  readonly betweenHosts: Float64Array;
}

const per100kAndDay = 1 / 100_000 / 30;

export const unrestReads = {
  assumptions: [
    'unrestDisplacedPer100k',
    'unrestHostsPer100k',
    'unrestPerShortfall',
    'unrestPerHostShortfall',
    'unrestPerAidGap',
    'aidShared',
    'unrestPerBalance',
  ],
  factors: ['incapacity', 'hostIntolerance', 'presence'],
} as const satisfies Reads;

/**
 * Unrest (function f5), an intensity:
 *   by the displaced:  u_d x exp(u_1 x shortfall), per person
 *   by hosts:          u_h x exp(u_2 x host shortfall + u_3 x aid gap), per person, where the gap is
 *                      the share of displaced persons who are aided while hosts are not
 *   between groups:    u_5 x shift of the balance in points x how far kin are kept from power
 * @returns [country] expected events over the period, by whom
 */
export function unrest(
  societyContext: SocietyContext,
  exposure: Exposure,
  { shortfall, hostShortfall }: Needs,
  a: AssumptionsOf<typeof unrestReads>,
  levels: LevelsOf<typeof unrestReads>,
): Unrest {
  const { days, population, kinShare, kinExcluded } = societyContext;
  const countries = societyContext.countryIds.length;
  const displaced = new Float64Array(countries);
  const hosts = new Float64Array(countries);
  const betweenHosts = new Float64Array(countries);
  const shared = 1 - (1 - a.aidShared) * levels.incapacity;
  for (let c = 0; c < countries; c++) {
    if (!societyContext.hosts[c]) continue;
    const residents = population[c]!;
    const excluded = kinExcluded[c]! * levels.hostIntolerance * levels.presence;
    let byDisplaced = 0;
    let byHosts = 0;
    let shiftDays = 0;
    for (let day = 0; day < days; day++) {
      const people = near(exposure, countries, day, c, at.displaced);
      if (people > 0) byDisplaced += people * exp(a.unrestPerShortfall * shortfall[c]![day]!);
      const gap = residents > 0 ? Math.min(1, people / residents) * (1 - shared) : 0;
      const pressure = a.unrestPerHostShortfall * hostShortfall[c]![day]! + a.unrestPerAidGap * gap;
      byHosts += pressure > 0 ? exp(pressure) : 1;
      if (excluded > 0 && residents > 0) {
        const kin = near(exposure, countries, day, c, at.persecuted);
        shiftDays += (kinShare[c]! * residents + kin) / (residents + kin) - kinShare[c]!;
      }
    }
    displaced[c] = a.unrestDisplacedPer100k * per100kAndDay * byDisplaced;
    hosts[c] = a.unrestHostsPer100k * per100kAndDay * residents * byHosts;
    betweenHosts[c] =
      a.unrestPerBalance * per100kAndDay * residents * excluded * Math.max(0, shiftDays) * 100;
  }
  return { displaced, hosts, betweenHosts };
}
