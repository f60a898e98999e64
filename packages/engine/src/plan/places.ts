import { exp } from '../arithmetic/index.ts';
import type { ParameterValues } from '../parameters/index.ts';
import { countIndex } from '../state.ts';
import { at } from '../vocabulary/index.ts';
import type { World } from '../world.ts';

/** [place] exp(-km from the frontier / reach) abroad, 0 in the state of origin. */
export function frontierNearness(
  world: Pick<World, 'placeIds' | 'placeCountry' | 'originCountry' | 'frontierKm'> &
    Pick<ParameterValues, 'frontierReachKm'>,
): Float64Array {
  return Float64Array.from(world.placeIds, (_, place) =>
    world.placeCountry[place] === world.originCountry
      ? 0
      : exp(-world.frontierKm[place]! / world.frontierReachKm),
  );
}

/** [place x group] people whose home is in the settlement when the period begins. */
export function peopleAtStart(
  world: Pick<
    World,
    | 'placeIds'
    | 'groupIds'
    | 'placeKind'
    | 'placeCountry'
    | 'originCountry'
    | 'initial'
    | 'initialAway'
  >,
): Float64Array {
  const groups = world.groupIds.length;
  return Float64Array.from({ length: world.placeIds.length * groups }, (_, index) => {
    const place = Math.floor(index / groups);
    const g = index % groups;
    const count = (situation: number) => world.initial[countIndex(world, situation, place) + g]!;
    return world.placeKind[place] === 'settlement' &&
      world.placeCountry[place] === world.originCountry
      ? count(at.home) + count(at.returned) + world.initialAway[index]!
      : 0;
  });
}
