import type { Fault } from '@asylia/cases';
import { useCallback, useEffect, useMemo, useState } from 'react';
import type { Client } from '../engine/client.ts';
import type { Unpacked } from '../engine/protocol.ts';
import type { Imported } from '../import/gather.ts';
import type { Question } from '../queries/cache.ts';
import { answerOf, brokenOf, faultsOf } from '../queries/refused.ts';
import { useQuery } from '../queries/useQuery.ts';
import type { CaseFiles } from './source.ts';

/** A case on its way into the page. */
export interface Importing {
  /** Reads and checks what was imported; opens it when it has no fault. */
  readonly take: (imported: readonly Imported[]) => void;
  /** Says what was wrong before anything could be read. */
  readonly refuse: (faults: readonly Fault[]) => void;
  /** Lets go of what was said of the last try. */
  readonly forget: () => void;
  readonly isReading: boolean;
  /** What was wrong with what was imported last. */
  readonly faults: readonly Fault[];
  /** Files that lay beside the case and were not read. */
  readonly leftOut: readonly string[];
  /** A fault of ours, as text; '' = none. */
  readonly broken: string;
}

/** The last try: what was imported, or why nothing could be read. */
interface Try {
  readonly imported: readonly Imported[] | null;
  readonly refused: readonly Fault[];
}

const none: Try = { imported: null, refused: [] };

/**
 * Reads what is imported in the worker. The case that is open stays open until a good one is there.
 */
export function useImport(quick: Client, importFiles: (files: CaseFiles) => void): Importing {
  const [{ imported, refused }, setTry] = useState(none);
  const reading = useQuery(imported && unpacked(quick, imported));
  const { status, answer } = reading;
  useEffect(() => {
    if (answer) importFiles(answer.files);
  }, [answer, importFiles]);
  const take = useCallback(
    (given: readonly Imported[]) => setTry({ ...none, imported: given }),
    [],
  );
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
      isReading: imported !== null && status === 'asking',
      faults: [...refused, ...faultsOf([reading])],
      leftOut: answer?.leftOut ?? [],
      broken: brokenOf([reading]),
    }),
    [take, refuse, forget, imported, refused, reading, status, answer],
  );
}

const unpacked = (quick: Client, imported: readonly Imported[]): Question<Unpacked> => ({
  kind: 'unpack',
  of: imported,
  key: '',
  ask: () => answerOf(quick.call('unpack', { imported })),
});
