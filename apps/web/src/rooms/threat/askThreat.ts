import type { Client } from '../../engine/client.ts';
import { startClient } from '../../engine/client.ts';
import { loadData } from '../../engine/data.ts';
import type { CallName, Calls, Opened, Outcome } from '../../engine/protocol.ts';
import type { CaseFiles, Source } from '../../state/useEngine.ts';

/** A worker of this room's own: it never waits behind worlds that are sampled for the bands. */
let client: Client | null = null;
let openedSource: Source | null = null;
let busy: Promise<unknown> | null = null;

/**
 * Asks when nothing else is under way, so that what the user moved meanwhile is not queued behind
 * questions that nobody asks any more.
 * @param isLeft whether the answer is no longer wanted
 * @returns null when it was no longer wanted
 */
export async function askInTurn<N extends CallName>(
  name: N,
  ask: Calls[N]['ask'],
  isLeft: () => boolean = () => false,
): Promise<Outcome<Calls[N]['answer']> | null> {
  while (busy) await busy;
  if (isLeft()) return null;
  client ??= startClient();
  const answer = client.call(name, ask);
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
  if (openedSource === source) return;
  if (!(await askInTurn('open', source, isLeft))) return;
  openedSource = source;
  const names = theories.flatMap(({ checks }) =>
    checks.flatMap(({ args }) => ('otherCase' in args ? [args.otherCase] : [])),
  );
  for (const name of new Set(names)) {
    if (name === own.name) continue;
    const files = await loadData<CaseFiles>(`case-${name}`).catch(() => null);
    if (files) await askInTurn('other', { files });
  }
}
