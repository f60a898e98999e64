import type { Case } from '@asylia/cases';
import type { CheckEvaluator } from './evidence.ts';
import { figure, percent, undecided } from './evidence.ts';
import { mostDisplaced } from './record.ts';

/** Fewest attacks whose places can say anything. */
const fewest = 5;

/** Recorded attacks across the frontier with where they fell. */
function attacksOf(source: Case) {
  return source.tables.violence.flatMap((row) => {
    if (row.kind !== 'pursuit' || row.unit !== 'events') return [];
    const place = source.tables.places.find((one) => one.id === row.place);
    return place ? [{ country: place.country, km: place.frontier_km, events: row.amount }] : [];
  });
}

/** If the displaced carry the conflict, attacks are spread over neighbours as they are. */
export const attacksFollowPeople: CheckEvaluator<'attacksFollowPeople'> = (args, evidence) => {
  const attacks = attacksOf(evidence.case);
  const people = evidence.case.tables.states.flatMap(({ country, role }) => {
    if (role !== 'neighbour' && role !== 'federation') return [];
    const most = mostDisplaced(evidence.case, country);
    return most ? [{ country, most }] : [];
  });
  const total = people.reduce((sum, { most }) => sum + most, 0);
  const events = (country: string) =>
    attacks.reduce((sum, one) => sum + (one.country === country ? one.events : 0), 0);
  const all = people.reduce((sum, { country }) => sum + events(country), 0);
  if (people.length < 2 || all < fewest)
    return undecided(
      `${figure(all)} attacks are recorded over ${people.length} neighbours with counts; ${fewest} over two needed`,
    );
  const top = people.reduce((a, b) => (events(b.country) > events(a.country) ? b : a));
  const share = top.most / total;
  const chance = atLeast(Math.round(events(top.country)), Math.round(all), share);
  return {
    refuted: chance < args.level,
    evidence: `${figure(events(top.country))} of ${figure(all)} recorded attacks fell on ${top.country}, where ${percent(share)} of the displaced were: as many or more by chance ${figure(chance)}`,
  };
};

/** Whether keeping people near the frontier is what exposes them. */
export const attacksNearFrontier: CheckEvaluator<'attacksNearFrontier'> = (args, evidence) => {
  const attacks = attacksOf(evidence.case);
  const all = attacks.reduce((sum, one) => sum + one.events, 0);
  if (all < fewest)
    return undecided(`${figure(all)} attacks with a place are recorded; ${fewest} needed`);
  const near = attacks.reduce((sum, one) => sum + (one.km <= args.withinKm ? one.events : 0), 0);
  return {
    refuted: near / all < args.atLeast,
    evidence: `${figure(near)} of ${figure(all)} recorded attacks fell within ${args.withinKm} km of the frontier; the theory expects at least ${percent(args.atLeast)}`,
  };
};

/** Chance of k or more of n at probability p. */
function atLeast(k: number, n: number, p: number): number {
  let term = (1 - p) ** n;
  let below = 0;
  for (let i = 0; i < k; i++) {
    below += term;
    term *= ((n - i) / (i + 1)) * (p / (1 - p));
  }
  return p >= 1 ? 1 : Math.max(0, 1 - below);
}
