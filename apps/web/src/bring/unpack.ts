import { readCaseFolder } from '@asylia/study';
import type { Outcome, Unpacked } from '../engine/protocol.ts';
import type { Brought } from './gather.ts';
import { gather } from './gather.ts';
import { limits } from './limits.ts';

/** Reads what was brought and checks the case in it. @returns the case, or every fault */
export async function unpack(brought: readonly Brought[]): Promise<Outcome<Unpacked>> {
  const gathered = await gather(brought, limits);
  if ('faults' in gathered) return gathered;
  const read = readCaseFolder(new Map(Object.entries(gathered.answer.files)));
  if ('faults' in read) return read;
  return { answer: { ...gathered.answer, title: read.folder.case.title } };
}
