import type { OutcomeDefinition } from '@asylia/security';
import type { Words } from '@asylia/words';

/**
 * Title of a measure beside the name of its object: without the code of a country. A measure of
 * one group has the name of the group behind it.
 */
export function measureName(
  words: Words,
  { id, object, title }: Pick<OutcomeDefinition, 'id' | 'object' | 'title'>,
): string {
  const code = object.startsWith('neighbour:') ? object.slice('neighbour:'.length) : '';
  const english =
    code !== '' && title.endsWith(`: ${code}`) ? title.slice(0, -code.length - 2) : title;
  const parts = id.split('.');
  const last = parts[parts.length - 1]!;
  if (code !== '' && last === code)
    return words.named('outcome', parts.slice(0, -1).join('.'), english);
  const ofGroup = words.language.names[`outcome.${parts[0]}.group`];
  return ofGroup !== undefined && words.language.names[`outcome.${id}`] === undefined
    ? `${ofGroup}: ${words.named('group', last, last)}`
    : words.named('outcome', id, english);
}

const unionTitle = 'Member societies of the ';

/** Name of an object of security; `title` is its English name, with that of its state or union. */
export function objectName(
  words: Words,
  { id, title }: { readonly id: string; readonly title: string },
): string {
  const [kind, code] = id.split(':') as [string, string | undefined];
  const { names } = words.language;
  if (code !== undefined) {
    const template = names[`object.${kind}`];
    const name = words.named('country', code, code);
    return template === undefined ? title : template.replace('{name}', name);
  }
  const template = names[`object.${kind}.union`];
  if (template === undefined || !title.startsWith(unionTitle))
    return words.named('object', kind, title);
  const union = title.slice(unionTitle.length);
  return template.replace('{name}', words.named('union', union, union));
}
