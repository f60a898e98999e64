import { createContext, useCallback, useContext, useSyncExternalStore } from 'react';

/** Choices within rooms: they outlive their room, and go when the page is closed. */
export interface Memory {
  readonly get: (name: string) => unknown;
  readonly set: (name: string, value: unknown) => void;
  /** Hears of every change. @returns hears no more */
  readonly follow: (changed: () => void) => () => void;
}

export function createMemory(): Memory {
  const kept = new Map<string, unknown>();
  const followers = new Set<() => void>();
  return {
    get: (name) => kept.get(name),
    set: (name, value) => {
      kept.set(name, value);
      for (const changed of [...followers]) changed();
    },
    follow: (changed) => {
      followers.add(changed);
      return () => followers.delete(changed);
    },
  };
}

/** The memory of the page, made at its root. */
export const MemoryContext = createContext<Memory | null>(null);

/**
 * A value that is still there when its room is entered again, as long as the page is open.
 * @param first before any was set; the same one each time
 */
export function useRemembered<T>(name: string, first: T): readonly [T, (value: T) => void] {
  const memory = useContext(MemoryContext);
  if (!memory) throw new Error('useRemembered: there is no memory above this part of the page');
  const read = () => (memory.get(name) as T | undefined) ?? first;
  const value = useSyncExternalStore(memory.follow, read);
  const set = useCallback((next: T) => memory.set(name, next), [memory, name]);
  return [value, set];
}
