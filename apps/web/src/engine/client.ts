import type { Fault } from '@asylia/cases';
import type { CallName, Calls, Outcome, Request, Response } from './protocol.ts';
import EngineWorker from './worker.ts?worker&inline';

/** A worker that answers one call after the other. */
export interface Client {
  readonly call: <N extends CallName>(
    name: N,
    ask: Calls[N]['ask'],
  ) => Promise<Outcome<Calls[N]['answer']>>;
}

/** What a person waits for; whatever fills in behind is held back meanwhile, for cores are few. */
const awaited: ReadonlySet<CallName> = new Set(['open', 'live', 'threat']);
let underWay = 0;
let heldBack: (() => void)[] = [];

function came(): void {
  underWay -= 1;
  if (underWay > 0) return;
  for (const goOn of heldBack) goOn();
  heldBack = [];
}

/** Resolves when no worker computes what a person waits for. */
export async function untilQuiet(): Promise<void> {
  while (underWay > 0) await new Promise<void>((goOn) => heldBack.push(goOn));
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
      new Promise<Outcome<Calls[typeof name]['answer']>>((resolve, reject) => {
        const id = next++;
        waiting.set(id, { resolve: resolve as (outcome: Outcome<never>) => void, reject });
        if (awaited.has(name)) underWay += 1;
        worker.postMessage({ id, call: name, ask } as Request);
      }).finally(() => awaited.has(name) && came()),
  };
}
