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
