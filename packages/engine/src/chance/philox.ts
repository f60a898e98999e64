/**
 * High 32 bits of the product of two unsigned 32-bit numbers, the first given by its halves. All
 * sums stay below 2^32: twice as fast as by way of a float.
 */
function multiplyHigh(aHigh: number, aLow: number, b: number): number {
  const bLow = b & 0xffff;
  const bHigh = b >>> 16;
  const carry = Math.imul(aLow, bLow) >>> 16;
  const middle = (Math.imul(aHigh, bLow) + carry) | 0;
  const other = (Math.imul(aLow, bHigh) + (middle & 0xffff)) | 0;
  return (Math.imul(aHigh, bHigh) + (middle >>> 16) + (other >>> 16)) | 0;
}

const multiplier0 = 0xd2511f53;
const multiplier1 = 0xcd9e8d57;
const weyl0 = 0x9e3779b9;
const weyl1 = 0xbb67ae85;

/**
 * Philox4x32 with ten rounds (Salmon et al. 2011): four random words from a counter of four words
 * and a key of two. Writes out[0..3]; no state, no allocation.
 * @param out four words, written
 * @param c0 first of four words of the counter, 32 bits each; two words of the key follow
 */
export function philox(
  out: Uint32Array,
  c0: number,
  c1: number,
  c2: number,
  c3: number,
  key0: number,
  key1: number,
): void {
  let x0 = c0 | 0;
  let x1 = c1 | 0;
  let x2 = c2 | 0;
  let x3 = c3 | 0;
  let k0 = key0 | 0;
  let k1 = key1 | 0;
  for (let round = 0; round < 10; round++) {
    const low0 = Math.imul(multiplier0, x0);
    const high0 = multiplyHigh(0xd251, 0x1f53, x0);
    const low1 = Math.imul(multiplier1, x2);
    const high1 = multiplyHigh(0xcd9e, 0x8d57, x2);
    x0 = high1 ^ x1 ^ k0;
    x1 = low1;
    x2 = high0 ^ x3 ^ k1;
    x3 = low0;
    k0 = (k0 + weyl0) | 0;
    k1 = (k1 + weyl1) | 0;
  }
  out[0] = x0;
  out[1] = x1;
  out[2] = x2;
  out[3] = x3;
}

/** A list of uniforms and what fills it. */
export interface Uniforms {
  /** Strictly between 0 and 1, 52 bits each. */
  readonly values: Float64Array;
  /**
   * Writes two uniforms for each of some blocks from values[at] on. The counter of the first block
   * is given; that of each further one has 2^16 more in its last word.
   */
  readonly fill: (
    at: number,
    blocks: number,
    c0: number,
    c1: number,
    c2: number,
    c3: number,
    key0: number,
    key1: number,
  ) => void;
}

/**
 * Uniforms by `philox`, wherever there is no WebAssembly or a page forbids it.
 * @param length most numbers of one call
 */
export function uniformsInJavaScript(length: number): Uniforms {
  const values = new Float64Array(length);
  const words = new Uint32Array(4);
  return {
    values,
    fill: (at, blocks, c0, c1, c2, c3, key0, key1) => {
      for (let i = 0; i < blocks; i++) {
        philox(words, c0, c1, c2, c3 + i * 0x10000, key0, key1);
        values[at + 2 * i] = fromBits(words[0]!, words[1]!);
        values[at + 2 * i + 1] = fromBits(words[2]!, words[3]!);
      }
    },
  };
}

/** The upper 26 bits of two words and a half, over 2^52. */
function fromBits(high: number, low: number): number {
  return ((high >>> 6) * 67108864 + (low >>> 6) + 0.5) / 4503599627370496;
}
