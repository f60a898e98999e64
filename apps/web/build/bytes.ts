const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/**
 * The part of Node's Buffer that csv-parse uses, in UTF-8 alone: the library's own stand-in for
 * browsers is five times as large as its parser.
 */
export class Bytes extends Uint8Array {
  static override from(source: string | Iterable<number>): Bytes {
    return new Bytes(typeof source === 'string' ? encoder.encode(source) : source);
  }

  static allocUnsafe(size: number): Bytes {
    return new Bytes(size);
  }

  static isBuffer(value: unknown): value is Bytes {
    return value instanceof Bytes;
  }

  static concat(parts: readonly Uint8Array[]): Bytes {
    const all = new Bytes(parts.reduce((sum, part) => sum + part.length, 0));
    let at = 0;
    for (const part of parts) {
      all.set(part, at);
      at += part.length;
    }
    return all;
  }

  /** Order of the first byte that differs, then of the lengths. */
  static compare(a: Uint8Array, b: Uint8Array): number {
    const at = a.findIndex((byte, i) => byte !== b[i]);
    return Math.sign(at < 0 || at >= b.length ? a.length - b.length : a[at]! - b[at]!);
  }

  /** The same memory, as in Node. */
  override slice(start?: number, end?: number): Bytes {
    return this.subarray(start, end) as Bytes;
  }

  compare(other: Uint8Array, start = 0, end = other.length): number {
    return Bytes.compare(this, other.subarray(start, end));
  }

  equals(other: Uint8Array): boolean {
    return Bytes.compare(this, other) === 0;
  }

  copy(target: Uint8Array, at = 0, start = 0, end = this.length): number {
    target.set(this.subarray(start, end), at);
    return end - start;
  }

  /** @param encoding is not looked at: the page reads text in UTF-8 */
  override toString(_encoding?: string, start = 0, end = this.length): string {
    return decoder.decode(this.subarray(start, end));
  }
}
