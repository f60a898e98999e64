import type { SensitivityInput } from '../sensitivity/assumptions.ts';
import type { SensitivityChunk, SensitivityTask } from '../sensitivity/sensitivity.ts';
import { planSensitivity, runSensitivityTask } from '../sensitivity/sensitivity.ts';
import type { Inputs, Result, SensitivityOf } from './answers.ts';
import type { Session } from './session.ts';
import { studyOf, theoryOf } from './session.ts';

/** The input asked about last: its central run is simulated once for all pieces. */
const known = new WeakMap<Session, { readonly name: string; readonly input: SensitivityInput }>();

function inputFor(session: Session, inputs: Inputs, of: SensitivityOf): Result<SensitivityInput> {
  const name = `${of} ${JSON.stringify(inputs)}`;
  const before = known.get(session);
  if (before?.name === name) return { answer: before.input };
  const study = studyOf(session, inputs);
  if ('faults' in study) return study;
  // What a theory says of movement is left out of the movement that the page shows, and here.
  const theory = of === 'measures' ? theoryOf(session, inputs) : null;
  const input = { study: study.answer, theory };
  known.set(session, { name, input });
  return { answer: input };
}

/** The pieces of "what matters most" under some inputs. */
export function sensitivityPlan(
  session: Session,
  inputs: Inputs,
  of: SensitivityOf,
): Result<readonly SensitivityTask[]> {
  const found = inputFor(session, inputs, of);
  return 'faults' in found ? found : { answer: planSensitivity(found.answer) };
}

/** Some pieces of it: each moves one assumption to its low and to its high value. */
export function sensitivityParts(
  session: Session,
  inputs: Inputs,
  of: SensitivityOf,
  tasks: readonly SensitivityTask[],
): Result<readonly SensitivityChunk[]> {
  const found = inputFor(session, inputs, of);
  if ('faults' in found) return found;
  return { answer: tasks.map((task) => runSensitivityTask(found.answer, task)) };
}
