import type { ParameterValues } from '../parameters/index.ts';
import type { SupplyLine } from '../world.ts';

/** Need per person of each line, from the declared standards; 0 where there is no standard. */
export function needPerPerson(p: ParameterValues, line: SupplyLine): number {
  switch (line) {
    case 'water':
      return p.waterLitresPerPersonPerDay;
    case 'food':
      return p.foodRationsPerPersonPerDay;
    case 'documents':
      return p.documentsPerPerson;
    case 'education':
      return p.schoolPlacesPerPerson;
    case 'health':
      return p.healthPostsPerPerson;
    case 'employment':
      return p.jobsPerPerson;
    case 'taxes':
      return 0;
  }
}
