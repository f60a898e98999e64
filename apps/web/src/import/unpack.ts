import type { Fault } from '@asylia/cases';
import { fault } from '@asylia/cases';
import { readCaseFolder } from '@asylia/lab';
import type { Outcome, Unpacked } from '../engine/protocol.ts';
import type { Imported } from './gather.ts';
import { gather } from './gather.ts';
import { limits } from './limits.ts';

/** Faults that are handed to the page: a million of them would hold it up for seconds. */
const mostFaults = 5000;

/** Reads what was imported and checks the case in it. @returns the case, or every fault */
export async function unpack(imported: readonly Imported[]): Promise<Outcome<Unpacked>> {
  const gathered = await gather(imported, limits);
  if ('faults' in gathered) return gathered;
  const read = readCaseFolder(new Map(Object.entries(gathered.answer.files)));
  if ('faults' in read) return { faults: first(read.faults) };
  return { answer: { ...gathered.answer, title: read.folder.case.title } };
}

function first(faults: readonly Fault[]): readonly Fault[] {
  if (faults.length <= mostFaults) return faults;
  const { file } = faults[0]!;
  const received = `${faults.length} faults`;
  const fix = `The first ${mostFaults} are listed. So many often have one cause: mend the first ones.`;
  return [
    fault('tooMany', file, null, null, `at most ${mostFaults} faults`, received, fix),
    ...faults.slice(0, mostFaults),
  ];
}
