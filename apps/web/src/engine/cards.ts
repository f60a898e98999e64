import { observePeople, simulate } from '@asylia/engine';
import type { PlaceCard } from '@asylia/lab';
import { centralPlan, centralWorld, placeCard, preparedStudy } from '@asylia/lab';
import type { Inputs, Outcome } from './protocol.ts';
import type { Session } from './session.ts';
import { nameOfWorlds, studyOf } from './session.ts';

/** The card of a place in the expected run; the run is kept for the next place. */
export function cardOf(session: Session, inputs: Inputs, place: string): Outcome<PlaceCard | null> {
  const found = studyOf(session, inputs);
  if ('faults' in found) return found;
  const study = found.answer;
  const name = nameOfWorlds(inputs);
  if (session.people?.inputs !== name) {
    const world = centralWorld(study);
    const lived = simulate(world, {
      seed: inputs.seed,
      world: 0,
      mode: 'expected',
      observers: { people: observePeople },
      plan: centralPlan(preparedStudy(study)),
    });
    session.people = { inputs: name, world, kept: lived.observed.people };
  }
  const { world, kept } = session.people!;
  return { answer: placeCard(preparedStudy(study).central.case, world, kept, place) };
}
