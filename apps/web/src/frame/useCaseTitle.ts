import { usePage } from '../page.ts';
import { useTexts } from '../texts.ts';

/** The title of a case that comes along in the language of the page; that of another as its keepers wrote it. */
export function useCaseTitle(): (name: string, title: string) => string {
  const { named } = useTexts();
  return (name, title) => named('case', name, title);
}

/** The title of the case that is open, empty before. */
export function useOpenTitle(): string {
  const { opened, isBrought } = usePage();
  const titleOf = useCaseTitle();
  if (!opened) return '';
  const { name, title } = opened.case;
  return isBrought ? title : titleOf(name, title);
}
