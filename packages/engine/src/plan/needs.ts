import type { ParameterId, ParameterValues } from '../parameters/index.ts';
import type { SupplyLine } from '../world.ts';

/** The parameter that says what one person needs of each line; null where there is no standard. */
export const needParameter: Readonly<Record<SupplyLine, ParameterId | null>> = {
  water: 'waterLitresPerPersonPerDay',
  food: 'foodRationsPerPersonPerDay',
  documents: 'documentsPerPerson',
  education: 'schoolPlacesPerPerson',
  health: 'healthPostsPerPerson',
  employment: 'jobsPerPerson',
  taxes: null,
};

/** Need per person of each line, from the declared standards; 0 where there is no standard. */
export function needPerPerson(p: ParameterValues, line: SupplyLine): number {
  const id = needParameter[line];
  return id === null ? 0 : p[id];
}
