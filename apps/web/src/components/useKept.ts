import { useCallback, useState } from 'react';

/** [name] choices within rooms; a room that is left forgets everything else. */
const kept = new Map<string, string>();

/** A choice that is still there when its room is entered again, as long as the page is open. */
export function useKept(name: string, first: string): readonly [string, (value: string) => void] {
  const [value, setValue] = useState(() => kept.get(name) ?? first);
  const keep = useCallback(
    (next: string) => {
      kept.set(name, next);
      setValue(next);
    },
    [name],
  );
  return [value, keep];
}
