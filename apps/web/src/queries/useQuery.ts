import { createContext, useCallback, useContext, useRef, useSyncExternalStore } from 'react';
import type { Asked, QueryCache, Question } from './cache.ts';

/** The cache of the page, made at its root. */
export const QueriesContext = createContext<QueryCache | null>(null);

function useQueryCache(): QueryCache {
  const cache = useContext(QueriesContext);
  if (!cache) throw new Error('useQuery: there is no cache above this part of the page');
  return cache;
}

const isSame = <T>(a: Question<T>, b: Question<T>) =>
  a.kind === b.kind && a.of === b.of && a.key === b.key;

/** The list of before while each of its parts is the same. */
function useHeld<T>(list: readonly T[], same: (a: T, b: T) => boolean): readonly T[] {
  const held = useRef(list);
  const before = held.current;
  if (before.length !== list.length || !list.every((one, i) => same(one, before[i]!))) {
    held.current = list;
  }
  return held.current;
}

/** What is known of some questions; they are asked as long as this part of the page is shown. */
export function useQueries<T>(questions: readonly Question<T>[]): readonly Asked<T>[] {
  const cache = useQueryCache();
  const held = useHeld(questions, isSame);
  const follow = useCallback(
    (changed: () => void) => {
      const letGo = held.map((question) => cache.follow(question, changed));
      return () => {
        for (const go of letGo) go();
      };
    },
    [cache, held],
  );
  const known = useRef<readonly Asked<T>[]>([]);
  const read = () => {
    const now = held.map((question) => cache.read(question));
    const before = known.current;
    if (now.length !== before.length || now.some((one, i) => one !== before[i])) {
      known.current = now;
    }
    return known.current;
  };
  return useSyncExternalStore(follow, read);
}

const nothing: Asked<never> = {
  status: 'asking',
  answer: undefined,
  last: undefined,
  error: undefined,
};

/** What is known of a question; null asks nothing. */
export function useQuery<T>(question: Question<T> | null): Asked<T> {
  const [asked] = useQueries(question ? [question] : []);
  return asked ?? nothing;
}

/** What is known of a question about no case, such as a file beside the page. */
export function usePageQuery<T>(kind: string, key: string, ask: () => Promise<T>): Asked<T> {
  return useQuery({ kind, of: useQueryCache(), key, ask });
}
