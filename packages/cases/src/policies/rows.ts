import { isRefuge } from '@asylia/engine';
import type { Change } from '../overlay.ts';
import type { TableName } from '../tables/index.ts';
import type { CaseRows, RowBehind } from './policy.ts';

/** Source of rows that a user has set: no editor and no document stands behind them. */
export const userSource = 'set-by-the-user';

/** Provenance of a row that a user has set. */
export const setByUser = (detail: string) =>
  ({ source: userSource, source_detail: detail, flag: 'estimate' }) as const;

/** The row of sources.csv that such rows need, unless the case has it already. */
export function userSourceRow(source: CaseRows): Change[] {
  if (source.tables.sources.some((row) => row.id === userSource)) return [];
  return [
    {
      table: 'sources',
      add: [
        {
          id: userSource,
          title: 'Set by the user: a policy that was moved, not a finding',
          publisher: '',
          date: '',
          locator: '',
          licence: '',
          terms: '',
        },
      ],
    },
  ];
}

interface Sourced {
  readonly atLine: number;
  readonly source: string;
  readonly source_detail: string;
  readonly flag: RowBehind['flag'];
}

/** Rows of a table as what stands behind a control. */
export function behind<R extends Sourced>(
  table: TableName,
  rows: readonly R[],
  what: (row: R) => string,
): RowBehind[] {
  return rows.map((row) => ({
    table,
    line: row.atLine,
    what: what(row),
    source: row.source,
    detail: row.source_detail,
    flag: row.flag,
  }));
}

/** Name of a country as the case has it, else its code. */
export function countryName(source: CaseRows, code: string): string {
  return source.tables.states.find((row) => row.country === code)?.name ?? code;
}

/** Countries other than the origin with a town or camp, in the order of places.csv. */
export function hostCountriesOf(source: CaseRows): string[] {
  const hosts = source.tables.places.flatMap((row) =>
    isRefuge(row.kind, row.country, source.origin) ? [row.country] : [],
  );
  return [...new Set(hosts)];
}
