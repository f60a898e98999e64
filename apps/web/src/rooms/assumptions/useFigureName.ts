import { outcomeName } from '@asylia/view';
import { usePage } from '../../page.ts';
import type { PageMessageId } from '../../texts.ts';
import { englishMessages, useTexts } from '../../texts.ts';

/** The name of a figure of a run by its id, in the language of the page. */
export function useFigureName(): (id: string) => string {
  const { opened } = usePage();
  const { say, named, render } = useTexts();
  return (id) => {
    if (id.startsWith('peak.') && id !== 'peak.region') {
      const code = id.slice('peak.'.length);
      const row = opened?.case.tables.states.find((one) => one.country === code);
      return say('matters.peak', { place: named('country', code, row?.name ?? code) });
    }
    const key = `matters.figure.${id}`;
    if (key in englishMessages) return say(key as PageMessageId);
    const outcome = opened?.outcomes.find((one) => one.id === id);
    return outcome ? render(() => outcomeName(outcome)) : id;
  };
}
