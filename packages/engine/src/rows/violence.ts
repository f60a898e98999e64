import { logNormal, uniform } from '../chance/index.ts';
import { decision } from '../decisions.ts';
import type { PairList } from '../hazards.ts';
import { reception } from '../reception.ts';
import type { Run } from '../run.ts';
import { probability } from '../run.ts';
import type { ViolenceSpell } from '../world.ts';

/**
 * Hazards of the day by place and group, from the spells of violence of the case. In
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
  }
  // At the centre of chance a campaign has no days of its own.
  if (isNew || run.mode === 'sampled' || world.moralHazard) dailyHazards(run, active);
}

/**
 * Hazards that stay as long as the list of spells (reprisal, and the fear of bombs and insurgents),
 * and who can be driven out or killed as long.
 */
function lastingHazards(run: Run, active: Int32Array): void {
  const { world, hazards } = run;
  const { bombing, insurgency, reprisal, scare, isDriven, isEndangered } = hazards;
  const { bombingFlightPerEventPerDay, insurgencyFlightPerEventPerDay } = world.parameters;
  const groups = world.groupIds.length;
  for (const list of [bombing, insurgency, reprisal, isDriven, isEndangered]) list.fill(0);
  for (let i = 0; i < active.length; i++) {
    const spell = world.violence[active[i]!]!;
    const { kind, place, amountPerDay } = spell;
    const pair = place * groups + spell.group;
    if (kind === 'reprisal') {
      isDriven[pair] = 1;
      reprisal[pair]! += amountPerDay * run.worldEffects.spellSize[spell.row]!;
    } else if (kind === 'expulsion') isDriven[pair] = 1;
    else if (kind === 'killing') isEndangered[pair] = 1;
    else if (kind === 'bombing') bombing[place]! += amountPerDay;
    else if (kind === 'insurgency') insurgency[place]! += amountPerDay;
  }
  for (let place = 0; place < scare.length; place++) {
    scare[place] =
      bombing[place]! * bombingFlightPerEventPerDay +
      insurgency[place]! * insurgencyFlightPerEventPerDay;
  }
  listPairs(run);
}

function listPairs({ world, plan, hazards }: Run): void {
  const { reprisal, scare, driven, endangered, leaveByReprisal, isDriven, isEndangered } = hazards;
  const groups = world.groupIds.length;
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
      size =
        run.mode === 'sampled' ? run.worldEffects.spellSize[spell.row]! * daySize(run, spell) : 1;
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
  const { strength, baselineReception } = run.world.moralHazard!;
  return (1 + strength * reception(run)) / (1 + strength * baselineReception[run.state.day]!);
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
