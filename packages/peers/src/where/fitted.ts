import type { Attraction } from './attraction.ts';
import fitted from './fitted.json' with { type: 'json' };

/** Conflicts on which the shipped numbers were fitted. */
export const fittedOn: readonly string[] = fitted.on;

/** The shipped numbers for a conflict: those fitted without it where it was among the fitted. */
export function attractionFor(conflict: string): Attraction {
  const without = fitted.without as Record<string, Attraction | undefined>;
  return without[conflict] ?? (fitted.all as Attraction);
}
