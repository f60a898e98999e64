import type { Fault } from '@asylia/cases';
import type { CurrentRun, Opened } from '../../engine/protocol.ts';
import { usePage } from '../../page.ts';
import type { Question } from '../../queries/cache.ts';
import { brokenOf, faultsOf } from '../../queries/refused.ts';
import { useQueries } from '../../queries/useQuery.ts';
import type { Engine } from '../../state/engine.ts';
import type { Column } from './columns.ts';
import { editedId } from './columns.ts';

const mostKept = 24;

/** A chosen column with its expected run. */
export interface Run extends Column {
  readonly live: CurrentRun;
}

/**
 * The expected runs of the chosen columns, made one after the other; those that are there
 * already are not made again. What is edited now is the run that the whole page shows.
 */
export function useRuns(columns: readonly Column[]): {
  readonly runs: readonly Run[];
  readonly waiting: number;
  /** Why one of them could not be run. */
  readonly faults: readonly Fault[];
  /** A fault of ours, as text; '' = none. */
  readonly broken: string;
} {
  const { engine, opened, live } = usePage();
  const asked = opened ? columns.filter(({ id }) => id !== editedId) : [];
  const known = useQueries(asked.map((column) => columnRun(engine, opened!, column)));
  const runs = columns.flatMap((column): Run[] => {
    const run = column.id === editedId ? live : known[asked.indexOf(column)]?.answer;
    return run ? [{ ...column, live: run }] : [];
  });
  return {
    runs,
    waiting: columns.length - runs.length,
    faults: faultsOf(known),
    broken: brokenOf(known),
  };
}

const columnRun = (
  { inTurn }: Engine,
  opened: Opened,
  { inputs }: Pick<Column, 'inputs'>,
): Question<CurrentRun> => ({
  kind: 'run of a column',
  of: opened,
  key: JSON.stringify(inputs),
  keep: mostKept,
  ask: ({ signal }) => inTurn.quick.call('live', { inputs }, signal),
});
