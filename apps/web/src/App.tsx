import { english } from '@asylia/view';
import { useEffect, useMemo, useReducer, useState } from 'react';
import { I18nProvider } from 'react-aria-components';
import { Header } from './frame/Header.tsx';
import { Rooms } from './frame/Rooms.tsx';
import { Trouble } from './frame/Trouble.tsx';
import { PageContext } from './page.ts';
import { PolicyPanel } from './policies/PolicyPanel.tsx';
import { SecurityStrip } from './security/SecurityStrip.tsx';
import { fromAddress, toAddress } from './state/address.ts';
import { act } from './state/state.ts';
import type { CaseFiles } from './state/useEngine.ts';
import { useEngine } from './state/useEngine.ts';
import { useLanguage } from './state/useLanguage.ts';
import { englishMessages, englishPolicies, TextsContext, textsIn } from './texts.ts';

const inEnglish = textsIn(english, englishMessages, englishPolicies);

/** The whole page: what the address says, what has been computed, and the rooms that show it. */
export function App() {
  const [{ state: start, ignored }] = useState(() => fromAddress(location.hash));
  const [state, dispatch] = useReducer(act, start);
  const [dropped, bring] = useState<CaseFiles | null>(null);
  const computed = useEngine(state, dropped);
  const texts = useLanguage(state.language) ?? inEnglish;
  const { language } = texts;

  const address = toAddress(state);
  useEffect(() => {
    history.replaceState(null, '', address === '' ? location.pathname : `#${address}`);
  }, [address]);
  useEffect(() => {
    const follow = () => dispatch({ kind: 'replace', state: fromAddress(location.hash).state });
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  useEffect(() => {
    document.documentElement.lang = language.id;
    document.documentElement.dir = language.dir;
  }, [language]);

  const page = useMemo(
    () => ({ ...computed, state, dispatch, bring, isBrought: dropped !== null }),
    [computed, state, dropped],
  );
  return (
    <I18nProvider locale={language.id === 'ar' ? 'ar-u-nu-latn' : language.id}>
      <TextsContext value={texts}>
        <PageContext value={page}>
          <a className="skip" href="#room">
            {texts.say('skip')}
          </a>
          <Header />
          <Trouble ignored={ignored} />
          <div className="work">
            <aside className="side">
              <PolicyPanel />
            </aside>
            <SecurityStrip />
            <main id="room" tabIndex={-1}>
              <Rooms />
            </main>
          </div>
        </PageContext>
      </TextsContext>
    </I18nProvider>
  );
}
