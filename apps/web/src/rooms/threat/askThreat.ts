import type { Client } from '../../engine/client.ts';
import { startClient } from '../../engine/client.ts';
import { loadData } from '../../engine/data.ts';
import type { CallName, Calls, Opened, Outcome } from '../../engine/protocol.ts';
import type { CaseFiles, Source } from '../../state/useEngine.ts';

/** A worker of this room's own: it never waits behind worlds that are sampled for the bands. */
let client: Client | null = null;
/** The case that it has open when all that was asked so far is answered. */
let openedSource: Source | null = null;
let busy: Promise<unknown> | null = null;
/** Other cases that checks of theories name. */
const beside = new WeakMap<Source, readonly CaseFiles[]>();

/**
 * Asks when nothing else is under way, so that what the user moved meanwhile is not queued behind
 * questions that nobody asks any more. Who asks says of which case: another room, or one that was
 * left and still makes a report, may have had another one opened in between.
 * @param isLeft whether the answer is no longer wanted
 * @returns null when it was no longer wanted
 */
export const askInTurn = <N extends CallName>(
  source: Source,
  name: N,
  ask: Calls[N]['ask'],
  isLeft: () => boolean = () => false,
): Promise<Outcome<Calls[N]['answer']> | null> =>
  inTurn(source, isLeft, (worker) => worker.call(name, ask));

async function inTurn<T>(
  source: Source,
  isLeft: () => boolean,
  work: (worker: Client) => Promise<T>,
): Promise<T | null> {
  while (busy) await busy;
  if (isLeft()) return null;
  client ??= startClient();
  const worker = client;
  const opening: Promise<unknown>[] = [];
  if (openedSource !== source) {
    openedSource = source;
    opening.push(worker.call('open', source));
    for (const files of beside.get(source) ?? []) opening.push(worker.call('other', { files }));
  }
  const asked = work(worker);
  const answer = Promise.all([asked, ...opening]).then(() => asked);
  const done = answer
    .catch(() => undefined)
    .then(() => {
      if (busy === done) busy = null;
    });
  busy = done;
  return await answer;
}

/** Opens the case in this worker, with the other cases that checks of theories name. */
export async function openForThreat(
  source: Source,
  { theories, case: own }: Opened,
  isLeft: () => boolean,
): Promise<void> {
  if (!beside.has(source)) {
    const names = theories.flatMap(({ checks }) =>
      checks.flatMap(({ args }) => ('otherCase' in args ? [args.otherCase] : [])),
    );
    const others = [...new Set(names)].filter((name) => name !== own.name);
    const found = await Promise.all(
      others.map((name) => loadData<CaseFiles>(`case-${name}`).catch(() => null)),
    );
    beside.set(
      source,
      found.filter((files) => files !== null),
    );
  }
  await inTurn(source, isLeft, async () => undefined);
}
