import { ownValue } from '@asylia/engine';
import type { FleeCase } from '../flee/model.ts';
import { isCamp } from '../flee/model.ts';
import type { Attraction } from './attraction.ts';
import fitted from './fitted.json' with { type: 'json' };

/** Conflicts on which the shipped numbers were fitted. */
export const fittedOn: readonly string[] = fitted.on;

/**
 * The fitted conflict that this one is, whatever its folder is called: the one with which
 * it shares half of its camps, or more. Null for a conflict on which nothing was fitted.
 */
export function fittedTwin(flee: FleeCase): string | null {
  const own = flee.locations.filter(isCamp).map(({ name }) => name.toLowerCase());
  const twin = Object.entries(fitted.camps).find(([, camps]) => {
    const theirs = new Set(camps.map((camp) => camp.toLowerCase()));
    const shared = own.filter((camp) => theirs.has(camp)).length;
    return shared > 0 && shared * 2 >= Math.min(own.length, camps.length);
  });
  return twin?.[0] ?? null;
}

/** The shipped numbers for a conflict: those fitted without it where it was among the fitted. */
export function attractionFor(flee: FleeCase): Attraction {
  const without = fitted.without as Record<string, Attraction>;
  return ownValue(without, fittedTwin(flee) ?? '') ?? (fitted.all as Attraction);
}
