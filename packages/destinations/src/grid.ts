import type { Attraction, AttractionDeclaration } from './attraction.ts';
import { attractionDeclarations } from './attraction.ts';

/** Every combination of the grids of the numbers that are fitted on something. */
export function combinations(
  start: Attraction,
  fittedOn: AttractionDeclaration['fittedOn'],
): Attraction[] {
  let list: Attraction[] = [start];
  for (const declared of attractionDeclarations) {
    if (declared.fittedOn !== fittedOn) continue;
    list = list.flatMap((attraction) =>
      declared.grid.map((value) => ({ ...attraction, [declared.id]: value })),
    );
  }
  return list;
}

/** Minus ln of the priors of these numbers, up to a constant. */
export function priorMisfit(
  attraction: Attraction,
  fittedOn: AttractionDeclaration['fittedOn'],
): number {
  return attractionDeclarations.reduce((sum, declared) => {
    if (declared.fittedOn !== fittedOn) return sum;
    const z = Math.log(attraction[declared.id] / declared.default) / declared.priorSdLog;
    return sum + (z * z) / 2;
  }, 0);
}
