import { exp } from '../arithmetic/index.ts';
import { decision } from '../decisions.ts';
import type { Run } from '../run.ts';
import { howMany } from '../run.ts';
import { at, cell } from '../state.ts';

/** Probability of an event within a day under a constant hazard. */
export function probability(hazardPerDay: number): number {
  return 1 - exp(-hazardPerDay);
}

/**
 * Row 2. Expulsion and flight (function f1). From home people are expelled, flee abroad, or flee
 * to a refuge inside; from a refuge inside they are driven abroad. Reprisal drives out the groups
 * that it is aimed at. Those bound abroad stand in scratch.leaving for the journey.
 */
export function flight(run: Run): void {
  const { world, plan, state, scratch } = run;
  const { layout } = plan;
  const p = world.parameters;
  const groups = world.groupIds.length;
  const board = state.totals;
  scratch.leaving.fill(0);
  scratch.expelled.fill(0);
  for (let i = 0; i < plan.settlements.length; i++) {
    const place = plan.settlements[i]!;
    const region = world.placeRegion[place]!;
    const scare =
      scratch.bombing[place]! * p.bombingFlightPerEventPerDay +
      scratch.insurgency[place]! * p.insurgencyFlightPerEventPerDay;
    for (let g = 0; g < groups; g++) {
      const pg = place * groups + g;
      const home = cell(world, at.home, place) + g;
      const inside = cell(world, at.displaced, place) + g;
      const expulsion = scratch.expulsion[pg]!;
      if (expulsion > 0 || (scare > 0 && plan.persecuted[g])) {
        const flee = p.fleeingPerExpelled + p.fleeingInsidePerExpelled;
        const insideOfFlight = flee > 0 ? p.fleeingInsidePerExpelled / flee : 0;
        const toInside = expulsion * p.fleeingInsidePerExpelled + scare * insideOfFlight;
        const toAbroad = expulsion * p.fleeingPerExpelled + scare * (1 - insideOfFlight);
        const hazard = expulsion + toInside + toAbroad;
        const left = howMany(
          run,
          state.count[home]!,
          probability(hazard),
          place,
          g,
          decision.leaveHome,
        );
        const hidden = howMany(run, left, toInside / hazard, place, g, decision.insideOrAbroad);
        const found = howMany(
          run,
          state.count[inside]!,
          probability(p.displacedExposure * (expulsion + toAbroad)),
          place,
          g,
          decision.leaveInside,
        );
        const abroad = left - hidden + found;
        const expelled = howMany(
          run,
          abroad,
          expulsion / (expulsion + toAbroad),
          place,
          g,
          decision.expelledOrFled,
        );
        state.count[home]! -= left;
        state.count[inside]! += hidden - found;
        state.away[pg]! += left;
        if (run.exposure) {
          run.exposure.leftHome[state.day]! += left;
          run.exposure.expelled[state.day]! += expelled;
        }
        scratch.leaving[pg]! += abroad;
        scratch.expelled[pg]! += expelled;
        if (region >= 0) {
          board[layout.leftExpelled[region]!]! += expelled;
          board[layout.leftFled[region]!]! += abroad - expelled;
          board[layout.leftInside[region]!]! += hidden;
        }
      }
      const reprisal = scratch.reprisal[pg]!;
      if (reprisal > 0 && state.count[home]! > 0) {
        const left = howMany(
          run,
          state.count[home]!,
          probability(reprisal),
          place,
          g,
          decision.reprisal,
        );
        state.count[home]! -= left;
        state.away[pg]! += left;
        if (run.exposure) run.exposure.leftHome[state.day]! += left;
        scratch.leaving[pg]! += left;
        board[layout.secondWaveOf[g]!]! += left;
        board[layout.secondWave]! += left;
      }
    }
  }
}
