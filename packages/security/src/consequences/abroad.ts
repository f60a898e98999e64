import type { Exposure } from '@asylia/engine';
import { log1p } from '@asylia/engine';
import { ratio } from '../arithmetic.ts';
import type { SocietyContext } from '../societyContext.ts';
import { at, farPeople, near } from './readings.ts';

/** Where the displaced were abroad, summed over the period. */
export interface Abroad {
  /** [country] person-days in a neighbouring country */
  readonly personDays: Float64Array;
  /** [country] displaced persons per resident, mean over days; 0 where residents are not known */
  readonly perResident: Float64Array;
  /** [country] most displaced persons on a day */
  readonly peak: Float64Array;
  /** person-days in the members of the union */
  readonly memberPersonDays: number;
  /** sum over countries of (share of all hosted)^2, mean over days weighted by people */
  readonly concentration: number;
  /** mean over days of ln(1 + displaced persons in neighbouring countries) */
  readonly meanLogDisplaced: number;
}

/**
 * Sums up who was where abroad.
 * @param exposure `host` and `far`: [day x country x field], field fastest, persons
 */
export function abroad(societyContext: SocietyContext, exposure: Exposure): Abroad {
  const { days, population, hosts, member } = societyContext;
  const countries = societyContext.countryIds.length;
  const personDays = new Float64Array(countries);
  const perResident = new Float64Array(countries);
  const peak = new Float64Array(countries);
  let memberPersonDays = 0;
  let weighted = 0;
  let people = 0;
  let logs = 0;
  for (let day = 0; day < days; day++) {
    let inNeighbours = 0;
    let all = 0;
    let squares = 0;
    for (let c = 0; c < countries; c++) {
      const hosted = hosts[c] ? near(exposure, countries, day, c, at.displaced) : 0;
      const received = farPeople(exposure, countries, day, c);
      personDays[c]! += hosted;
      if (population[c]! > 0) perResident[c]! += hosted / population[c]!;
      peak[c] = Math.max(peak[c]!, hosted);
      if (member[c]) memberPersonDays += received;
      inNeighbours += hosted;
      all += hosted + received;
      squares += (hosted + received) * (hosted + received);
    }
    weighted += ratio(squares, all);
    people += all;
    logs += log1p(inNeighbours);
  }
  return {
    personDays,
    perResident: perResident.map((sum) => ratio(sum, days)),
    peak,
    memberPersonDays,
    concentration: ratio(weighted, people),
    meanLogDisplaced: logs / days,
  };
}
