import type { PartOf, Store } from '@asylia/lab';
import { UserError } from '@asylia/lab';
import type { z } from 'zod';
import type { Effects } from '../../shell/effects.ts';

/** One piece of a plan: computed anywhere, it writes one file into its folder. */
export interface Shard {
  readonly isThere: () => Promise<boolean>;
  /** Writes it. @throws UserError when the input is not the planned one any more. @returns its name */
  readonly compute: () => Promise<string>;
}

/** The shard of one range. */
export function shardOf<I, R, P>(
  of: PartOf<I, R, P>,
  store: Store,
  input: () => I | Promise<I>,
): Shard {
  const { kind, range } = of;
  return {
    isThere: async () => (await store.load(of)) !== null,
    compute: async () => {
      store.save(of, kind.runner(await input())(range));
      return kind.nameOf(range);
    },
  };
}

/** A plan with all that belongs to it. */
export interface OpenedPlan {
  readonly shards: readonly Shard[];
  /** Puts the shards together, all of them finished: writes what one machine would have written. */
  readonly merge: () => Promise<void>;
}

/** What can be planned: the file of a plan, and how it is opened. `job` names it in the file. */
export interface PlanKind<Schema extends z.ZodType> {
  readonly schema: Schema;
  readonly open: (
    effects: Effects,
    path: string,
    plan: z.infer<Schema>,
  ) => OpenedPlan | Promise<OpenedPlan>;
}

/** @throws UserError when a plan was made for another input */
export function expectPlanned(path: string, planned: string, now: string, what: string): void {
  if (planned === now) return;
  throw new UserError(
    `${path}: ${what} or this program have changed since the plan was made (input hash ${planned.slice(0, 12)}, now ${now.slice(0, 12)}). Plan anew.`,
  );
}
