import type { Fault } from '@asylia/cases';
import type { Outcome } from '../engine/protocol.ts';
import type { Asked } from './cache.ts';

/** Why a worker gave no answer: a mistake of the user's. */
export class Refused extends Error {
  readonly faults: readonly Fault[];

  constructor(faults: readonly Fault[]) {
    super('refused');
    this.faults = faults;
  }
}

/** The answer of an outcome. @throws Refused with its faults */
export async function answerOf<T>(outcome: Promise<Outcome<T>>): Promise<T> {
  const came = await outcome;
  if ('faults' in came) throw new Refused(came.faults);
  return came.answer;
}

/** Mistakes of the user's that questions met. */
export const faultsOf = (asked: readonly Asked<unknown>[]): readonly Fault[] =>
  asked.flatMap(({ error }) => (error instanceof Refused ? error.faults : []));

/** The first fault of ours that a question met, as text; '' = none. */
export function brokenOf(asked: readonly Asked<unknown>[]): string {
  const broken = asked.find(({ error }) => error !== undefined && !(error instanceof Refused));
  return broken ? String(broken.error) : '';
}
