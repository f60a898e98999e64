import type { Attraction } from './attraction.ts';
import fitted from './fitted.json' with { type: 'json' };

/** Conflicts on which the shipped numbers were fitted. */
export const fittedOn: readonly string[] = fitted.on;

/**
 * The fitted conflict that a conflict is, whatever it is called, by the names of its destinations:
 * the one with which it shares half of them, or more. Null for a conflict on which nothing was fitted.
 */
export function fittedTwin(camps: readonly string[]): string | null {
  const own = camps.map((name) => name.toLowerCase());
  const twin = Object.entries(fitted.camps).find(([, known]) => {
    const theirs = new Set(known.map((camp) => camp.toLowerCase()));
    const shared = own.filter((camp) => theirs.has(camp)).length;
    return shared > 0 && shared * 2 >= Math.min(own.length, known.length);
  });
  return twin?.[0] ?? null;
}

/** The shipped numbers for a conflict: those fitted without it where it was among the fitted. */
export function attractionFor(camps: readonly string[]): Attraction {
  const without = fitted.without as Record<string, Attraction>;
  return without[fittedTwin(camps) ?? ''] ?? (fitted.all as Attraction);
}
