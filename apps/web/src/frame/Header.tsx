import { useEffect } from 'react';
import { Choice } from '../components/Choice.tsx';
import { usePage } from '../page.ts';
import { toAddress } from '../state/address.ts';
import { languages, ownNames } from '../state/languages.ts';
import { useTexts } from '../texts.ts';
import { useOpenTitle } from './useCaseTitle.ts';

/** What this is, which crisis, in which language. */
export function Header() {
  const { state, dispatch, bands } = usePage();
  const { say } = useTexts();
  const title = useOpenTitle();
  const app = say('app.name');
  useEffect(() => {
    document.title = title === '' ? app : `${app}: ${title}`;
  }, [app, title]);
  return (
    <header className="head">
      <div>
        <h1>
          <bdi>{title || app}</bdi>
        </h1>
        <p className="screen-only">{say('app.line')}</p>
        <p className="print-only">
          {bands && say('app.printed', { run: bands.run, version: bands.version })}{' '}
          <code dir="ltr">#{toAddress(state)}</code>
        </p>
      </div>
      <Choice
        label={say('language')}
        value={state.language}
        choices={languages.map((id) => ({ value: id, label: ownNames[id]! }))}
        onChange={(language) => dispatch({ kind: 'set', change: { language } })}
      />
    </header>
  );
}
