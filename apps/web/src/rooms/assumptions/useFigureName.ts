import { measureName } from '@asylia/view';
import { usePage } from '../../page.ts';
import { useTexts } from '../../texts.ts';

/** The name of a figure of a run by its id, in the language of the page. */
export function useFigureName(): (id: string) => string {
  const { opened } = usePage();
  const texts = useTexts();
  const { say, has, named } = texts;
  const country = (code: string) => {
    const row = opened?.case.tables.states.find((one) => one.country === code);
    return named('country', code, row?.name ?? code);
  };
  return (id) => {
    if (id.startsWith('peak.') && id !== 'peak.region') {
      return say('matters.peak', { place: country(id.slice('peak.'.length)) });
    }
    const key = `matters.figure.${id}`;
    if (has(key)) return say(key);
    const outcome = opened?.outcomes.find((one) => one.id === id);
    if (!outcome) return id;
    const measure = measureName(texts, outcome);
    const [kind, code] = outcome.object.split(':');
    if (kind !== 'neighbour' || code === undefined) return measure;
    return say('matters.measure', { place: country(code), measure });
  };
}
