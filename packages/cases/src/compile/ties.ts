import type { Rows } from '../tables/index.ts';
import type { Indices } from './indices.ts';

/** [country x group], group fastest */
export function tiesOf({
  ties: rows,
  indices,
}: Pick<Rows, 'ties'> & { readonly indices: Indices }) {
  const groups = indices.groupIds.length;
  const size = indices.countryIds.length * groups;
  const ties = {
    /** 0 where no row exists */
    tie: new Float64Array(size),
    onwardTie: new Float64Array(size),
    /** 1 where no row exists */
    returnTie: new Float64Array(size).fill(1),
  };
  for (const row of rows) {
    const index = indices.country.get(row.country)! * groups + indices.group.get(row.group)!;
    ties.tie[index] = row.weight;
    ties.onwardTie[index] = row.relocation_weight ?? 0;
    ties.returnTie[index] = row.return_weight ?? 1;
  }
  return ties;
}
