import type { JobKind, KindName } from './jobKind.ts';

/** Every kind of job; read from the disk when it is wanted. */
const kinds: { readonly [K in KindName]: () => Promise<JobKind<K>> } = {
  worlds: async () => (await import('./worlds.ts')).worlds,
  conflict: async () => (await import('./conflict.ts')).conflict,
};

export const isKind = (name: string): name is KindName => Object.hasOwn(kinds, name);

export const kindOf = <K extends KindName>(name: K): Promise<JobKind<K>> => kinds[name]();
