import type { JobKind } from '@asylia/lab';

/** A kind of job of which nothing is known but how to use it. */
export type AnyKind = JobKind<unknown, unknown, unknown>;

/** Every kind of job by its id; read from the disk when it is wanted. */
const kinds: Readonly<Record<string, () => Promise<unknown>>> = {
  worlds: async () => (await import('@asylia/lab')).worldsJob,
  conflict: async () => (await import('./conflict.ts')).conflictJob,
  threat: async () => (await import('@asylia/lab')).threatJob,
};

/** The kind of that id; null where there is none. */
export async function kindOf(id: string): Promise<AnyKind | null> {
  return Object.hasOwn(kinds, id) ? ((await kinds[id]!()) as AnyKind) : null;
}
