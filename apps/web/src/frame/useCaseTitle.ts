import { usePage } from '../page.ts';
import { useTexts } from '../texts.ts';

/** The title of the case that is open in the language of the page, empty before. */
export function useOpenTitle(): string {
  const { opened } = usePage();
  const { named } = useTexts();
  return opened ? named('case', 'title', opened.case.title) : '';
}
