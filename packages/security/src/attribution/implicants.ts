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
 */
export function minimalConjunctions(yes: ArrayLike<number>, k: number): Conjunction[] {
  checkFactorCount(k);
  if (k > mostFactorsOfConjunctions || yes.length !== 1 << k) {
    throw new RangeError(
      `truth table: expected 2^k values with k at most ${mostFactorsOfConjunctions}, ` +
        `got ${yes.length} values and k = ${k}`,
    );
  }
  // A conjunction in base 3, digit i: 0 factor i off, 1 on, 2 open. Filling an open factor lowers
  // the number, so one pass in rising order has what it needs.
  const power = [1];
  for (let i = 0; i < k; i++) power.push(3 * power[i]!);
  const sufficient = new Uint8Array(power[k]!);
  const primes: Conjunction[] = [];
  for (let code = 0; code < sufficient.length; code++) {
    const { on, off } = decode(code, k);
    if ((on | off) === (1 << k) - 1) {
      sufficient[code] = yes[on] === 1 ? 1 : 0;
      continue;
    }
    let open = 0;
    while (((on | off) >>> open) & 1) open++;
    sufficient[code] = sufficient[code - power[open]!]! & sufficient[code - 2 * power[open]!]!;
  }
  for (let code = 0; code < sufficient.length; code++) {
    if (sufficient[code] === 0) continue;
    const { on, off } = decode(code, k);
    let minimal = true;
    for (let i = 0; minimal && i < k; i++) {
      const bit = 1 << i;
      if (on & bit) minimal = sufficient[code + power[i]!] === 0;
      else if (off & bit) minimal = sufficient[code + 2 * power[i]!] === 0;
    }
    if (minimal) primes.push({ on, off });
  }
  return primes.sort((a, b) => conditions(a) - conditions(b) || a.on - b.on || a.off - b.off);
}

function decode(code: number, k: number): Conjunction {
  let on = 0;
  let off = 0;
  let rest = code;
  for (let i = 0; i < k; i++) {
    const digit = rest % 3;
    rest = (rest - digit) / 3;
    if (digit === 1) on |= 1 << i;
    else if (digit === 0) off |= 1 << i;
  }
  return { on, off };
}

/** Number of conditions of a conjunction. */
function conditions({ on, off }: Conjunction): number {
  let n = 0;
  for (let rest = on | off; rest !== 0; rest &= rest - 1) n++;
  return n;
}
