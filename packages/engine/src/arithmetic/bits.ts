/** One float seen as two 32-bit words; which word is high is found out once, not assumed. */
const float = new Float64Array(1);
const words = new Uint32Array(float.buffer);
float[0] = 1;
const high = words[1] === 0x3ff00000 ? 1 : 0;

/** High 32 bits of a float: sign, exponent, first 20 bits of the fraction. */
export function highWord(x: number): number {
  float[0] = x;
  return words[high]! | 0;
}

const least = -1074;

/**
 * [k + 1074] 2^k. Read from a table: to write the words of a float one by one and to read it whole
 * makes the processor wait.
 */
const powers = new Float64Array(1023 - least + 1);
for (let k = 0, power = 1; k <= 1023; k++, power *= 2) powers[k - least] = power;
for (let k = -1, power = 0.5; k >= least; k--, power /= 2) powers[k - least] = power;

/** 2^k for whole k in -1074 .. 1023. */
export function powerOfTwo(k: number): number {
  return powers[k - least]!;
}
