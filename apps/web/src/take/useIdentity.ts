import { useCallback } from 'react';
import type { Identity } from '../engine/protocol.ts';
import { usePage } from '../page.ts';

/** Asks which run is shown: named only when something is saved, for naming it takes a while. */
export function useIdentity(): () => Promise<Identity> {
  const { engine, state } = usePage();
  const { inputs } = state;
  return useCallback(async () => {
    const outcome = await engine.quick.call('identity', { inputs });
    return 'answer' in outcome ? outcome.answer : { case: 'case', run: 'run', version: '' };
  }, [engine, inputs]);
}

/** Name of a file that is saved: which case, which run, what. */
export const fileName = ({ case: name, run }: Identity, what: string): string =>
  `asylia-${name}-${run}-${what.replace(/[^A-Za-z0-9.-]+/g, '-')}`;
