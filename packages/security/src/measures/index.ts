import type { ObjectId } from '../threat/types.ts';
import { objectsMeasured } from './declared.ts';
import type { Facts, Measure, MeasureDeclaration, Societies } from './measure.ts';

export type { CompositeRow, Weight } from './composite.ts';
export { compositeOf } from './composite.ts';
export { objectsMeasured } from './declared.ts';
export type { Facts, Measure, MeasureDeclaration } from './measure.ts';

/** Indices of the neighbouring countries that can host displaced persons. */
export function neighboursOf({ countryIds, hosts }: Societies): number[] {
  return countryIds.flatMap((_, country) => (hosts[country] ? [country] : []));
}

/** [countries, hosts and groups] their measures: made once, as each draw of a case asks for them. */
const made = new Map<string, readonly Measure[]>();

/** Every measure of every object of security of a case, the people themselves first. */
export function measuresOf(societies: Societies): readonly Measure[] {
  const { countryIds, groupIds, hosts } = societies;
  const key = JSON.stringify([countryIds, groupIds, hosts.join('')]);
  const list = made.get(key) ?? makeMeasures(societies);
  made.set(key, list);
  return list;
}

function makeMeasures(societies: Societies): readonly Measure[] {
  const { countryIds, groupIds } = societies;
  return objectsMeasured.flatMap(({ object, measures }) =>
    object === 'neighbour'
      ? neighboursOf(societies).flatMap((country) => {
          const iso = countryIds[country]!;
          return measures.map((one) => measureOf(one, `neighbour:${iso}`, iso, country));
        })
      : measures.flatMap((one) =>
          one.each
            ? groupIds.map((group, g) => measureOf(one, object, group, g))
            : [measureOf(one, object, '', 0)],
        ),
  );
}

function measureOf(
  { each: _, headline, of, ...declared }: MeasureDeclaration,
  object: ObjectId,
  member: string,
  index: number,
): Measure {
  const [dot, colon] = member === '' ? ['', ''] : ['.', ': '];
  return {
    ...declared,
    id: `${declared.id}${dot}${member}`,
    code: `${declared.code}${dot}${member}`,
    title: `${declared.title}${colon}${member}`,
    object,
    declared: declared.id,
    name: declared.title,
    member,
    headline: headline ?? null,
    measure: (facts) => of(facts, index),
  };
}

/**
 * Title of an object of security in English.
 * @param name of the state or union that it is; '' for none
 */
export function objectTitle(id: ObjectId, name: string): string {
  const kind = id.split(':')[0];
  const { title, titleOfUnion } = objectsMeasured.find((one) => one.object === kind)!;
  return (name === '' ? title : (titleOfUnion ?? title)).replace('{name}', name);
}

/** [measure] the value of each in one world. */
export function measureAll(measures: readonly Measure[], facts: Facts): Float64Array {
  return Float64Array.from(measures, (one) => one.measure(facts));
}
