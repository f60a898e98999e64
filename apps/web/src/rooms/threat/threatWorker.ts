import type { Client } from '../../engine/client.ts';
import { loadData } from '../../engine/data.ts';
import type { CallName, Calls, Opened } from '../../engine/protocol.ts';
import { answerOf } from '../../queries/refused.ts';
import { inTurns } from '../../queries/turns.ts';
import type { CaseFiles, Source } from '../../state/source.ts';

/** A worker for attributions: it never waits behind worlds that are sampled for the bands. */
export interface ThreatWorker {
  /**
   * Asks when nothing else is under way, so that what the user edited meanwhile is not queued
   * behind questions that nobody asks any more. Who asks says of which case: another room, or one
   * that was left and still makes a report, may have had another one opened in between.
   */
  readonly call: <N extends CallName>(
    source: Source,
    name: N,
    ask: Calls[N]['ask'],
    signal?: AbortSignal,
  ) => Promise<Calls[N]['answer']>;
  /** Opens a case, with the other cases that checks of theories name. */
  readonly open: (source: Source, opened: Opened, signal?: AbortSignal) => Promise<void>;
}

/** It starts when it is first asked. */
export function createThreatWorker(startClient: () => Client): ThreatWorker {
  let client: Client | undefined;
  const turns = inTurns({
    call: (name, ask) => {
      client ??= startClient();
      return client.call(name, ask);
    },
  });
  /** The case that it has open when all that was asked so far is answered. */
  let openedSource: Source | null = null;
  const beside = new WeakMap<Source, readonly CaseFiles[]>();

  const alone = <T>(source: Source, work: (worker: Client) => Promise<T>, signal?: AbortSignal) =>
    turns.alone(async (worker) => {
      const opening: Promise<unknown>[] = [];
      if (openedSource !== source) {
        openedSource = source;
        opening.push(worker.call('open', source));
        for (const files of beside.get(source) ?? []) opening.push(worker.call('other', { files }));
      }
      const [answer] = await Promise.all([work(worker), ...opening]);
      return answer;
    }, signal);

  return {
    call: (source, name, ask, signal) =>
      alone(source, (worker) => answerOf(worker.call(name, ask)), signal),
    open: async (source, opened, signal) => {
      if (!beside.has(source)) beside.set(source, await casesNamed(opened));
      await alone(source, async () => undefined, signal);
    },
  };
}

/** Files of the other cases that checks of theories name, as far as they lie beside the page. */
async function casesNamed({ theories, case: own }: Opened): Promise<readonly CaseFiles[]> {
  const names = theories.flatMap(({ checks }) =>
    checks.flatMap(({ args }) => ('otherCase' in args ? [args.otherCase] : [])),
  );
  const others = [...new Set(names)].filter((name) => name !== own.name);
  const found = await Promise.all(
    others.map((name) => loadData<CaseFiles>(`case-${name}`).catch(() => null)),
  );
  return found.filter((files) => files !== null);
}
