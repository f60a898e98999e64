import type { ConsequenceFactorId } from '../factors/levels.ts';
import { singleFactors } from '../factors/levels.ts';
import type { Consequences } from './results.ts';
import type { Row } from './row.ts';
import { consequenceTable } from './table.ts';

/** One row of what follows from movement, in words. */
export interface ConsequenceRow {
  readonly id: string;
  readonly title: string;
  readonly what: string;
  readonly reads: string;
  readonly writes: string;
  /** Assumptions that it declares. */
  readonly assumptions: readonly string[];
  /** Ids of the factors that it and the rows before it declare. */
  readonly switchedBy: readonly string[];
}

const table: Readonly<Record<keyof Consequences, Row<unknown>>> = consequenceTable;

function factorsOf({ reads, after }: Row<unknown>): Set<ConsequenceFactorId> {
  return new Set([...reads.factors, ...after.flatMap((id) => [...factorsOf(table[id])])]);
}

/** The table of consequences as it is executed, for those who read about it. */
export const consequenceRows: readonly ConsequenceRow[] = Object.entries(table).map(([id, row]) => {
  const factors: ReadonlySet<string> = factorsOf(row);
  return {
    id,
    title: row.title,
    what: row.what,
    reads: [row.takes, ...row.after.map((one) => table[one].title.toLowerCase())].join(', '),
    writes: row.gives,
    assumptions: row.reads.assumptions,
    switchedBy: singleFactors.filter((factor) => factors.has(factor)),
  };
});
