import { useEffect } from 'react';
import { usePage } from '../page.ts';
import { Choice } from '../parts/Choice.tsx';
import type { LanguageId } from '../state/state.ts';
import { languages } from '../state/state.ts';
import { useTexts } from '../texts.ts';

/** Names of the languages in themselves. */
const ownNames: Readonly<Record<LanguageId, string>> = {
  en: 'English',
  fr: 'Français',
  ar: 'العربية',
  es: 'Español',
};

/** What this is, which crisis, in which language. */
export function Header() {
  const { state, dispatch, opened } = usePage();
  const { say, named } = useTexts();
  const title = opened ? named('case', opened.case.name, opened.case.title) : say('app.name');
  useEffect(() => {
    document.title = opened ? `${say('app.name')}: ${title}` : title;
  }, [opened, title, say]);
  return (
    <header className="head">
      <div>
        <h1>{title}</h1>
        <p>{say('app.line')}</p>
      </div>
      <Choice
        label={say('language')}
        value={state.language}
        choices={languages.map((id) => ({ value: id, label: ownNames[id] }))}
        onChange={(language) => dispatch({ kind: 'set', change: { language } })}
      />
    </header>
  );
}
