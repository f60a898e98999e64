import type { Case } from '@asylia/cases';
import type { MeasureDefinition, ObjectId, Stakes } from '@asylia/security';
import { headlinesOf, measuresOf, objectsOf } from '@asylia/security';
import type { ObjectSummary } from './threatSummary.ts';

/** Objects of security of a case and how they are measured. */
export interface Measured {
  readonly outcomes: readonly MeasureDefinition[];
  readonly objects: readonly ObjectSummary[];
}

export function measuredOf(source: Case, stakes: Stakes): Measured {
  const outcomes = measuresOf(stakes).map(({ measure: _, ...definition }) => definition);
  const names = new Map(source.tables.states.map((row) => [row.country, row.name]));
  const objects = objectsOf(outcomes).map((id) => ({
    id,
    title: objectTitle(id, names, stakes.union),
    headlines: headlinesOf(id, outcomes).map((one) => one.id),
  }));
  return { outcomes, objects };
}

/** Name of an object of security in plain words. */
export function objectTitle(
  id: ObjectId,
  names: ReadonlyMap<string, string>,
  union: string,
): string {
  const [kind, iso] = id.split(':') as [string, string | undefined];
  switch (kind) {
    case 'individuals':
      return 'The people themselves, of all groups';
    case 'originSociety':
      return 'The society of origin';
    case 'neighbour':
      return `The society of ${names.get(iso!) ?? iso}`;
    case 'receivingSocieties':
      return union === '' ? 'Receiving societies' : `Member societies of the ${union}`;
    case 'region':
      return 'The region';
    default:
      return 'The protection regime';
  }
}
