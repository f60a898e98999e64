import type { ParameterValues } from '../parameters/index.ts';
import type { SupplyLine } from '../vocabulary/index.ts';
import { standardOf } from '../vocabulary/index.ts';

/** Need per person of each line, from the declared standards; 0 where there is no standard. */
export function needPerPerson(p: ParameterValues, line: SupplyLine): number {
  const standard = standardOf(line);
  return standard === null ? 0 : p[standard.id];
}
