import { logNormal, uniform } from '../chance/index.ts';
import { decision } from '../decisions.ts';
import type { Run } from '../run.ts';
import { at, cell } from '../state.ts';
import type { ViolenceSpell } from '../world.ts';

/**
 * Row 1. Hazards of the day by place and group, from the spells of violence of the case. In
 * `sampled` mode the true size of a spell, and its size from day to day, scatter around the
 * record with mean 1.
 */
export function violence(run: Run): void {
  const { world, plan, scratch, state } = run;
  const groups = world.groupIds.length;
  const active = plan.activeSpells[state.day]!;
  const answers = world.moralHazard !== null;
  if (run.mode === 'expected' && run.hazardsFor === active && !answers) return;
  if (run.hazardsFor !== null) forgetHazards(run);
  run.hazardsFor = active;
  const encouraged = answers ? encouragement(run) : 1;
  let lastRow = -1;
  let size = 1;
  for (let i = 0; i < active.length; i++) {
    const spell = world.violence[active[i]!]!;
    if (spell.row !== lastRow) {
      lastRow = spell.row;
      size = run.mode === 'sampled' ? run.character.spellSize[spell.row]! * daySize(run, spell) : 1;
    }
    switch (spell.kind) {
      case 'expulsion':
        expel(
          run,
          spell,
          spell.place * groups + spell.group,
          spell.amountPerDay * size * encouraged,
        );
        break;
      case 'killing':
        scratch.killing[spell.place * groups + spell.group]! +=
          spell.amountPerDay * size * world.parameters.killingScale;
        break;
      case 'reprisal':
        scratch.reprisal[spell.place * groups + spell.group]! += spell.amountPerDay * size;
        break;
      case 'pursuit':
        // Attacks across the frontier move nobody: they are read from the case afterwards.
        break;
      default:
        scratch[spell.kind][spell.place]! += spell.amountPerDay;
    }
  }
}

/** Sets the hazards of the day before to nothing. */
function forgetHazards(run: Run): void {
  const { world, scratch } = run;
  const yesterday = run.hazardsFor!;
  const countries = world.countryIds.length;
  for (let i = 0; i < yesterday.length; i++) {
    const spell = world.violence[yesterday[i]!]!;
    if (spell.toward < 0) continue;
    const index = spell.place * world.groupIds.length + spell.group;
    scratch.directed[index * countries + spell.toward] = 0;
  }
  scratch.expulsion.fill(0);
  scratch.killing.fill(0);
  scratch.reprisal.fill(0);
  scratch.bombing.fill(0);
  scratch.insurgency.fill(0);
}

function expel(run: Run, spell: ViolenceSpell, index: number, hazardPerDay: number): void {
  run.scratch.expulsion[index]! += hazardPerDay;
  if (spell.toward >= 0) {
    run.scratch.directed[index * run.world.countryIds.length + spell.toward]! += hazardPerDay;
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
  if (spell.kind === 'reprisal') return 1;
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
