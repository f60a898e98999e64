import type { MeasureDefinition } from '@asylia/security';
import { language } from '../languages.ts';
import { named } from '../messages.ts';

/**
 * Title of a measure beside the name of its object: without the code of a country. A measure of
 * one group has the name of the group behind it.
 */
export function measureName({
  id,
  object,
  title,
}: Pick<MeasureDefinition, 'id' | 'object' | 'title'>): string {
  const code = object.startsWith('neighbour:') ? object.slice('neighbour:'.length) : '';
  const english =
    code !== '' && title.endsWith(`: ${code}`) ? title.slice(0, -code.length - 2) : title;
  const parts = id.split('.');
  const last = parts[parts.length - 1]!;
  if (code !== '' && last === code) return named('outcome', parts.slice(0, -1).join('.'), english);
  const ofGroup = language().names[`outcome.${parts[0]}.group`];
  return ofGroup !== undefined && language().names[`outcome.${id}`] === undefined
    ? `${ofGroup}: ${named('group', last, last)}`
    : named('outcome', id, english);
}

const unionTitle = 'Member societies of the ';

/** Name of an object of security; `title` is its English name, with that of its state or union. */
export function objectName({ id, title }: { readonly id: string; readonly title: string }): string {
  const [kind, code] = id.split(':') as [string, string | undefined];
  const { names } = language();
  if (code !== undefined) {
    const template = names[`object.${kind}`];
    const name = named('country', code, code);
    return template === undefined ? title : template.replace('{name}', name);
  }
  const template = names[`object.${kind}.union`];
  if (template === undefined || !title.startsWith(unionTitle)) return named('object', kind, title);
  const union = title.slice(unionTitle.length);
  return template.replace('{name}', named('union', union, union));
}
