import { decision } from '../decisions.ts';
import { gather, sheltered, takeGathered } from '../people.ts';
import type { Run } from '../run.ts';
import { howMany } from '../run.ts';
import { at, cell } from '../state.ts';
import { probability } from './flight.ts';

/** Each place is visited on one day of seven, with the hazard of seven days. */
const stepDays = 7;

const residents = [at.home, at.returned] as const;
const displaced = [at.displaced] as const;
const far = [at.evacuated, at.claimed, at.irregular] as const;

/**
 * Row 10. Deaths other than by violence (function f3): the baseline, raised by status, by the
 * shortfall of supplies and by nearness to the frontier. What lies above the baseline is counted
 * as death by shortfall. Every place has its own day of the week, so that cost stays low.
 */
export function mortality(run: Run): void {
  const { world, plan, state, scratch } = run;
  const p = world.parameters;
  const here = new Int32Array(1);
  for (let place = state.day % stepDays; place < world.placeIds.length; place += stepDays) {
    here[0] = place;
    switch (world.placeKind[place]) {
      case 'settlement':
        if (world.placeCountry[place] !== world.originCountry) break;
        die(run, here, residents, p.residentDeathRatio, decision.deathResidents, false);
        die(run, here, displaced, p.displacedDeathRatio, decision.deathDisplaced, true);
        break;
      case 'town':
      case 'camp': {
        const added =
          p.shortfallDeathFactor * scratch.shortfall[place]! + plan.frontierDanger[place]!;
        die(run, here, sheltered, p.refugeeDeathRatio * (1 + added), decision.deathRefugees, true);
        break;
      }
      case 'state':
        die(run, here, far, p.refugeeDeathRatio, decision.deathAfar, true);
        break;
      default:
    }
  }
}

function die(
  run: Run,
  here: Int32Array,
  which: readonly number[],
  ratio: number,
  code: number,
  away: boolean,
): void {
  const { world, state, scratch } = run;
  const place = here[0]!;
  const baseline = (world.parameters.baselineDeathsPerDay / 10_000) * stepDays;
  for (let g = 0; g < world.groupIds.length; g++) {
    const { m, total } = gather(run, g, here, which);
    if (total <= 0) continue;
    const n = howMany(run, total, probability(baseline * ratio), place, g, code);
    if (n <= 0) continue;
    const excess =
      ratio > 1 ? howMany(run, n, 1 - 1 / ratio, place, g, decision.deathCause, code) : 0;
    takeGathered(run, n, m);
    state.count[cell(world, at.deadShortfall, place) + g]! += excess;
    state.count[cell(world, at.deadNatural, place) + g]! += n - excess;
    if (away) scratch.awayLoss[g]! += n;
  }
}
