import { shelterLines } from '../vocabulary/index.ts';
import type { World } from '../world.ts';
import { sheltered } from './countIndexes.ts';

/**
 * The towns and camps of one country abroad, with where people can stand there and the lines of
 * shelter that the case knows of. P places, G groups of the world.
 */
export interface HostCountIndexes {
  readonly places: Int32Array;
  /**
   * Rows in which somebody can stand: place by place, within a place by shelter (0 families, 1
   * centre, 2 camp, 3 none). A row begins at a count index of the state; its groups are the G count
   * indexes from it.
   */
  readonly row: Int32Array;
  /** [row] index of its place in `places`, and its shelter */
  readonly rowPlace: Int32Array;
  readonly rowShelter: Int32Array;
  /**
   * Count indexes in which somebody can stand, in the order of the state: by shelter, then place by
   * place.
   */
  readonly countIndexes: Int32Array;
  /** Those of them without shelter, with their places and groups. */
  readonly unsheltered: Int32Array;
  readonly unshelteredPlace: Int32Array;
  readonly unshelteredGroup: Int32Array;
  /** Known lines of shelter, line by line: line x P + place; and those of centres and camps alone. */
  readonly lines: Int32Array;
  readonly sites: Int32Array;
  /** Places near the frontier for which the case knows of transport inland. */
  readonly relocating: Int32Array;
  /** The others; known lines of inland[i] are inlandLines[inlandStart[i] .. inlandStart[i + 1] - 1]. */
  readonly inland: Int32Array;
  readonly inlandStart: Int32Array;
  readonly inlandLines: Int32Array;
}

export function hostCountIndexes(
  world: Pick<World, 'groupIds' | 'placeIds'>,
  places: Int32Array,
  inland: Int32Array,
  known: Uint8Array,
  isUsable: (s: number, place: number, group: number) => boolean,
): HostCountIndexes {
  const groups = world.groupIds.length;
  const all = world.placeIds.length;
  const rows: { countIndex: number; i: number; s: number }[] = [];
  const countIndexes: number[] = [];
  const open: { countIndex: number; place: number; g: number }[] = [];
  places.forEach((place, i) => {
    for (let s = 0; s < sheltered.length; s++) {
      const first = (sheltered[s]! * all + place) * groups;
      const before = countIndexes.length;
      for (let g = 0; g < groups; g++) {
        if (!isUsable(s, place, g)) continue;
        countIndexes.push(first + g);
        if (s === shelterLines.length) open.push({ countIndex: first + g, place, g });
      }
      if (countIndexes.length > before) rows.push({ countIndex: first, i, s });
    }
  });
  return {
    places,
    row: Int32Array.from(rows, (one) => one.countIndex),
    rowPlace: Int32Array.from(rows, (one) => one.i),
    rowShelter: Int32Array.from(rows, (one) => one.s),
    countIndexes: Int32Array.from(countIndexes).sort(),
    unsheltered: Int32Array.from(open, (one) => one.countIndex),
    unshelteredPlace: Int32Array.from(open, (one) => one.place),
    unshelteredGroup: Int32Array.from(open, (one) => one.g),
    relocating: places.filter((place) => !inland.includes(place) && known[3 * all + place] === 1),
    ...linesOf(all, places, inland, known),
  };
}

function linesOf(
  all: number,
  places: Int32Array,
  inland: Int32Array,
  known: Uint8Array,
): Pick<HostCountIndexes, 'lines' | 'sites' | 'inland' | 'inlandStart' | 'inlandLines'> {
  const knownAmong = (which: readonly number[], where: Int32Array): Int32Array => {
    const list: number[] = [];
    for (const line of which) {
      for (const place of where) if (known[line * all + place]) list.push(line * all + place);
    }
    return Int32Array.from(list);
  };
  const inlandStart = new Int32Array(inland.length + 1);
  const inlandLines: number[] = [];
  inland.forEach((place, i) => {
    for (const line of knownAmong([0, 1, 2], Int32Array.of(place))) inlandLines.push(line);
    inlandStart[i + 1] = inlandLines.length;
  });
  return {
    lines: knownAmong([0, 1, 2], places),
    sites: knownAmong([1, 2], places),
    inland,
    inlandStart,
    inlandLines: Int32Array.from(inlandLines),
  };
}
