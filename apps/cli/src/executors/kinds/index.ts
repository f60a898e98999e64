import type { JobKind } from '@asylia/lab';

/** A kind of job of which nothing is known but how to use it. */
export type AnyKind = JobKind<unknown, unknown, unknown>;

/** Every kind of job by its id; read from the disk when it is wanted. */
const kinds: Readonly<Record<string, () => Promise<{ readonly job: unknown }>>> = {
  worlds: () => import('./worlds.ts'),
  conflict: () => import('./conflict.ts'),
  threat: () => import('./threat.ts'),
};

/** The kind of that id; null where there is none. */
export async function kindOf(id: string): Promise<AnyKind | null> {
  const read = Object.hasOwn(kinds, id) ? kinds[id] : undefined;
  return read ? ((await read()).job as AnyKind) : null;
}
