import { logNormal, uniform } from '../chance/index.ts';
import { decision } from '../decisions.ts';
import type { PairList } from '../hazards.ts';
import type { Run } from '../run.ts';
import { probability } from '../run.ts';
import { at, cell } from '../state.ts';
import type { ViolenceSpell } from '../world.ts';

/**
 * Row 1. Hazards of the day by place and group, from the spells of violence of the case. In
 * `sampled` mode the true size of a spell, and its size from day to day, scatter around the
 * record with mean 1.
 */
export function violence(run: Run): void {
  const { world, plan, state, hazards } = run;
  const active = plan.activeSpells[state.day]!;
  const isNew = hazards.madeFor !== active;
  if (isNew) {
    hazards.madeFor = active;
    lastingHazards(run, active);
    listPairs(run, active);
  }
  // In the middle of chance a campaign has no days of its own.
  if (isNew || run.mode === 'sampled' || world.moralHazard) dailyHazards(run, active);
}

/** Hazards that stay as long as the list of spells: reprisal, and the fear of bombs and insurgents. */
function lastingHazards(run: Run, active: Int32Array): void {
  const { world, hazards } = run;
  const { bombingFlightPerEventPerDay, insurgencyFlightPerEventPerDay } = world.parameters;
  const { reprisal, scare } = hazards;
  const groups = world.groupIds.length;
  const bombing = new Float64Array(scare.length);
  const insurgency = new Float64Array(scare.length);
  reprisal.fill(0);
  for (let i = 0; i < active.length; i++) {
    const { kind, row, place, group, amountPerDay } = world.violence[active[i]!]!;
    if (kind === 'bombing') bombing[place]! += amountPerDay;
    if (kind === 'insurgency') insurgency[place]! += amountPerDay;
    if (kind === 'reprisal') {
      reprisal[place * groups + group]! += amountPerDay * run.character.spellSize[row]!;
    }
  }
  for (let place = 0; place < scare.length; place++) {
    scare[place] =
      bombing[place]! * bombingFlightPerEventPerDay +
      insurgency[place]! * insurgencyFlightPerEventPerDay;
  }
}

/** Who can be driven out or killed as long as the list of spells holds. */
function listPairs(run: Run, active: Int32Array): void {
  const { world, plan, hazards } = run;
  const { reprisal, scare, driven, endangered, leaveByReprisal } = hazards;
  const groups = world.groupIds.length;
  const isDriven = new Uint8Array(reprisal.length);
  const isEndangered = new Uint8Array(reprisal.length);
  for (let i = 0; i < active.length; i++) {
    const { kind, place, group } = world.violence[active[i]!]!;
    if (kind === 'expulsion' || kind === 'reprisal') isDriven[place * groups + group] = 1;
    if (kind === 'killing') isEndangered[place * groups + group] = 1;
  }
  driven.length = 0;
  endangered.length = 0;
  for (let i = 0; i < plan.settlements.length; i++) {
    const place = plan.settlements[i]!;
    for (let g = 0; g < groups; g++) {
      const pair = place * groups + g;
      if (reprisal[pair]! > 0) leaveByReprisal[pair] = probability(reprisal[pair]!);
      const isScared = scare[place]! > 0 && plan.persecuted[g] === 1;
      if (isDriven[pair] || isScared) addPair(driven, pair, place, g);
      if (isEndangered[pair]) addPair(endangered, pair, place, g);
    }
  }
}

function addPair(list: PairList, pair: number, place: number, group: number): void {
  list.pair[list.length] = pair;
  list.place[list.length] = place;
  list.group[list.length] = group;
  list.length += 1;
}

/** Hazards that have another size every day: expulsion and killing. */
function dailyHazards(run: Run, active: Int32Array): void {
  const { world, plan, hazards } = run;
  const { expulsion, killing, directed } = hazards;
  const groups = world.groupIds.length;
  const encouraged = world.moralHazard ? encouragement(run) : 1;
  expulsion.fill(0);
  killing.fill(0);
  directed.fill(0);
  let lastRow = -1;
  let size = 1;
  for (let i = 0; i < active.length; i++) {
    const spell = world.violence[active[i]!]!;
    const isExpulsion = spell.kind === 'expulsion';
    if (!isExpulsion && spell.kind !== 'killing') continue;
    if (spell.row !== lastRow) {
      lastRow = spell.row;
      size = run.mode === 'sampled' ? run.character.spellSize[spell.row]! * daySize(run, spell) : 1;
    }
    const pair = spell.place * groups + spell.group;
    if (isExpulsion) {
      const hazardPerDay = spell.amountPerDay * size * encouraged;
      expulsion[pair]! += hazardPerDay;
      if (spell.toward >= 0) {
        directed[pair * plan.towards.length + plan.towards.indexOf(spell.toward)]! += hazardPerDay;
      }
    } else {
      killing[pair]! += spell.amountPerDay * size * world.parameters.killingScale;
    }
  }
  followHazards(run);
}

/** Probabilities and shares that follow from the hazards of the day (function f1). */
function followHazards(run: Run): void {
  const { world, hazards } = run;
  const { expulsion, killing, scare, driven, endangered } = hazards;
  const { fleeingPerExpelled, fleeingInsidePerExpelled, displacedExposure } = world.parameters;
  const flee = fleeingPerExpelled + fleeingInsidePerExpelled;
  const insideOfFlight = flee > 0 ? fleeingInsidePerExpelled / flee : 0;
  for (let i = 0; i < driven.length; i++) {
    const pair = driven.pair[i]!;
    const expelled = expulsion[pair]!;
    const fear = scare[driven.place[i]!]!;
    if (expelled <= 0 && fear <= 0) continue;
    const toInside = expelled * fleeingInsidePerExpelled + fear * insideOfFlight;
    const toAbroad = expelled * fleeingPerExpelled + fear * (1 - insideOfFlight);
    const hazard = expelled + toInside + toAbroad;
    hazards.leaveHome[pair] = probability(hazard);
    hazards.hide[pair] = toInside / hazard;
    hazards.leaveInside[pair] = probability(displacedExposure * (expelled + toAbroad));
    hazards.expelled[pair] = expelled / (expelled + toAbroad);
  }
  for (let i = 0; i < endangered.length; i++) {
    const pair = endangered.pair[i]!;
    hazards.beKilled[pair] = probability(killing[pair]!);
  }
}

/** Expulsion relative to the history, given how many are received as the day begins. */
function encouragement(run: Run): number {
  const { strength, receptionAsItWas } = run.world.moralHazard!;
  return (1 + strength * reception(run)) / (1 + strength * receptionAsItWas[run.state.day]!);
}

/** Share of the displaced abroad whom states beyond the neighbours have received, 0 to 1. */
export function reception(run: Run): number {
  const { world, plan, state } = run;
  let near = 0;
  let far = 0;
  for (let g = 0; g < world.groupIds.length; g++) {
    if (!plan.persecuted[g]) continue;
    for (let index = g; index < plan.live.byGroup.length; index += world.groupIds.length) {
      const cells = plan.live.byGroup[index]!;
      for (let i = 0; i < cells.length; i++) near += state.count[cells[i]!]!;
    }
    for (let i = 0; i < plan.statePlaces.length; i++) {
      const place = plan.statePlaces[i]!;
      far += state.count[cell(world, at.evacuated, place) + g]!;
      far += state.count[cell(world, at.claimed, place) + g]!;
    }
  }
  return near + far > 0 ? far / (near + far) : 0;
}

/** A campaign has its days; reprisals are many small acts, whose scatter is that of the counts. */
function daySize(run: Run, spell: ViolenceSpell): number {
  const u = uniform(
    run.keys,
    run.state.day,
    run.world.violenceRowKey[spell.row]!,
    0,
    decision.daySize,
    0,
  );
  return logNormal(u, run.world.parameters.dayToDaySpread);
}
