import { settleAwayLosses } from '../people.ts';
import { sheltered } from '../plan/cells.ts';
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
  const { state, values } = run;
  values.set(state.totals, run.plan.layout.names.length * state.day);
}

/** Sets the flows of a new day to zero. */
export function clearFlows(run: Run): void {
  const { layout } = run.plan;
  const board = run.state.totals;
  for (const list of [
    layout.entries,
    layout.leftExpelled,
    layout.leftFled,
    layout.leftInside,
    layout.leftTo,
  ]) {
    for (let i = 0; i < list.length; i++) if (list[i]! >= 0) board[list[i]!] = 0;
  }
}

function countStocks(run: Run): void {
  const { world, plan, state } = run;
  const { layout } = plan;
  const board = state.totals;
  const groups = world.groupIds.length;
  const places = world.placeIds.length;
  const { count, road } = state;
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
    let underWay = 0;
    for (let i = g; i < road.length; i += groups) underWay += road[i]!;
    board[layout.road[g]!] = underWay;
  }
  for (let i = 0; i < plan.crossings.length; i++) {
    const crossing = plan.crossings[i]!;
    let waiting = 0;
    for (const passage of plan.passagesOf[crossing]!) {
      for (let g = 0; g < groups; g++) waiting += state.waiting[passage * groups + g]!;
    }
    board[layout.waiting[crossing]!] = waiting;
  }
  for (let country = 0; country < plan.hostPlaces.length; country++) countCountry(run, country);
}

function countCountry(run: Run, country: number): void {
  const { world, plan, state } = run;
  const { layout } = plan;
  const board = state.totals;
  const groups = world.groupIds.length;
  const places = plan.hostPlaces[country]!;
  if (places.length === 0) return;
  for (let g = 0; g < groups; g++) board[layout.stock[country * groups + g]!] = 0;
  for (let s = 0; s < 4; s++) board[layout.shelter[country * 4 + s]!] = 0;
  for (let i = 0; i < places.length; i++) {
    const place = places[i]!;
    let here = 0;
    for (let s = 0; s < 4; s++) {
      const from = cell(world, sheltered[s]!, place);
      for (let g = 0; g < groups; g++) {
        const n = state.count[from + g]!;
        if (n === 0) continue;
        board[layout.stock[country * groups + g]!]! += n;
        board[layout.shelter[country * 4 + s]!]! += n;
        here += n;
      }
    }
    board[layout.place[place]!] = here;
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
    for (let country = 0; country < world.countryIds.length; country++) {
      const series = layout.stock[country * groups + g]!;
      if (series < 0) continue;
      const stock = board[series]!;
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
      crossed += evacuated + claimed + state.count[cell(world, at.irregular, place) + g]!;
      status += evacuated * world.statusShare[country]! + claimed * world.conventionShare[country]!;
      convention += claimed * world.conventionShare[country]!;
    }
  }
  board[layout.refugees] = inside + crossed;
  board[layout.refugees + 1] = crossed;
  board[layout.refugees + 2] = status;
  board[layout.refugees + 3] = convention;
}
