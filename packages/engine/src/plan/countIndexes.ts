import { countIndex } from '../state.ts';
import { at, inNeighbour, inReceivingState } from '../vocabulary/index.ts';
import type { World } from '../world.ts';

/** What decides the layout of the counts. */
export type CountIndexInputs = Pick<
  World,
  'placeIds' | 'groupIds' | 'placeKind' | 'placeCountry' | 'originCountry'
>;

/** Situations of people under a roof or none in a neighbouring country, in the order of counting. */
export const sheltered = inNeighbour.map((situation) => at[situation]);

/** Situations of people in a receiving state. */
export const far = inReceivingState.map((situation) => at[situation]);

/**
 * First count index of each situation and place, situation by situation; add the group for one
 * count index.
 */
export function countIndexesOf(
  world: Pick<World, 'placeIds' | 'groupIds'>,
  which: readonly number[],
  places: ArrayLike<number>,
): Int32Array {
  const countIndexes = new Int32Array(which.length * places.length);
  for (let s = 0; s < which.length; s++) {
    for (let i = 0; i < places.length; i++) {
      countIndexes[s * places.length + i] = countIndex(world, which[s]!, places[i]!);
    }
  }
  return countIndexes;
}

/** Count indexes of people at home in a settlement of the state of origin. */
export function residentCountIndexes(world: CountIndexInputs, place: number): Int32Array {
  const inside =
    world.placeKind[place] === 'settlement' && world.placeCountry[place] === world.originCountry;
  return inside ? countIndexesOf(world, [at.home, at.returned], [place]) : new Int32Array(0);
}

/** Count indexes of living people at a place whose home is elsewhere. */
export function guestCountIndexes(world: CountIndexInputs, place: number): Int32Array {
  switch (world.placeKind[place]) {
    case 'settlement':
      return countIndexesOf(world, [at.displaced], [place]);
    case 'town':
    case 'camp':
      return countIndexesOf(world, sheltered, [place]);
    case 'state':
      return countIndexesOf(world, far, [place]);
    default:
      return new Int32Array(0);
  }
}
