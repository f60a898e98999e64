import { observePeople, simulate } from '@asylia/engine';
import { centralWorld } from '../ensemble.ts';
import type { PlaceCard } from '../places/placeCard.ts';
import { placeCard } from '../places/placeCard.ts';
import { centralPlan, preparedStudy } from '../preparedStudy.ts';
import type { Inputs, Result } from './answers.ts';
import type { Session } from './session.ts';
import { nameOfWorlds, studyOf } from './session.ts';

/** The card of a place in the expected run; the run is cached for the next place. */
export function cardOf(session: Session, inputs: Inputs, place: string): Result<PlaceCard | null> {
  const found = studyOf(session, inputs);
  if ('faults' in found) return found;
  const study = found.answer;
  const name = nameOfWorlds(inputs);
  if (session.people?.inputs !== name) {
    const world = centralWorld(study);
    const simulated = simulate(world, {
      seed: inputs.seed,
      world: 0,
      mode: 'expected',
      observers: { people: observePeople },
      plan: centralPlan(preparedStudy(study)),
    });
    session.people = { inputs: name, world, kept: simulated.observed.people };
  }
  const { world, kept } = session.people!;
  return { answer: placeCard(preparedStudy(study).central.case, world, kept, place) };
}
