import type { MeasureDefinition, ObjectId } from '@asylia/security';
import { named } from '../now.ts';

type Named = Pick<MeasureDefinition, 'declared' | 'name' | 'member' | 'object'>;

/**
 * Name of a measure beside the name of its object: without the country. A measure of one group has
 * the name of the group behind it.
 */
export function measureName({ declared, name, member, object }: Named): string {
  const measure = named('outcome', declared, name);
  const isOfGroup = member !== '' && !object.startsWith('neighbour:');
  return isOfGroup ? `${measure}: ${named('group', member, member)}` : measure;
}

/** Name of a measure by itself: with the country or group of which it is taken. */
export function measureTitle({ declared, name, member }: Named): string {
  const measure = named('outcome', declared, name);
  return member === '' ? measure : `${measure}: ${named('group', member, member)}`;
}

/**
 * Name of an object of security.
 * @param name English name of the state or union that it is, '' for none; `title` holds it
 */
export function objectName({
  id,
  title,
  name,
}: {
  readonly id: ObjectId;
  readonly title: string;
  readonly name: string;
}): string {
  const [kind, country] = id.split(':') as [string, string | undefined];
  if (name === '') return named('object', kind, title);
  const [key, own] =
    country === undefined
      ? [`${kind}.union`, named('union', name, name)]
      : [kind, named('country', country, name)];
  return named('object', key, title).replace('{name}', own);
}
