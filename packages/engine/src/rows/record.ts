import { settleAwayLosses } from '../people.ts';
import type { Run } from '../run.ts';
import { countIndex } from '../state.ts';
import { at } from '../vocabulary/index.ts';

/**
 * Writes the series of the day that are recorded: stocks are counted, flows and cumulative totals
 * have been kept on the board by the rows above.
 */
export function record(run: Run): void {
  settleAwayLosses(run);
  countStocks(run);
  countPeopleUnderDefinitions(run);
  const { values, world } = run;
  const { totals, day } = run.state;
  const { days } = world;
  const { series } = run.recorded;
  for (let s = 0, i = day; s < series.length; s++, i += days) values[i] = totals[series[s]!]!;
}

/** Sets the flows of a new day to zero. */
export function clearFlows(run: Run): void {
  const { flowSeries } = run.plan;
  const board = run.state.totals;
  for (let i = 0; i < flowSeries.length; i++) board[flowSeries[i]!] = 0;
}

function countStocks(run: Run): void {
  const { world, plan, state } = run;
  const { count, totals, waiting } = state;
  const { series, start, countIndexes } = plan.usable.tallies;
  const { tallies } = run.recorded;
  for (let t = 0; t < tallies.length; t++) {
    const i = tallies[t]!;
    let people = 0;
    for (let k = start[i]!; k < start[i + 1]!; k++) people += count[countIndexes[k]!]!;
    totals[series[i]!] = people;
  }
  countRoad(run);
  const groups = world.groupIds.length;
  for (let i = 0; i < plan.crossings.length; i++) {
    const crossing = plan.crossings[i]!;
    const list = plan.entryRoutesOf[crossing]!;
    let people = 0;
    for (let k = 0; k < list.length; k++) {
      const first = list[k]! * groups;
      for (let c = first; c < first + groups; c++) people += waiting[c]!;
    }
    totals[plan.layout.waiting[crossing]!] = people;
  }
}

/** People under way, two groups side by side: each in the order of the days and entry routes. */
function countRoad({ world, plan, state }: Run): void {
  const groups = world.groupIds.length;
  const { road, totals } = state;
  const { layout } = plan;
  for (let g = 0; g < groups; g += 2) {
    let one = 0;
    let next = 0;
    if (g + 1 < groups) {
      for (let i = g; i < road.length; i += groups) {
        one += road[i]!;
        next += road[i + 1]!;
      }
      totals[layout.road[g + 1]!] = next;
    } else {
      for (let i = g; i < road.length; i += groups) one += road[i]!;
    }
    totals[layout.road[g]!] = one;
  }
}

/**
 * The article's inverted commas: how many are refugees depends on the word. All who lost the
 * protection of their state; all who crossed a frontier; those granted a status by a state or by
 * UNHCR; those with Convention status.
 */
function countPeopleUnderDefinitions(run: Run): void {
  const { world, plan, state } = run;
  const { layout } = plan;
  const { count, totals: board } = state;
  const groups = world.groupIds.length;
  const { evacuated, claimed, irregular } = at;
  const { farPlaces } = plan.usable;
  let inside = 0;
  let crossed = 0;
  let status = 0;
  let convention = 0;
  for (let g = 0; g < groups; g++) {
    inside += board[layout.idp[g]!]! + board[layout.road[g]!]!;
    for (let i = 0; i < plan.hostCountries.length; i++) {
      const country = plan.hostCountries[i]!;
      const stock = board[layout.stock[country * groups + g]!]!;
      crossed += stock;
      status += stock * world.statusShare[country]!;
      convention += stock * world.conventionShare[country]!;
    }
  }
  for (let i = 0; i < state.waiting.length; i++) inside += state.waiting[i]!;
  for (let i = 0; i < plan.statePlaces.length; i++) {
    const place = plan.statePlaces[i]!;
    const country = world.placeCountry[place]!;
    for (let g = 0; g < groups; g++) {
      if (farPlaces[g]!.length === 0) continue;
      const taken = count[countIndex(world, evacuated, place) + g]!;
      const granted = count[countIndex(world, claimed, place) + g]!;
      const alone = count[countIndex(world, irregular, place) + g]!;
      crossed += taken + granted + alone;
      status += taken * world.statusShare[country]! + granted * world.conventionShare[country]!;
      convention += granted * world.conventionShare[country]!;
    }
  }
  board[layout.lostProtection] = inside + crossed;
  board[layout.crossedFrontier] = crossed;
  board[layout.grantedStatus] = status;
  board[layout.convention] = convention;
}
