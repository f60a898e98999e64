import type { Descriptor } from './descriptor.ts';
import { readDescriptor } from './descriptor.ts';
import type { Fault } from './faults.ts';
import { fault } from './faults.ts';
import { parseTable } from './parseTable.ts';
import { checkRows } from './references.ts';
import type { Rows, Table, TableName } from './tables/index.ts';
import { tables as declared, tableNames } from './tables/index.ts';

/** A crisis as data, checked. */
export interface Case {
  readonly name: string;
  readonly title: string;
  readonly version: string;
  readonly start: string;
  readonly end: string;
  readonly origin: string;
  readonly groups: Descriptor['asylia']['groups'];
  readonly fit: Descriptor['asylia']['fit'];
  /** Days between the state of things and the date printed with a stock or a total. */
  readonly recordLagDays: number;
  /** Country at whose frontier people leaving home were estimated; '' = all. */
  readonly leftHomeSeenIn: string;
  readonly notices: readonly string[];
  readonly unknowns: readonly string[];
  readonly licences: readonly string[];
  readonly tables: Rows;
  /** What was noticed and is no fault. */
  readonly notes: readonly string[];
}

export type Files = ReadonlyMap<string, Uint8Array | string>;

/**
 * Reads and checks a case from its files (name within the folder -> content). Pure.
 * @returns the case, or the faults that were found, at most `mostFaults` of each file; never throws on bad input
 * @example
 * ```js
 * import { newCase, readCase } from '@asylia/cases';
 * const read = readCase(newCase('my-crisis'));
 * 'faults' in read ? read.faults : read.case.groups.length; // is 2
 * ```
 */
export function readCase(
  files: Files,
): { readonly case: Case } | { readonly faults: readonly Fault[] } {
  const faults: Fault[] = [];
  const descriptorFile = files.get('datapackage.json');
  const descriptor = descriptorFile === undefined ? null : readDescriptor(descriptorFile);
  if (descriptor === null) faults.push(missing('datapackage.json'));
  else if (Array.isArray(descriptor)) for (const one of descriptor) faults.push(one);
  const notes: string[] = [];
  const rows = {} as Record<TableName, readonly unknown[]>;
  for (const name of tableNames) {
    const content = files.get(`${name}.csv`);
    if (content === undefined) {
      const table: Table = declared[name];
      if (!table.optional) faults.push(missing(`${name}.csv`));
      rows[name] = [];
      continue;
    }
    const parsed = parseTable(name, content);
    rows[name] = parsed.rows;
    // One by one: a long table can have more faults than a call takes arguments.
    for (const one of parsed.faults) faults.push(one);
    for (const note of parsed.notes) notes.push(note);
  }
  // References are only checked between whole tables: a broken row would raise faults elsewhere.
  if (faults.length > 0 || descriptor === null || Array.isArray(descriptor)) return { faults };
  const tables = rows as unknown as Rows;
  const found = checkRows(tables, descriptor as Descriptor);
  if (found.length > 0) return { faults: found };
  return { case: toCase(descriptor as Descriptor, tables, notes) };
}

function missing(file: string): Fault {
  return fault(
    'missingFile',
    file,
    null,
    null,
    `a file ${file}`,
    'none',
    'Write it; a table that has no rows still has its header.',
  );
}

function toCase(descriptor: Descriptor, rows: Rows, notes: readonly string[]): Case {
  const { asylia } = descriptor;
  return {
    name: descriptor.name,
    title: descriptor.title,
    version: descriptor.version ?? '',
    start: asylia.start,
    end: asylia.end,
    origin: asylia.origin,
    groups: asylia.groups,
    fit: asylia.fit,
    recordLagDays: asylia.recordLagDays ?? 0,
    leftHomeSeenIn: asylia.leftHomeSeenIn ?? '',
    notices: asylia.notices,
    unknowns: asylia.unknowns,
    licences: (descriptor.licenses ?? []).map((licence) => licence.title ?? licence.name ?? ''),
    tables: rows,
    notes,
  };
}

/** The checks of a case that had passed them before some of its tables were changed. */
export function recheck(changed: Case, changedTables: ReadonlySet<TableName>): Fault[] {
  const descriptor: Descriptor = {
    name: changed.name,
    title: changed.title,
    asylia: {
      formatVersion: 1,
      start: changed.start,
      end: changed.end,
      origin: changed.origin,
      groups: changed.groups,
      fit: changed.fit,
      notices: changed.notices,
      unknowns: changed.unknowns,
    },
  };
  return checkRows(changed.tables, descriptor, changedTables);
}
