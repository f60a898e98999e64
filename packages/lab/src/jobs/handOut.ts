/**
 * Hands out ranges to workers so that those that share work go to the same worker, one after the
 * other, as long as there are others for the rest. Who computes a range changes no number.
 *
 * @param groupOf name of the work that a range shares with others; null for none
 * @returns what a worker takes next, given what it took last; undefined when nothing is left
 */
export function handOut<R>(
  ranges: readonly R[],
  groupOf: (range: R) => string | null,
): (last: R | null) => R | undefined {
  const waiting = [...ranges];
  const begun = new Set<string | null>();
  return (last) => {
    const own = last === null ? null : groupOf(last);
    const mine = own === null ? -1 : waiting.findIndex((range) => groupOf(range) === own);
    const fresh = waiting.findIndex((range) => !begun.has(groupOf(range)));
    const at = mine >= 0 ? mine : Math.max(0, fresh);
    const [next] = waiting.splice(at, 1);
    if (next !== undefined) begun.add(groupOf(next));
    return next;
  };
}
