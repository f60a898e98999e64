import { settleAwayLosses } from '../people.ts';
import type { Run } from '../run.ts';
import { at, cell } from '../state.ts';

/**
 * Row 15. Writes every series of the day: stocks are counted, flows and cumulative totals have
 * been kept on the board by the rows above.
 */
export function record(run: Run): void {
  settleAwayLosses(run);
  countStocks(run);
  countPeopleUnderDefinitions(run);
  const { values, world } = run;
  const { totals, day } = run.state;
  const { days } = world;
  for (let s = 0, at = day; s < totals.length; s++, at += days) values[at] = totals[s]!;
}

/** Sets the flows of a new day to zero. */
export function clearFlows(run: Run): void {
  const { flowSeries } = run.plan;
  const board = run.state.totals;
  for (let i = 0; i < flowSeries.length; i++) board[flowSeries[i]!] = 0;
}

function countStocks(run: Run): void {
  const { world, plan, state } = run;
  const { layout } = plan;
  const board = state.totals;
  const groups = world.groupIds.length;
  const places = world.placeIds.length;
  const { count } = state;
  const displaced = at.displaced * places;
  const home = at.home * places;
  for (let g = 0; g < groups; g++) {
    let inside = 0;
    let athome = 0;
    for (let i = 0; i < plan.settlements.length; i++) {
      const place = plan.settlements[i]!;
      inside += count[(displaced + place) * groups + g]!;
      athome += count[(home + place) * groups + g]!;
    }
    board[layout.idp[g]!] = inside;
    board[layout.home[g]!] = athome;
  }
  countRoad(run);
  for (let i = 0; i < plan.crossings.length; i++) {
    const crossing = plan.crossings[i]!;
    let waiting = 0;
    for (const passage of plan.passagesOf[crossing]!) {
      for (let g = 0; g < groups; g++) waiting += state.waiting[passage * groups + g]!;
    }
    board[layout.waiting[crossing]!] = waiting;
  }
  for (let i = 0; i < plan.hostCountries.length; i++) countCountry(run, plan.hostCountries[i]!);
}

/** People under way, two groups side by side: each in the order of the days and passages. */
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

/** Of one country: people by group, by shelter and by place. */
function countCountry(run: Run, country: number): void {
  const { world, plan, state } = run;
  const { layout } = plan;
  const { count, totals } = state;
  const { places, row, rowPlace, rowShelter } = plan.live.hosts[country]!;
  const groups = world.groupIds.length;
  const stock = country * groups;
  for (let g = 0; g < groups; g++) totals[layout.stock[stock + g]!] = 0;
  for (let s = 0; s < 4; s++) totals[layout.shelter[country * 4 + s]!] = 0;
  for (let i = 0; i < places.length; i++) totals[layout.place[places[i]!]!] = 0;
  for (let r = 0; r < row.length; r++) {
    const place = layout.place[places[rowPlace[r]!]!]!;
    const shelter = layout.shelter[country * 4 + rowShelter[r]!]!;
    const first = row[r]!;
    let atPlace = totals[place]!;
    let inShelter = totals[shelter]!;
    for (let g = 0; g < groups; g++) {
      const n = count[first + g]!;
      atPlace += n;
      inShelter += n;
      totals[layout.stock[stock + g]!]! += n;
    }
    totals[place] = atPlace;
    totals[shelter] = inShelter;
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
  const board = state.totals;
  const groups = world.groupIds.length;
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
      const evacuated = state.count[cell(world, at.evacuated, place) + g]!;
      const claimed = state.count[cell(world, at.claimed, place) + g]!;
      const irregular = state.count[cell(world, at.irregular, place) + g]!;
      if (evacuated === 0 && claimed === 0 && irregular === 0) continue;
      crossed += evacuated + claimed + irregular;
      status += evacuated * world.statusShare[country]! + claimed * world.conventionShare[country]!;
      convention += claimed * world.conventionShare[country]!;
    }
  }
  board[layout.refugees] = inside + crossed;
  board[layout.refugees + 1] = crossed;
  board[layout.refugees + 2] = status;
  board[layout.refugees + 3] = convention;
}
