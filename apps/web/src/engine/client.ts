import type { Fault } from '@asylia/cases';
import type { CallName, Calls, Outcome, Request, Response } from './protocol.ts';
import EngineWorker from './worker.ts?worker&inline';

/** A worker that answers one call after the other. */
export interface Client {
  readonly call: <N extends CallName>(
    name: N,
    ask: Calls[N]['ask'],
  ) => Promise<Outcome<Calls[N]['answer']>>;
  readonly stop: () => void;
}

/** Starts a worker. A fault of ours rejects the promise; a fault of the user's is an outcome. */
export function startClient(): Client {
  const worker = new EngineWorker();
  const waiting = new Map<
    number,
    { resolve: (outcome: Outcome<never>) => void; reject: (error: Error) => void }
  >();
  let next = 0;
  worker.onmessage = ({ data }: MessageEvent<Response>) => {
    const asked = waiting.get(data.id);
    waiting.delete(data.id);
    if (!asked) return;
    if ('error' in data) asked.reject(new Error(data.error));
    else if ('faults' in data) asked.resolve({ faults: data.faults as readonly Fault[] });
    else asked.resolve({ answer: data.answer as never });
  };
  worker.onerror = (event) => {
    for (const { reject } of waiting.values()) reject(new Error(event.message));
    waiting.clear();
  };
  return {
    call: (name, ask) =>
      new Promise((resolve, reject) => {
        const id = next++;
        waiting.set(id, { resolve: resolve as (outcome: Outcome<never>) => void, reject });
        worker.postMessage({ id, call: name, ask } as Request);
      }),
    stop: () => worker.terminate(),
  };
}
