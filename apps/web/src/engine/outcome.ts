import type { Fault } from '@asylia/cases';

/** Faults are answers too: the user's mistake, shown as such. */
export type Outcome<T> = { readonly answer: T } | { readonly faults: readonly Fault[] };
