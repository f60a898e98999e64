import type { MeasureDefinition, ObjectId } from './types.ts';

/** Measures that stand for an object in the article's table, the first one first. */
const byObject: Readonly<Record<string, readonly string[]>> = {
  individuals: ['IND1', 'IND2', 'IND5.assets', 'IND7'],
  originSociety: ['KOS5', 'KOS2.worst', 'KOS3'],
  neighbour: ['NEI2', 'NEI5', 'NEI6', 'NEI3'],
  receivingSocieties: ['EU2', 'EU3', 'EU1a', 'EU1b', 'EU6'],
  region: ['REG1', 'REG4', 'REG3'],
  regime: ['GLO1.status', 'GLO3'],
};

/** Objects of security in the order of the table: the people themselves first. */
export function objectsOf(outcomes: readonly MeasureDefinition[]): ObjectId[] {
  return [...new Set(outcomes.map((outcome) => outcome.object))];
}

/** Measures of an object that the article's table shows. */
export function headlinesOf(
  object: ObjectId,
  outcomes: readonly MeasureDefinition[],
): MeasureDefinition[] {
  const [kind, iso] = object.split(':') as [string, string | undefined];
  return (byObject[kind] ?? []).flatMap((id) => {
    const found = outcomes.find((outcome) => outcome.id === (iso ? `${id}.${iso}` : id));
    return found ? [found] : [];
  });
}
