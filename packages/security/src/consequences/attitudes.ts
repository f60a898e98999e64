import type { Exposure } from '@asylia/engine';
import type { SocietyContext } from '../societyContext.ts';
import type { Duty } from './duty.ts';
import type { AssumptionsOf, LevelsOf, Reads } from './parts.ts';
import { farPeople } from './readings.ts';

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

export const attitudesReads = {
  assumptions: [
    'hostilityAtZero',
    'hostilityPerPoint',
    'hostilityPerExposure',
    'hostilityPerContact',
    'contactShare',
    'hostilityPerRapidChange',
    'hostilityPerExclusion',
    'sharedEnemyWelcome',
    'violencePer100k',
    'violenceAfterAttack',
    'votePerPoint',
    'votePerExposure',
    'votePerContact',
    'votePerExclusion',
    'identityLossPerShare',
    'identityAdaptation',
    'identityInclusion',
    'identityPolarisation',
  ],
  factors: ['receivingIntolerance', 'presence'],
} as const satisfies Reads;

type Assumptions = AssumptionsOf<typeof attitudesReads>;
type Levels = LevelsOf<typeof attitudesReads>;

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
 * @param attacked [day] 1 with attacks in the news
 */
export function attitudes(
  societyContext: SocietyContext,
  exposure: Exposure,
  duty: Duty,
  attacked: Uint8Array,
  a: Assumptions,
  levels: Levels,
): Attitudes {
  const { days, population } = societyContext;
  const countries = societyContext.countryIds.length;
  const sum = { hostility: 0, violence: 0, vote: 0, staticLoss: 0, dynamicLoss: 0 };
  const asked = duty.due.map((due) => (due >= 1 ? 1 : 0));
  const inclusion = duty.met.map((met, day) => (asked[day] ? met / duty.due[day]! : 0));
  const cues: Cues = {
    attacked,
    inclusion,
    exclusion: inclusion.map((share, day) => (asked[day] ? 1 - share : 0)),
  };
  const points = new Float64Array(days);
  let people = 0;
  for (let c = 0; c < countries; c++) {
    const residents = population[c]!;
    if (!societyContext.member[c] || residents <= 0) continue;
    people += residents;
    for (let day = 0; day < days; day++) {
      points[day] = (100 * farPeople(exposure, countries, day, c)) / residents;
    }
    const enemy = Number.isNaN(societyContext.sharedEnemy[c]!) ? 0 : societyContext.sharedEnemy[c]!;
    const intolerance = levels.receivingIntolerance * (1 - a.sharedEnemyWelcome * enemy);
    const distance = 1 - societyContext.kinShare[c]!;
    const found = ofSociety(points, cues, intolerance, distance, a, levels);
    sum.hostility += (residents * found.hostile) / days;
    sum.violence += (residents * a.violencePer100k * found.violent) / days;
    sum.vote += (residents * found.votes) / days;
    sum.staticLoss += residents * Math.min(1, found.lost / days);
    sum.dynamicLoss += residents * (1 - found.identity);
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

/** [day] what all member societies hear of: attacks, and how far the duty is met or not. */
interface Cues {
  readonly attacked: Uint8Array;
  readonly inclusion: Float64Array;
  readonly exclusion: Float64Array;
}

/**
 * One society, added up over days; `identity` is that at the end.
 * @param points [day] displaced persons per 100 residents
 */
function ofSociety(
  points: Float64Array,
  { attacked, inclusion, exclusion }: Cues,
  intolerance: number,
  distance: number,
  a: Assumptions,
  { presence: present }: Levels,
) {
  // Taken out of the record once: the loop below runs for every member, day and coalition.
  const { hostilityAtZero, hostilityPerPoint, hostilityPerExposure, hostilityPerContact } = a;
  const { hostilityPerRapidChange, hostilityPerExclusion, contactShare, violenceAfterAttack } = a;
  const { votePerPoint, votePerExposure, votePerContact, votePerExclusion } = a;
  const { identityLossPerShare, identityAdaptation, identityInclusion, identityPolarisation } = a;
  let hostile = 0;
  let violent = 0;
  let votes = 0;
  let lost = 0;
  let identity = 1;
  for (let day = 0; day < points.length; day++) {
    const here = points[day]!;
    const monthAgo = day >= 30 ? points[day - 30]! : 0;
    const met = here * contactShare;
    const unmet = here - met;
    const presence =
      hostilityPerPoint * here +
      hostilityPerExposure * unmet -
      hostilityPerContact * met +
      hostilityPerRapidChange * Math.max(0, here - monthAgo);
    const felt = hostilityAtZero + hostilityPerExclusion * exclusion[day]! + present * presence;
    const level = intolerance * Math.min(1, Math.max(0, felt));
    hostile += level;
    violent += level * (attacked[day]! > 0 ? 1 + violenceAfterAttack : 1);
    votes +=
      intolerance *
      (votePerExclusion * exclusion[day]! +
        present *
          (votePerPoint * here +
            votePerExposure * Math.min(1, unmet) -
            votePerContact * Math.min(1, met)));
    lost += present * identityLossPerShare * (here / 100) * distance;
    identity +=
      (identityAdaptation * (1 - identity) +
        identityInclusion * inclusion[day]! -
        identityPolarisation * level) /
      365;
    identity = Math.max(0, identity);
  }
  return { hostile, violent, votes, lost, identity };
}
