import { decision } from '../decisions.ts';
import { peopleOf, takeFrom } from '../people.ts';
import type { Run } from '../run.ts';
import { drawCount, probability } from '../run.ts';
import { countIndex } from '../state.ts';
import { at, deathCauses } from '../vocabulary/index.ts';

/** Columns of the causes of death in the record. */
const shortfall = deathCauses.indexOf('shortfall');
const natural = deathCauses.indexOf('natural');

/** Each place is visited on one day of seven, with the hazard of seven days. */
const stepDays = 7;

/**
 * Deaths other than by violence (function f3): the baseline, raised by status, by the
 * shortfall of supplies and by nearness to the frontier. What lies above the baseline is counted
 * as death by shortfall. Every place has its own day of the week, by its key, so that cost stays low
 * and other places do not move it.
 */
export function mortality(run: Run): void {
  const { world, plan, state, scratch } = run;
  const p = world.parameters;
  const today = state.day % stepDays;
  for (let place = 0; place < world.placeIds.length; place++) {
    if (world.placeKey[place]! % stepDays !== today) continue;
    switch (world.placeKind[place]) {
      case 'settlement':
        die(
          run,
          place,
          plan.residentCountIndexes[place]!,
          p.residentDeathRatio,
          decision.deathResidents,
        );
        die(
          run,
          place,
          plan.guestCountIndexes[place]!,
          p.displacedDeathRatio,
          decision.deathDisplaced,
        );
        break;
      case 'town':
      case 'camp': {
        const added =
          p.shortfallDeathFactor * scratch.shortfall[place]! + plan.frontierDanger[place]!;
        const ratio = p.refugeeDeathRatio * (1 + added);
        die(run, place, plan.guestCountIndexes[place]!, ratio, decision.deathRefugees);
        break;
      }
      case 'state':
        die(run, place, plan.guestCountIndexes[place]!, p.refugeeDeathRatio, decision.deathAfar);
        break;
      default:
    }
  }
}

function die(run: Run, place: number, countIndexes: Int32Array, ratio: number, code: number): void {
  const { world, plan, state, scratch } = run;
  if (countIndexes.length === 0) return;
  const { count, totals } = state;
  const { deaths } = plan.layout;
  const baseline = (world.parameters.baselineDeathsPerDay / 10_000) * stepDays;
  let p = -1;
  for (let g = 0; g < world.groupIds.length; g++) {
    const total = peopleOf(run, g, countIndexes);
    if (total <= 0) continue;
    if (p < 0) p = probability(baseline * ratio);
    const n = drawCount(run, total, p, place, g, code);
    if (n <= 0) continue;
    const excess =
      ratio > 1 ? drawCount(run, n, 1 - 1 / ratio, place, g, decision.deathCause, code) : 0;
    takeFrom(run, g, countIndexes, total, n);
    count[countIndex(world, at.deadShortfall, place) + g]! += excess;
    count[countIndex(world, at.deadNatural, place) + g]! += n - excess;
    totals[deaths[g * deathCauses.length + shortfall]!]! += excess;
    totals[deaths[g * deathCauses.length + natural]!]! += n - excess;
    if (code !== decision.deathResidents) scratch.awayLoss[g]! += n;
  }
}
