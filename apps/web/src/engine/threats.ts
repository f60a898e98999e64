import { version } from '@asylia/engine';
import type { FrameId } from '@asylia/security';
import { defaultFactors, defaultRemedies } from '@asylia/security';
import type { ThreatInput, ThreatSummary } from '@asylia/study';
import { buildThreat, collectParts, givenFactor, runThreatTask } from '@asylia/study';
import type { Inputs, Outcome } from './protocol.ts';
import type { Session } from './session.ts';
import { studyOf, theoryOf } from './session.ts';

/** Every coalition of the sources of threat under one theory, in the expected run. */
export function threatOf(
  session: Session,
  inputs: Inputs,
  frames: readonly FrameId[],
): Outcome<ThreatSummary> {
  const found = studyOf(session, inputs);
  if ('faults' in found) return found;
  const theory = theoryOf(session, inputs);
  const input: ThreatInput = {
    study: found.answer,
    theories: [theory],
    factors: defaultFactors,
    frames,
    given: givenFactor,
    remedies: [...defaultRemedies],
    alternative: [],
    ledgerDraws: 0,
    perDraw: 1,
  };
  const part = runThreatTask(input, { what: 'expected', theory: 0, firstWorld: 0, count: 0 });
  return {
    answer: buildThreat(collectParts(input, [part]), {
      run: 'page',
      inputHash: '',
      version,
      seconds: 0,
      theories: session.theories.filter((one) => one.id === theory.id),
      observations: session.observations,
      causeOfFlight: null,
      validation: {},
      others: {},
      notes: [],
    }),
  };
}
