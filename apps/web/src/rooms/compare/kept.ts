import { useRemembered } from '../../state/memory.ts';
import type { Kept } from './columns.ts';

const none: readonly Kept[] = [];

/** Mixes of policies that were kept. */
export function useCached(): {
  readonly kept: readonly Kept[];
  /** Keeps a mix. @returns its id */
  readonly keep: (mix: Omit<Kept, 'id'>) => string;
  readonly letGo: (id: string) => void;
} {
  const [kept, setKept] = useRemembered('compare.kept', none);
  const [next, setNext] = useRemembered('compare.kept.next', 1);
  return {
    kept,
    keep: (mix) => {
      const id = `kept-${next}`;
      setNext(next + 1);
      setKept([...kept, { ...mix, id }]);
      return id;
    },
    letGo: (id) => setKept(kept.filter((one) => one.id !== id)),
  };
}
