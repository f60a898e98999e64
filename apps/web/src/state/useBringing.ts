import type { Fault } from '@asylia/cases';
import { useCallback, useMemo, useRef, useState } from 'react';
import type { Client } from '../engine/client.ts';
import type { Brought } from '../import/gather.ts';
import type { CaseFiles } from './useEngine.ts';

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

type Known = Omit<Bringing, 'take' | 'refuse' | 'forget'>;
const nothing: Known = { isReading: false, faults: [], leftOut: [], broken: '' };

/** Reads what is brought in the worker. The case that is open stays open until a good one is there. */
export function useBringing(quick: Client, bring: (files: CaseFiles) => void): Bringing {
  const [known, setKnown] = useState<Known>(nothing);
  const newest = useRef(0);
  const take = useCallback(
    (brought: readonly Brought[]) => {
      newest.current += 1;
      const own = newest.current;
      setKnown({ ...nothing, isReading: true });
      quick.call('unpack', { brought }).then(
        (outcome) => {
          if (own !== newest.current) return;
          if ('faults' in outcome) setKnown({ ...nothing, faults: outcome.faults });
          else {
            setKnown({ ...nothing, leftOut: outcome.answer.leftOut });
            bring(outcome.answer.files);
          }
        },
        (error: unknown) => {
          if (own === newest.current) setKnown({ ...nothing, broken: String(error) });
        },
      );
    },
    [quick, bring],
  );
  const refuse = useCallback((faults: readonly Fault[]) => setKnown({ ...nothing, faults }), []);
  const forget = useCallback(() => {
    newest.current += 1;
    setKnown(nothing);
  }, []);
  return useMemo(() => ({ ...known, take, refuse, forget }), [known, take, refuse, forget]);
}
