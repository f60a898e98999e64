import { createHash } from 'node:crypto';

/**
 * SHA-256 of bytes, or of a text in UTF-8, as hex, by the platform: what `sha256` of
 * `@asylia/cases` says too, slower.
 */
export function checksumOf(content: Uint8Array | string): string {
  return createHash('sha256').update(content).digest('hex');
}
