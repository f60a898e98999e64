import { at, situations } from '@asylia/engine';
import type { Rows } from '../tables/index.ts';
import type { Indices } from './indices.ts';

export interface PeopleOnFirstDay {
  /** [situation x place x group], group fastest */
  readonly initial: Float64Array;
  /** [place x group]: homes of those who are away on the first day */
  readonly initialAway: Float64Array;
  /** [place x group]: people at home on the first day */
  readonly residents: Float64Array;
}

/**
 * Who is where on the first day. The case says where people stand, not where those who are away
 * come from: their homes are spread over the settlements in proportion to the residents of their
 * group, to whole people by largest remainders.
 */
export function placePeople({
  groups: rows,
  indices,
}: Pick<Rows, 'groups'> & { readonly indices: Indices }): PeopleOnFirstDay {
  const places = indices.placeIds.length;
  const groups = indices.groupIds.length;
  const initial = new Float64Array(situations.length * places * groups);
  const residents = new Float64Array(places * groups);
  const away = new Float64Array(groups);
  for (const row of rows) {
    const place = indices.place.get(row.place)!;
    const group = indices.group.get(row.group)!;
    initial[(at[row.situation] * places + place) * groups + group]! += row.persons;
    if (row.situation === 'home') residents[place * groups + group]! += row.persons;
    else away[group]! += row.persons;
  }
  const initialAway = new Float64Array(places * groups);
  for (let g = 0; g < groups; g++) {
    const homes = indices.settlements.map((place) => residents[place * groups + g]!);
    const shares = spreadWhole(away[g]!, homes);
    indices.settlements.forEach((place, i) => {
      initialAway[place * groups + g] = shares[i]!;
    });
  }
  return { initial, initialAway, residents };
}

/** Whole numbers that sum to n, in proportion to the weights; evenly where all weights are zero. */
function spreadWhole(n: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((a, b) => a + b, 0);
  const exact = weights.map((w) => (sum > 0 ? (n * w) / sum : n / weights.length));
  const parts = exact.map(Math.floor);
  const left = n - parts.reduce((a, b) => a + b, 0);
  exact
    .map((x, i) => ({ i, rest: x - Math.floor(x) }))
    .sort((a, b) => b.rest - a.rest || a.i - b.i)
    .slice(0, left)
    .forEach(({ i }) => {
      parts[i]! += 1;
    });
  return parts;
}
