/** Added to an id, as often as it takes, whose key another id has already. */
export const againSuffix = '#';

/**
 * A key for each id, in the order of the list. Where the keys of two ids collide, the later in
 * code-unit order is hashed again with `againSuffix` behind it until its key is free.
 */
export function keysOf(ids: readonly string[]): Uint32Array {
  const keys = new Map<string, number>();
  const taken = new Set<number>();
  for (const id of [...new Set(ids)].sort(byCodeUnits)) {
    let name = id;
    while (taken.has(keyOf(name))) name += againSuffix;
    taken.add(keyOf(name));
    keys.set(id, keyOf(name));
  }
  return Uint32Array.from(ids, (id) => keys.get(id)!);
}

/** Order of code units, the same in every locale. */
export function byCodeUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/**
 * A 32-bit name for use in keys of chance: FNV-1a over the UTF-16 code units of the id. Stable
 * when other places or rows are added, moved or removed.
 */
export function keyOf(id: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < id.length; i++) {
    hash = Math.imul(hash ^ (id.charCodeAt(i) & 0xff), 0x01000193);
    hash = Math.imul(hash ^ (id.charCodeAt(i) >> 8), 0x01000193);
  }
  return hash >>> 0;
}
