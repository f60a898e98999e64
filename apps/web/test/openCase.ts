import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Inputs } from '../src/engine/protocol.ts';
import type { Session } from '../src/engine/session.ts';
import { openSession } from '../src/engine/session.ts';
import { startState } from '../src/state/state.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** Tables and JSON of a folder, by their path in it. */
function filesOf(folder: string): Record<string, string> {
  return Object.fromEntries(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(csv|json)$/.test(name))
      .map((name) => [name.replaceAll('\\', '/'), readFileSync(join(folder, name), 'utf8')]),
  );
}

/** A case that comes along, as the worker opens it. */
export function openCase(name: string): Session {
  const opened = openSession(filesOf(join(root, 'cases', name)), filesOf(join(root, 'theories')));
  if ('faults' in opened) throw new Error(JSON.stringify(opened.faults));
  return opened.session;
}

/** Inputs as it was, but for what is given. */
export function inputsOf(change: Partial<Inputs>): Inputs {
  return { ...startState.inputs, ...change };
}

/** What a call answers. @throws Error when it answers with faults */
export function answerOf<T>(outcome: { readonly answer: T } | { readonly faults: unknown }): T {
  if ('faults' in outcome) throw new Error(JSON.stringify(outcome.faults));
  return outcome.answer;
}
