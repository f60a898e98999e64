import type { World } from '@asylia/engine';

/**
 * Share of each receiving state in a fair division of people: half by population, half by gross
 * domestic product. A state of which neither is known gets nothing; where only one is known for
 * some state, that one decides for all.
 *
 * @param population [country] persons, 0 = not known
 * @param gdpUsd [country] USD a year, NaN = not known
 * @returns [country] shares that add up to 1 over receiving states, all 0 without any
 * @source 50 % population / 50 % GDP: a common simplification of keys proposed in the EU
 */
export function fairShares(
  world: Pick<World, 'countryIds' | 'placeKind' | 'placeCountry'>,
  population: Float64Array,
  gdpUsd: Float64Array,
): Float64Array {
  const receives = new Set<number>();
  world.placeKind.forEach((kind, place) => {
    if (kind === 'state') receives.add(world.placeCountry[place]!);
  });
  const list = [...receives];
  const people = list.reduce((sum, c) => sum + population[c]!, 0);
  const allGdp = list.every((c) => !Number.isNaN(gdpUsd[c]!));
  const allPeople = list.every((c) => population[c]! > 0);
  const gdp = allGdp ? list.reduce((sum, c) => sum + gdpUsd[c]!, 0) : 0;
  const byPeople = people > 0 && (allPeople || gdp <= 0) ? (gdp > 0 ? 0.5 : 1) : 0;
  const byGdp = gdp > 0 ? 1 - byPeople : 0;
  const shares = new Float64Array(world.countryIds.length);
  for (const c of list) {
    shares[c] =
      (people > 0 ? (byPeople * population[c]!) / people : 0) +
      (gdp > 0 ? (byGdp * gdpUsd[c]!) / gdp : 0);
    if (people <= 0 && gdp <= 0) shares[c] = 1 / list.length;
  }
  return shares;
}
