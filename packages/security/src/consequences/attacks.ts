import type { Exposure } from '@asylia/engine';
import { exp } from '@asylia/engine';
import type { SocietyContext } from '../societyContext.ts';
import type { AssumptionsOf, LevelsOf, Reads } from './parts.ts';
import { at, near } from './readings.ts';

/** People near the frontier when everything was at baseline: the yardstick of attacks. */
export interface Reference {
  /** [day x country] persons weighted by nearness, country fastest */
  readonly near: Float64Array;
}

/**
 * Takes the yardstick from the run in which every source of threat is present.
 * @returns persons weighted by nearness to the frontier
 */
export function referenceOf(societyContext: SocietyContext, exposure: Exposure): Reference {
  const countries = societyContext.countryIds.length;
  return {
    near: Float64Array.from({ length: societyContext.days * countries }, (_, i) =>
      near(exposure, countries, Math.floor(i / countries), i % countries, at.near),
    ),
  };
}

/** Expected attacks across the frontier and what they do to hosts; intensities, never samples. */
export interface Attacks {
  /** [country] events over the period, in answer to fighters and in pursuit */
  readonly provoked: Float64Array;
  readonly pursuit: Float64Array;
  /** [country][day] events; no days where nobody can be hosted */
  readonly perDay: readonly Float64Array[];
  /** events over the period, in all countries */
  readonly total: number;
  /** [day] 1 with any attack */
  readonly daysWithAny: Uint8Array;
  /** [country] host villagers who had to leave, persons over the period */
  readonly hostsDisplaced: Float64Array;
  /** [country][day] host villagers away from home at the end of the day */
  readonly hostsAway: readonly Float64Array[];
  /** Share of towns and camps abroad with at least one attack. */
  readonly placesHit: number;
}

export const attacksReads = {
  assumptions: [
    'attacksPerRecorded',
    'provokedShare',
    'hostsDisplacedPerAttack',
    'hostsReturnPerDay',
  ],
  factors: ['fighters', 'crossBorderAttacks'],
} as const satisfies Reads;

/**
 * Attacks (function f6), anchored in those that were recorded: with everything at baseline there
 * are as many as the record says. A share answers to fighters among the displaced, the rest pursues
 * the displaced; both follow the number of displaced persons near the frontier:
 *   attacks = recorded x [share x fighters + (1 - share) x pursuit] x near / near at baseline
 * Host villagers leave by the attack and go back once it is quiet; never more than there are.
 */
export function attacks(
  societyContext: SocietyContext,
  exposure: Exposure,
  reference: Reference,
  a: AssumptionsOf<typeof attacksReads>,
  levels: LevelsOf<typeof attacksReads>,
): Attacks {
  const { days } = societyContext;
  const countries = societyContext.countryIds.length;
  const byDay = () =>
    societyContext.countryIds.map((_, c) => new Float64Array(societyContext.hosts[c] ? days : 0));
  const provoked = new Float64Array(countries);
  const pursuit = new Float64Array(countries);
  const perDay = byDay();
  const hostsDisplaced = new Float64Array(countries);
  const hostsAway = byDay();
  const recorded = new Float64Array(countries);
  for (let c = 0; c < countries; c++) {
    if (!societyContext.hosts[c]) continue;
    let away = 0;
    for (let day = 0; day < days; day++) {
      const index = day * countries + c;
      away *= 1 - a.hostsReturnPerDay;
      const seen = societyContext.attacks[index]!;
      if (seen > 0) {
        recorded[c]! += seen;
        const baseline = reference.near[index]!;
        const here = near(exposure, countries, day, c, at.near);
        const presence = baseline > 0 ? here / baseline : 0;
        const events = seen * a.attacksPerRecorded * presence;
        const answered = events * a.provokedShare * levels.fighters;
        const pursued = events * (1 - a.provokedShare) * levels.crossBorderAttacks;
        provoked[c]! += answered;
        pursuit[c]! += pursued;
        perDay[c]![day] = answered + pursued;
        const home = Math.max(0, societyContext.population[c]! - away);
        const leaving = Math.min(home, (answered + pursued) * a.hostsDisplacedPerAttack);
        hostsDisplaced[c]! += leaving;
        away += leaving;
      }
      hostsAway[c]![day] = away;
    }
  }
  return {
    provoked,
    pursuit,
    perDay,
    ...overDays(days, perDay),
    hostsDisplaced,
    hostsAway,
    placesHit: placesHit(societyContext, recorded, provoked, pursuit),
  };
}

/** Added up day by day, in each day by country. */
function overDays(
  days: number,
  perDay: readonly Float64Array[],
): Pick<Attacks, 'total' | 'daysWithAny'> {
  const hosts = perDay.filter((events) => events.length > 0);
  const daysWithAny = new Uint8Array(days);
  let total = 0;
  for (let day = 0; day < days; day++) {
    for (const events of hosts) {
      total += events[day]!;
      if (events[day]! > 0) daysWithAny[day] = 1;
    }
  }
  return { total, daysWithAny };
}

/** Mean over places abroad of 1 - exp(-expected attacks there). */
function placesHit(
  societyContext: SocietyContext,
  recorded: Float64Array,
  provoked: Float64Array,
  pursuit: Float64Array,
): number {
  let places = 0;
  let hit = 0;
  for (let place = 0; place < societyContext.placeCountry.length; place++) {
    if (!societyContext.hostPlace[place]) continue;
    places += 1;
    const c = societyContext.placeCountry[place]!;
    if (societyContext.attacksAt[place]! <= 0) continue;
    const ratio = (provoked[c]! + pursuit[c]!) / recorded[c]!;
    hit += 1 - exp(-societyContext.attacksAt[place]! * ratio);
  }
  return places > 0 ? hit / places : 0;
}
