import { groupBy } from './groupBy.ts';

/** One mistake in a file: where, what was expected, what came, what to do. */
export interface Fault {
  readonly code: FaultCode;
  readonly file: string;
  /** Line of the file, 1 = header; null when the fault is not in a line. */
  readonly row: number | null;
  readonly column: string | null;
  readonly expected: string;
  readonly received: string;
  readonly fix: string;
}

/** Every kind of fault, with an example of how it comes about. */
export const faultCodes = {
  missingFile: 'the folder has no violence.csv',
  tooLarge: 'places.csv has 104,857,600 bytes',
  notText: 'places.csv is a spreadsheet or a picture, not text',
  emptyFile: 'places.csv has no line at all',
  noRows: 'places.csv has a header and nothing below',
  wrongDelimiter: 'places.csv is separated by ; instead of ,',
  brokenQuotes: 'a quotation mark is opened and never closed',
  raggedRow: 'a row has 11 cells under 14 columns',
  unknownColumn: 'a column is called latitude instead of lat',
  missingColumn: 'there is no column flag',
  duplicateColumn: 'two columns are called from',
  missingValue: 'a place has no country',
  spaces: 'an id begins or ends with a space',
  notNumber: 'a number is written 1,200 or twelve',
  notWhole: 'persons are 12.5',
  outOfRange: 'a latitude is 142, a share 1.2, persons -5',
  notDate: 'a date is 30/02/1999 or 1999-02-30',
  notChoice: 'a kind is village instead of settlement',
  notId: 'an id has spaces or capital letters',
  duplicateId: 'two places have the same id',
  unknownReference: 'a route leads to a place that is not in places.csv',
  selfRoute: 'a route leads from a place to itself',
  duplicateRoute: 'two routes join the same two places in the same mode',
  unconnected: 'a settlement or crossing has no route',
  datesReversed: 'a row ends before it begins',
  overlap: 'two rules hold at the same crossing on the same day',
  notJson: 'datapackage.json cannot be read as JSON',
  wrongShape: 'datapackage.json lacks asylia.start',
  unknownKey: 'datapackage.json has asylia.startDate instead of asylia.start',
  matchesNothing: 'a change of a scenario finds no row',
  unknownParameter: 'a scenario sets a parameter that does not exist',
  tooManyRows: 'record.csv has more than 1,000,000 rows, places.csv more than 200,000',
  moreFaults: 'every one of 20,000 rows has a fault',
} as const;
/** Faults of what a case came in, before any of its files is read. */
export const archiveFaultCodes = {
  tooMany: 'an archive holds 2,001 files',
  unsafePath: 'an archive holds ../places.csv',
  notArchive: 'case.zip is cut short, or is no archive at all',
  notOneCase: 'a folder holds two cases',
} as const;
export type FaultCode = keyof typeof faultCodes | keyof typeof archiveFaultCodes;

/** Faults of one file that are printed. */
export const shownFaults = 10;
/** Faults of one file that are collected. */
export const mostFaults = 1000;

/**
 * Readable report: the first ten faults of each file and the count of the rest.
 * @example
 * ```js
 * import { formatFaults, readCase } from '@asylia/cases';
 * formatFaults(readCase(new Map()).faults).startsWith('datapackage.json: 1 fault'); // is true
 * ```
 */
export function formatFaults(faults: readonly Fault[]): string {
  const lines: string[] = [];
  for (const [file, all] of groupBy(faults, (one) => one.file)) {
    const list = all.filter((one) => one.code !== 'moreFaults');
    const areAll = list.length === all.length;
    const count = `${list.length} ${list.length === 1 ? 'fault' : 'faults'}`;
    lines.push(`${file}: ${areAll ? '' : 'more than '}${count}`);
    for (const fault of list.slice(0, shownFaults)) lines.push(`  ${formatFault(fault)}`);
    const more = list.length - shownFaults;
    if (!areAll) {
      lines.push(
        `  and more: only the first ${list.length} faults of this file were collected. So many often have one cause: correct the first ones and check again.`,
      );
    } else if (more > 0) lines.push(`  and ${more} more in ${file}`);
  }
  return lines.join('\n');
}

export function formatFault(fault: Fault): string {
  const where = [
    fault.row === null ? '' : `line ${fault.row}`,
    fault.column === null ? '' : `column ${cut(fault.column, longestName)}`,
  ].filter((part) => part !== '');
  const place = where.length > 0 ? `${where.join(', ')}: ` : '';
  return `${place}expected ${fault.expected}; got ${fault.received}. ${fault.fix}`;
}

/** Longer names are not compared: nobody mistypes one letter of a paragraph. */
const longestName = 100;

/** Up to three known names most like a given one, for hints. */
export function nearNames(name: string, known: Iterable<string>): string[] {
  if (name.length > longestName) return [];
  const lower = name.toLowerCase();
  const near: { candidate: string; distance: number }[] = [];
  for (const candidate of known) {
    if (candidate.length > longestName) continue;
    const most = Math.max(2, Math.floor(candidate.length / 3));
    const distance = editDistance(lower, candidate.toLowerCase(), most);
    if (distance <= most) near.push({ candidate, distance });
  }
  return near
    .sort((a, b) => a.distance - b.distance || (a.candidate < b.candidate ? -1 : 1))
    .slice(0, 3)
    .map(({ candidate }) => candidate);
}

/** A hint such as "Did you mean lat or lon?", or the list of known names when none is near. */
export function hint(name: string, known: readonly string[]): string {
  const near = nearNames(name, known);
  if (near.length > 0) return `Did you mean ${near.join(' or ')}?`;
  const listed = known
    .slice(0, 20)
    .map((one) => cut(one, longestQuote))
    .join(', ');
  return `Known: ${listed}${known.length > 20 ? `, and ${known.length - 20} more` : ''}.`;
}

/**
 * Least number of letters to change, add or drop between two words; any number above `most` when
 * it is more than that.
 */
function editDistance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const changed = previous[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      const distance = Math.min(previous[j]! + 1, current[j - 1]! + 1, changed);
      current.push(distance);
      least = Math.min(least, distance);
    }
    if (least > most) return most + 1;
    previous = current;
  }
  return previous[b.length]!;
}

/** Characters of a file that a message quotes. */
const longestQuote = 60;

/** What stands in a file, as messages quote it. */
export function quoted(value: string): string {
  return value === '' ? 'a blank' : JSON.stringify(cut(value, longestQuote));
}

function cut(text: string, most: number): string {
  return text.length > most ? `${text.slice(0, most - 3)}...` : text;
}

/** A fault from its parts, in the order in which it is read. */
export function fault(
  code: FaultCode,
  file: string,
  row: number | null,
  column: string | null,
  expected: string,
  received: string,
  fix: string,
): Fault {
  return { code, file, row, column, expected, received, fix };
}
