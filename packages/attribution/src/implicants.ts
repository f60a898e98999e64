import { checkFactorCount } from './coalitions.ts';

/** A conjunction: these factors on, these off, the rest as it may be. */
export interface Conjunction {
  /** Coalition of the factors that must be on. */
  readonly on: number;
  /** Coalition of the factors that must be off. */
  readonly off: number;
}

/** Most factors for which conjunctions are listed: 3^12 = 531,441 of them. */
export const mostFactorsOfConjunctions = 12;

/** Whether a coalition meets a conjunction. */
export function meets(mask: number, { on, off }: Conjunction): boolean {
  return (mask & on) === on && (mask & off) === 0;
}

/**
 * Minimal sufficient conjunctions (prime implicants) of a truth table: the event occurs in every
 * coalition that meets one, and no condition can be dropped from it. Quine and McCluskey's result,
 * here by going through all 3^k conjunctions: one is sufficient if both ways of filling its first
 * open factor are.
 *
 * @param yes [coalition] 1 if the event occurs, length 2^k, k at most 12
 * @returns in order of the number of conditions, then of `on` and `off`; one without conditions if
 *   the event always occurs, none if never
 * @example
 * ```js
 * import { minimalConjunctions } from '@asylia/attribution';
 * // The event occurs whenever the first factor is on.
 * minimalConjunctions([0, 1, 0, 1], 2); // is [{ on: 1, off: 0 }]
 * ```
 */
export function minimalConjunctions(yes: ArrayLike<number>, k: number): Conjunction[] {
  checkFactorCount(k);
  if (k > mostFactorsOfConjunctions || yes.length !== 1 << k) {
    throw new RangeError(
      `truth table: expected 2^k values with k at most ${mostFactorsOfConjunctions}, ` +
        `got ${yes.length} values and k = ${k}`,
    );
  }
  const power = powersOfThree(k);
  const { on, off } = conjunctions(k);
  const all = (1 << k) - 1;
  const sufficient = new Uint8Array(power[k]!);
  for (let code = 0; code < sufficient.length; code++) {
    const open = all & ~(on[code]! | off[code]!);
    if (open === 0) {
      sufficient[code] = yes[on[code]!] === 1 ? 1 : 0;
      continue;
    }
    // Filling an open factor lowers the number, so one pass in rising order has what it needs.
    const step = power[31 - Math.clz32(open & -open)]!;
    sufficient[code] = sufficient[code - step]! & sufficient[code - 2 * step]!;
  }
  const primes: Conjunction[] = [];
  for (let code = 0; code < sufficient.length; code++) {
    if (sufficient[code] === 0) continue;
    let minimal = true;
    for (let i = 0; minimal && i < k; i++) {
      const bit = 1 << i;
      if (on[code]! & bit) minimal = sufficient[code + power[i]!] === 0;
      else if (off[code]! & bit) minimal = sufficient[code + 2 * power[i]!] === 0;
    }
    if (minimal) primes.push({ on: on[code]!, off: off[code]! });
  }
  return primes.sort((a, b) => conditions(a) - conditions(b) || a.on - b.on || a.off - b.off);
}

/** 3^0 to 3^k. */
function powersOfThree(k: number): number[] {
  const power = [1];
  for (let i = 0; i < k; i++) power.push(3 * power[i]!);
  return power;
}

/**
 * Every conjunction of k factors by its number: in base 3, digit i is 0 for factor i off, 1 for on,
 * 2 for open. Each factor puts three copies of the list before it side by side.
 */
function conjunctions(k: number): { readonly on: Int32Array; readonly off: Int32Array } {
  const power = powersOfThree(k);
  const on = new Int32Array(power[k]!);
  const off = new Int32Array(power[k]!);
  for (let i = 0; i < k; i++) {
    const before = power[i]!;
    for (let code = 0; code < before; code++) {
      on[before + code] = on[code]! | (1 << i);
      off[before + code] = off[code]!;
      on[2 * before + code] = on[code]!;
      off[2 * before + code] = off[code]!;
      off[code]! |= 1 << i;
    }
  }
  return { on, off };
}

/** Number of conditions of a conjunction. */
function conditions({ on, off }: Conjunction): number {
  let n = 0;
  for (let rest = on | off; rest !== 0; rest &= rest - 1) n++;
  return n;
}
