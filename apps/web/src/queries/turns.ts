import type { Client } from '../engine/client.ts';
import type { CallName, Calls } from '../engine/protocol.ts';
import { answerOf } from './refused.ts';

/** A worker asked one thing at a time, so that what nobody wants any more is never asked. */
export interface Turns {
  /** @throws Refused with the user's faults; an abort error when it was no longer wanted */
  readonly call: <N extends CallName>(
    name: N,
    ask: Calls[N]['ask'],
    signal: AbortSignal,
  ) => Promise<Calls[N]['answer']>;
  /** Does some work alone. @param signal aborted before its turn comes: it is not begun */
  readonly alone: <T>(work: (client: Client) => Promise<T>, signal?: AbortSignal) => Promise<T>;
}

export function inTurns(client: Client): Turns {
  let busy: Promise<unknown> | null = null;
  const alone: Turns['alone'] = async (work, signal) => {
    while (busy) await busy;
    signal?.throwIfAborted();
    const answer = work(client);
    const done = answer
      .catch(() => undefined)
      .then(() => {
        if (busy === done) busy = null;
      });
    busy = done;
    return await answer;
  };
  return {
    alone,
    call: (name, ask, signal) => alone((worker) => answerOf(worker.call(name, ask)), signal),
  };
}
