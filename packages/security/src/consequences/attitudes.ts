import type { Exposure } from '@asylia/engine';
import type { AssumptionValues } from '../parameters/index.ts';
import type { Stakes } from '../stakes.ts';
import { at, far, farPeople, near } from './readings.ts';

/** What receiving societies go through, means over the period and the members by population. */
export interface Attitudes {
  /** hostility, 0 to 1 */
  readonly hostility: number;
  /** violence against the displaced or foreigners, events per 100,000 residents a year */
  readonly violencePer100k: number;
  /** exclusionary vote, percentage points */
  readonly votePoints: number;
  /** loss of a static identity, 0 to 1 */
  readonly staticLoss: number;
  /** loss of cohesion of a dynamic identity at the end, at most 1; below 0 it is reinforced */
  readonly dynamicLoss: number;
}

/** People who would come to some states in a fair division, and those whom they protect. */
export interface Duty {
  /** [day] persons */
  readonly due: Float64Array;
  /** [day] persons protected, at most those due */
  readonly met: Float64Array;
}

/**
 * Duty of states by the fair key, day by day.
 *
 * @param states [country] 1 for the states that count
 */
export function dutyOf(
  stakes: Stakes,
  exposure: Exposure,
  states: Uint8Array,
  a: AssumptionValues,
): Duty {
  const countries = stakes.countryIds.length;
  let fair = 0;
  for (let c = 0; c < countries; c++) if (states[c]) fair += stakes.fairShare[c]!;
  const due = new Float64Array(stakes.days);
  const met = new Float64Array(stakes.days);
  for (let day = 0; day < stakes.days; day++) {
    let abroad = 0;
    let protectedHere = 0;
    for (let c = 0; c < countries; c++) {
      if (stakes.hosts[c]) abroad += near(exposure, countries, day, c, at.persecuted);
      const received =
        far(exposure, countries, day, c, at.evacuated) +
        far(exposure, countries, day, c, at.claimed);
      abroad += farPeople(exposure, countries, day, c);
      if (states[c]) protectedHere += received;
    }
    due[day] = fair * a.willingShare * abroad;
    met[day] = Math.min(due[day]!, protectedHere);
  }
  return { due, met };
}

/** Share of a duty that is met over the period; 1 where nothing is due. */
export function shareMet({ due, met }: Duty): number {
  let asked = 0;
  let done = 0;
  for (let day = 0; day < due.length; day++) {
    asked += due[day]!;
    done += met[day]!;
  }
  return asked > 0 ? done / asked : 1;
}

/**
 * Attitudes (function f10) and identity (f11) in each member society:
 *   hostility = intolerance x [H_0 + e x exclusion
 *               + presence x (s x points + s_x x points without contact - c x points with contact
 *                             + h x change of points in 30 days)]
 * within 0 and 1, less what a shared enemy takes away. It is there where nobody has arrived.
 * Violence follows hostility; votes follow points of presence and the cue of exclusion. A static
 * identity loses share times distance; a dynamic one takes in change, gains by inclusion and loses
 * by hostility.
 *
 * @param duty of the members, from `dutyOf`
 * @param attacked [day] attacks in the news, events
 */
export function attitudes(
  stakes: Stakes,
  exposure: Exposure,
  duty: Duty,
  attacked: Float64Array,
  a: AssumptionValues,
): Attitudes {
  const { days, population, switches } = stakes;
  const countries = stakes.countryIds.length;
  const sum = { hostility: 0, violence: 0, vote: 0, staticLoss: 0, dynamicLoss: 0 };
  let people = 0;
  for (let c = 0; c < countries; c++) {
    const residents = population[c]!;
    if (!stakes.member[c] || residents <= 0) continue;
    people += residents;
    const enemy = Number.isNaN(stakes.sharedEnemy[c]!) ? 0 : stakes.sharedEnemy[c]!;
    const intolerance = switches.intoleranceFar * (1 - a.sharedEnemyWelcome * enemy);
    const distance = 1 - stakes.kinShare[c]!;
    let hostile = 0;
    let violent = 0;
    let votes = 0;
    let lost = 0;
    let identity = 1;
    for (let day = 0; day < days; day++) {
      const points = (100 * farPeople(exposure, countries, day, c)) / residents;
      const monthAgo =
        day >= 30 ? (100 * farPeople(exposure, countries, day - 30, c)) / residents : 0;
      const asked = duty.due[day]! >= 1;
      const inclusion = asked ? duty.met[day]! / duty.due[day]! : 0;
      const exclusion = asked ? 1 - inclusion : 0;
      const met = points * a.contactShare;
      const unmet = points - met;
      const presence =
        a.hostilityPerPoint * points +
        a.hostilityPerExposure * unmet -
        a.hostilityPerContact * met +
        a.hostilityPerRapidChange * Math.max(0, points - monthAgo);
      const level =
        intolerance *
        Math.min(
          1,
          Math.max(
            0,
            a.hostilityAtZero + a.hostilityPerExclusion * exclusion + switches.presence * presence,
          ),
        );
      const news = attacked[day]! > 0 ? 1 + a.violenceAfterAttack : 1;
      hostile += level;
      violent += level * news;
      votes +=
        intolerance *
        (a.votePerExclusion * exclusion +
          switches.presence *
            (a.votePerPoint * points +
              a.votePerExposure * Math.min(1, unmet) -
              a.votePerContact * Math.min(1, met)));
      lost += switches.presence * a.identityLossPerShare * (points / 100) * distance;
      identity +=
        (a.identityAdaptation * (1 - identity) +
          a.identityInclusion * inclusion -
          a.identityPolarisation * level) /
        365;
      identity = Math.max(0, identity);
    }
    sum.hostility += (residents * hostile) / days;
    sum.violence += (residents * a.violencePer100k * violent) / days;
    sum.vote += (residents * votes) / days;
    sum.staticLoss += residents * Math.min(1, lost / days);
    sum.dynamicLoss += residents * (1 - identity);
  }
  const mean = (total: number) => (people > 0 ? total / people : 0);
  return {
    hostility: mean(sum.hostility),
    violencePer100k: mean(sum.violence),
    votePoints: mean(sum.vote),
    staticLoss: mean(sum.staticLoss),
    dynamicLoss: mean(sum.dynamicLoss),
  };
}
