import type { MeasureDefinition, ObjectId } from '@asylia/security';
import type { Words } from '@asylia/words';

type Named = Pick<MeasureDefinition, 'declared' | 'name' | 'member' | 'object'>;

/**
 * Name of a measure beside the name of its object: without the country. A measure of one group has
 * the name of the group behind it.
 */
export function measureName(words: Words, one: Named): string {
  return measureTitle(words, one.object.startsWith('neighbour:') ? { ...one, member: '' } : one);
}

/** Name of a measure by itself: with the country or group of which it is taken. */
export function measureTitle(words: Words, { declared, name, member }: Named): string {
  const measure = words.named('outcome', declared, name);
  return member === '' ? measure : `${measure}: ${words.named('group', member, member)}`;
}

/**
 * Name of an object of security.
 * @param object.name English name of the state or union that it is, '' for none; in its title
 */
export function objectName(
  words: Words,
  { id, title, name }: { readonly id: ObjectId; readonly title: string; readonly name: string },
): string {
  const [kind, country] = id.split(':') as [string, string | undefined];
  if (name === '') return words.named('object', kind, title);
  const [key, own] =
    country === undefined
      ? [`${kind}.union`, words.named('union', name, name)]
      : [kind, words.named('country', country, name)];
  return words.named('object', key, title).replace('{name}', own);
}
