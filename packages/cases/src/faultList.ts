import type { Fault, FaultCode } from './faults.ts';
import { fault, mostFaults, shownFaults } from './faults.ts';

/**
 * Faults as they are found. Of each file the first `mostFaults` are kept, and one more fault says
 * that there were others: a column of dates in another form makes every row a fault.
 */
export interface FaultList {
  readonly faults: Fault[];
  /** Faults found in each file, kept or not. */
  readonly found: Map<string, number>;
}

export function newFaultList(): FaultList {
  return { faults: [], found: new Map() };
}

/**
 * Adds a fault, unless its file has its full number already.
 * @param fix what to do; a function where that takes long to say (a search for names alike): it is
 * called only for faults that will be printed
 */
export function addFault(
  list: FaultList,
  code: FaultCode,
  file: string,
  row: number | null,
  column: string | null,
  expected: string,
  received: string,
  fix: string | (() => string),
): void {
  const before = list.found.get(file) ?? 0;
  list.found.set(file, before + 1);
  if (before > mostFaults) return;
  if (before === mostFaults) {
    list.faults.push(notCollected(file));
    return;
  }
  const isPrinted = before < shownFaults;
  const said = typeof fix === 'string' ? fix : isPrinted ? fix() : 'Correct the name.';
  list.faults.push(fault(code, file, row, column, expected, received, said));
}

/** Whether further faults of a file would not be kept: its reader may stop. */
export function isFull(list: FaultList, file: string): boolean {
  return (list.found.get(file) ?? 0) > mostFaults;
}

/** Adds faults that were found elsewhere, one by one: there can be more than a call takes. */
export function addFaults(list: FaultList, faults: readonly Fault[]): void {
  for (const one of faults)
    addFault(list, one.code, one.file, one.row, one.column, one.expected, one.received, one.fix);
}

function notCollected(file: string): Fault {
  return fault(
    'moreFaults',
    file,
    null,
    null,
    `at most ${mostFaults} faults`,
    'more',
    `Only the first ${mostFaults} faults of this file were collected. So many often have one cause: correct the first ones and check again.`,
  );
}
