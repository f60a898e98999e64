import { useTexts } from '../../texts.ts';
import type { Option } from './columns.ts';

/** Name of what can be compared, in the language of the page. */
export function useOptionName(): (option: Pick<Option, 'id' | 'kind' | 'title'>) => string {
  const { say, named } = useTexts();
  return ({ id, kind, title }) =>
    kind === 'edited'
      ? say('compare.edited')
      : kind === 'kept'
        ? title
        : named('scenario', id, title);
}
