import type { SensitivityInput, SensitivityPart, SensitivityTask } from '@asylia/study';
import { planSensitivity, runSensitivityTask } from '@asylia/study';
import type { Inputs, Outcome } from './protocol.ts';
import type { Session } from './session.ts';
import { studyOf, theoryOf } from './session.ts';

/** The input asked about last: its central run is lived once for all pieces. */
const known = new WeakMap<Session, { readonly name: string; readonly input: SensitivityInput }>();

function inputFor(session: Session, inputs: Inputs): Outcome<SensitivityInput> {
  const name = JSON.stringify(inputs);
  const before = known.get(session);
  if (before?.name === name) return { answer: before.input };
  const study = studyOf(session, inputs);
  if ('faults' in study) return study;
  const input = { study: study.answer, theory: theoryOf(session, inputs) };
  known.set(session, { name, input });
  return { answer: input };
}

/** The pieces of "what matters most" under some inputs. */
export function sensitivityPlan(
  session: Session,
  inputs: Inputs,
): Outcome<readonly SensitivityTask[]> {
  const found = inputFor(session, inputs);
  return 'faults' in found ? found : { answer: planSensitivity(found.answer) };
}

/** Some pieces of it: each moves one assumption to its low and to its high value. */
export function sensitivityParts(
  session: Session,
  inputs: Inputs,
  tasks: readonly SensitivityTask[],
): Outcome<readonly SensitivityPart[]> {
  const found = inputFor(session, inputs);
  if ('faults' in found) return found;
  return { answer: tasks.map((task) => runSensitivityTask(found.answer, task)) };
}
