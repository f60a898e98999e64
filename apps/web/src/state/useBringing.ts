import type { Fault } from '@asylia/cases';
import { useCallback, useEffect, useMemo, useState } from 'react';
import type { Client } from '../engine/client.ts';
import type { Unpacked } from '../engine/protocol.ts';
import type { Brought } from '../import/gather.ts';
import type { Question } from '../queries/cache.ts';
import { answerOf, brokenOf, faultsOf } from '../queries/refused.ts';
import { useQuery } from '../queries/useQuery.ts';
import type { CaseFiles } from './engine.ts';

/** A case on its way into the page. */
export interface Bringing {
  /** Reads and checks what was brought; opens it when it has no fault. */
  readonly take: (brought: readonly Brought[]) => void;
  /** Says what was wrong before anything could be read. */
  readonly refuse: (faults: readonly Fault[]) => void;
  /** Lets go of what was said of the last try. */
  readonly forget: () => void;
  readonly isReading: boolean;
  /** What was wrong with what was brought last. */
  readonly faults: readonly Fault[];
  /** Files that lay beside the case and were not read. */
  readonly leftOut: readonly string[];
  /** A fault of ours, as text; '' = none. */
  readonly broken: string;
}

/** The last try: what was brought, or why nothing could be read. */
interface Try {
  readonly brought: readonly Brought[] | null;
  readonly refused: readonly Fault[];
}

const none: Try = { brought: null, refused: [] };

/** Reads what is brought in the worker. The case that is open stays open until a good one is there. */
export function useBringing(quick: Client, bring: (files: CaseFiles) => void): Bringing {
  const [{ brought, refused }, setTry] = useState(none);
  const reading = useQuery(brought && unpacked(quick, brought));
  const { status, answer } = reading;
  useEffect(() => {
    if (answer) bring(answer.files);
  }, [answer, bring]);
  const take = useCallback((given: readonly Brought[]) => setTry({ ...none, brought: given }), []);
  const refuse = useCallback(
    (faults: readonly Fault[]) => setTry({ ...none, refused: faults }),
    [],
  );
  const forget = useCallback(() => setTry(none), []);
  return useMemo(
    () => ({
      take,
      refuse,
      forget,
      isReading: brought !== null && status === 'asking',
      faults: [...refused, ...faultsOf([reading])],
      leftOut: answer?.leftOut ?? [],
      broken: brokenOf([reading]),
    }),
    [take, refuse, forget, brought, refused, reading, status, answer],
  );
}

const unpacked = (quick: Client, brought: readonly Brought[]): Question<Unpacked> => ({
  kind: 'unpack',
  of: brought,
  key: '',
  ask: () => answerOf(quick.call('unpack', { brought })),
});
