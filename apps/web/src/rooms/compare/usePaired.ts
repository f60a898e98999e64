import type { Opened, Paired } from '../../engine/protocol.ts';
import { usePage } from '../../page.ts';
import type { Question } from '../../queries/cache.ts';
import { brokenOf } from '../../queries/refused.ts';
import { useQueries } from '../../queries/useQuery.ts';
import type { Engine } from '../../state/engine.ts';
import type { Column } from './columns.ts';

/** Worlds behind the intervals of differences. */
export const worldsInAll = 20;
/** Fewer say nothing about 5 and 95 %. */
export const fewestWorlds = 10;
/** Waiting before worlds are run, ms: while a control is dragged none are. */
const restMs = 600;
/** Inputs whose worlds are remembered; the oldest go first. */
const mostKept = 40;

/**
 * The same sampled worlds run under every column, one by one in the background. A column that
 * stays when another one is chosen is not run again.
 */
export function usePaired(columns: readonly Column[]): {
  /** [column][world], as many worlds as all columns have */
  readonly worlds: readonly (readonly Paired[])[];
  readonly done: number;
  /** A fault of ours, as text; '' = none. */
  readonly broken: string;
} {
  const { engine, opened, isPatientReady } = usePage();
  const isAsked = opened && isPatientReady && columns.length > 1;
  const known = useQueries(
    isAsked ? columns.map((column) => pairedWorlds(engine, opened, column)) : [],
  );
  const all = columns.map((_, i) => known[i]?.answer ?? []);
  const done = all.length === 0 ? 0 : Math.min(...all.map((worlds) => worlds.length));
  return { worlds: all.map((worlds) => worlds.slice(0, done)), done, broken: brokenOf(known) };
}

/** The worker is asked in turn: the columns go on side by side, world by world. */
const pairedWorlds = (
  { inTurn }: Engine,
  opened: Opened,
  { inputs }: Pick<Column, 'inputs'>,
): Question<readonly Paired[]> => ({
  kind: 'paired worlds',
  of: opened,
  key: JSON.stringify(inputs),
  keep: mostKept,
  restMs,
  ask: async ({ signal, show, soFar }) => {
    let worlds = soFar ?? [];
    while (worlds.length < worldsInAll) {
      const world = worlds.length;
      worlds = [...worlds, await inTurn.patient.call('paired', { inputs, world }, signal)];
      show(worlds);
    }
    return worlds;
  },
});
