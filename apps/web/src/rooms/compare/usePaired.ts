import { useEffect, useState } from 'react';
import type { Inputs, Opened, Paired } from '../../engine/protocol.ts';
import { usePage } from '../../page.ts';
import type { Column } from './columns.ts';

/** Worlds behind the intervals of differences. */
export const worldsInAll = 20;
/** Fewer say nothing about 5 and 95 %. */
export const fewestWorlds = 10;
/** Waiting before worlds are lived, ms: while a control is dragged none are. */
const restMs = 600;

/** Worlds lived for a case, by the JSON of their inputs: the same number, the same world. */
const lived = new WeakMap<Opened, Map<string, readonly Paired[]>>();
/** Inputs whose worlds are remembered; the oldest go first. */
const mostKept = 40;

/**
 * The same sampled worlds lived under every column, one by one in the background. A column that
 * stays when another one is chosen is not lived again.
 */
export function usePaired(columns: readonly Column[]): {
  /** [column][world], as many worlds as all columns have */
  readonly worlds: readonly (readonly Paired[])[];
  readonly done: number;
  /** A fault of ours, as text; '' = none. */
  readonly broken: string;
} {
  const { engine, opened, isPatientReady } = usePage();
  const [, show] = useState(0);
  const [broken, setBroken] = useState('');
  const key = columns.map(({ inputs }) => JSON.stringify(inputs)).join('|');
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for the columns
  useEffect(() => {
    if (!opened || !isPatientReady || columns.length < 2) return;
    let left = false;
    const known = worldsOf(opened);
    const timer = setTimeout(() => {
      void (async () => {
        for (let world = 0; world < worldsInAll; world++) {
          for (const { inputs } of columns) {
            const name = nameOf(inputs);
            const before = known.get(name) ?? [];
            if (before.length > world) continue;
            const outcome = await engine.patient.call('paired', { inputs, world });
            if (left || 'faults' in outcome) return;
            known.set(name, [...before, outcome.answer]);
            const oldest = known.keys().next().value;
            if (known.size > mostKept && oldest !== undefined) known.delete(oldest);
          }
          show((n) => n + 1);
        }
      })().catch((error) => setBroken(String(error)));
    }, restMs);
    return () => {
      left = true;
      clearTimeout(timer);
    };
  }, [opened, isPatientReady, key, engine]);

  const all = columns.map(({ inputs }) =>
    opened ? (worldsOf(opened).get(nameOf(inputs)) ?? []) : [],
  );
  const done = all.length === 0 ? 0 : Math.min(...all.map((worlds) => worlds.length));
  return { worlds: all.map((worlds) => worlds.slice(0, done)), done, broken };
}

const nameOf = (inputs: Inputs) => JSON.stringify(inputs);

function worldsOf(opened: Opened): Map<string, readonly Paired[]> {
  const known = lived.get(opened) ?? new Map<string, readonly Paired[]>();
  lived.set(opened, known);
  return known;
}
