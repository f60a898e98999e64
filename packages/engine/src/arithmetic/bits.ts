/** One float seen as two 32-bit words; which word is high is found out once, not assumed. */
const float = new Float64Array(1);
const words = new Uint32Array(float.buffer);
float[0] = 1;
const high = words[1] === 0x3ff00000 ? 1 : 0;
const low = 1 - high;

/** High 32 bits of a float: sign, exponent, first 20 bits of the fraction. */
export function highWord(x: number): number {
  float[0] = x;
  return words[high]! | 0;
}

/** The float with another high word and the same low word. */
export function withHighWord(x: number, word: number): number {
  float[0] = x;
  words[high] = word;
  return float[0]!;
}

/** 2^k for whole k in -1022 .. 1023. */
export function powerOfTwo(k: number): number {
  words[low] = 0;
  words[high] = (k + 1023) << 20;
  return float[0]!;
}
