import type { Fault } from '@asylia/cases';
import { useEffect, useState } from 'react';
import type { Inputs, Live, Opened } from '../../engine/protocol.ts';
import { usePage } from '../../page.ts';
import type { Column } from './columns.ts';
import { movedId } from './columns.ts';

/** Runs that were lived for a case, by the JSON of their inputs; the oldest go first. */
const lived = new WeakMap<Opened, Map<string, Live>>();
const mostKept = 24;

/** A chosen column with its expected run. */
export interface Run extends Column {
  readonly live: Live;
}

/**
 * The expected runs of the chosen columns, lived one after the other; those that are there
 * already are not lived again. What is moved now is the run that the whole page shows.
 */
export function useRuns(columns: readonly Column[]): {
  readonly runs: readonly Run[];
  readonly waiting: number;
  /** Why one of them could not be lived. */
  readonly faults: readonly Fault[];
  /** A fault of ours, as text; '' = none. */
  readonly broken: string;
} {
  const { engine, opened, live } = usePage();
  const [, show] = useState(0);
  const [faults, setFaults] = useState<readonly Fault[]>([]);
  const [broken, setBroken] = useState('');
  const key = columns
    .filter(({ id }) => id !== movedId)
    .map(({ inputs }) => JSON.stringify(inputs))
    .join('|');
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for the columns
  useEffect(() => {
    if (!opened) return;
    let left = false;
    const known = runsOf(opened);
    setFaults([]);
    void (async () => {
      for (const { id, inputs } of columns) {
        const name = JSON.stringify(inputs);
        if (left) return;
        if (id === movedId || known.has(name)) continue;
        const outcome = await engine.quick.call('live', { inputs });
        if ('answer' in outcome) keepRun(known, name, outcome.answer);
        if (left) return;
        if ('faults' in outcome) setFaults((before) => [...before, ...outcome.faults]);
        show((n) => n + 1);
      }
    })().catch((error) => setBroken(String(error)));
    return () => {
      left = true;
    };
  }, [opened, key, engine]);

  const runs = columns.flatMap((column): Run[] => {
    const run =
      column.id === movedId
        ? live
        : opened && runsOf(opened).get(JSON.stringify(column.inputs satisfies Inputs));
    return run ? [{ ...column, live: run }] : [];
  });
  return { runs, waiting: columns.length - runs.length, faults, broken };
}

function runsOf(opened: Opened): Map<string, Live> {
  const known = lived.get(opened) ?? new Map<string, Live>();
  lived.set(opened, known);
  return known;
}

function keepRun(known: Map<string, Live>, name: string, run: Live) {
  known.set(name, run);
  for (const oldest of known.keys()) {
    if (known.size <= mostKept) break;
    known.delete(oldest);
  }
}
