import type { RunSummary, ThreatSummary } from '@asylia/lab';
import { useState } from 'react';
import type { Outcome } from '../../engine/protocol.ts';
import { usePage } from '../../page.ts';
import { validationOf } from '../threat/attribution.ts';

/** What is made for the user to take away. */
export interface Taking {
  /** Whether there are worlds from which something can be made. */
  readonly isReady: boolean;
  /** What is being made now; '' = nothing. */
  readonly busy: string;
  readonly broken: string;
  /** Makes one thing after the other. */
  readonly make: (what: string, work: () => Promise<void>) => void;
  /** The summary over the worlds computed so far. */
  readonly summary: () => Promise<RunSummary>;
  /** The attribution in the expected run, under every theory. */
  readonly threat: (run: RunSummary) => Promise<ThreatSummary>;
  /** Files as a zip archive. */
  readonly pack: (files: Readonly<Record<string, string>>) => Promise<Uint8Array>;
}

/** The answer of a worker; what the user cannot have caused is thrown. */
function got<T>(outcome: Outcome<T>): T {
  if ('answer' in outcome) return outcome.answer;
  throw new Error(outcome.faults.map((one) => `${one.file}: ${one.received}`).join('; '));
}

/** Makes files from the run as it is edited now. */
export function useTake(): Taking {
  const { engine, state, opened, source, bands, worldsDone } = usePage();
  const { inputs } = state;
  const [busy, setBusy] = useState('');
  const [broken, setBroken] = useState('');
  const make = (what: string, work: () => Promise<void>) => {
    setBusy(what);
    setBroken('');
    // Let the page say that it is at work before the work begins.
    setTimeout(() => {
      work()
        .catch((error: unknown) => setBroken(String(error)))
        .finally(() => setBusy(''));
    });
  };
  return {
    isReady: worldsDone > 0,
    busy,
    broken,
    make,
    pack: async (files) => got(await engine.quick.call('pack', { files })),
    summary: async () =>
      bands && bands.worlds === worldsDone
        ? bands
        : got(await engine.patient.call('summary', { inputs, worlds: worldsDone })),
    threat: async ({ checks }) => {
      await engine.threat.open(source!, opened!);
      const validation = validationOf(checks);
      const theories = opened!.theories.map((one) => one.id);
      const ask = { inputs, theories, validation };
      return (await engine.threat.call(source!, 'threat', ask)).summary;
    },
  };
}
