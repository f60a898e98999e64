import { useSyncExternalStore } from 'react';
import type { Inputs } from '../../engine/protocol.ts';
import type { Kept } from './columns.ts';

/** Mixes of policies that were kept: they outlive the room, and go when the page is closed. */
let all: readonly Kept[] = [];
let next = 1;
const followers = new Set<() => void>();

function set(now: readonly Kept[]) {
  all = now;
  for (const follow of followers) follow();
}

/** Keeps what is moved now. @returns its id */
export function keep(title: string, of: string, inputs: Inputs): string {
  const id = `kept-${next++}`;
  set([...all, { id, title, of, inputs }]);
  return id;
}

export function letGo(id: string) {
  set(all.filter((one) => one.id !== id));
}

export function useKept(): readonly Kept[] {
  return useSyncExternalStore(
    (follow) => {
      followers.add(follow);
      return () => followers.delete(follow);
    },
    () => all,
  );
}
