import type { MeasureDefinition, ObjectId } from './types.ts';

/** Objects of security in the order of the table: the people themselves first. */
export function objectsOf(measures: readonly MeasureDefinition[]): ObjectId[] {
  return [...new Set(measures.map((one) => one.object))];
}

/** Measures of an object that the article's table shows, the one that stands for it first. */
export function headlinesOf<M extends MeasureDefinition>(
  object: ObjectId,
  measures: readonly M[],
): M[] {
  return measures
    .filter((one) => one.object === object && one.headline !== null)
    .sort((a, b) => a.headline! - b.headline!);
}
