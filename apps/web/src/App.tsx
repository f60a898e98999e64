import type { MouseEvent } from 'react';
import { useCallback, useEffect, useMemo, useReducer, useState } from 'react';
import { I18nProvider } from 'react-aria-components';
import { Header } from './frame/Header.tsx';
import { Rooms } from './frame/Rooms.tsx';
import { Trouble } from './frame/Trouble.tsx';
import { PageContext } from './page.ts';
import { PolicyPanel } from './policies/PolicyPanel.tsx';
import { SecurityStrip } from './security/SecurityStrip.tsx';
import { arrive, toAddress } from './state/address.ts';
import type { CaseFiles, Engine } from './state/engine.ts';
import { keepAddress } from './state/keepAddress.ts';
import { notThere } from './state/notThere.ts';
import { act, broughtCase, startState } from './state/state.ts';
import { useBringing } from './state/useBringing.ts';
import { useEngine } from './state/useEngine.ts';
import { useLanguage } from './state/useLanguage.ts';
import { TextsContext } from './texts.ts';

/** Goes to the room without following the link: the address behind # holds all that was moved. */
function skip(event: MouseEvent<HTMLAnchorElement>) {
  event.preventDefault();
  document.getElementById('room')?.focus();
}

/** The whole page: what the address says, what has been computed, and the rooms that show it. */
export function App({ engine }: { readonly engine: Engine }) {
  const [start] = useState(() => arrive(location.hash, false));
  const [ignored, ignore] = useState(start.ignored);
  const [state, dispatch] = useReducer(act, start.state);
  const [dropped, drop] = useState<CaseFiles | null>(null);
  const missing = useCallback((name: string) => {
    ignore((before) => [...before, `case=${name}`]);
    dispatch({ kind: 'open', case: startState.case });
  }, []);
  const isBrought = state.case === broughtCase;
  const computed = useEngine(engine, state, isBrought ? dropped : null, missing);
  const bring = useCallback((files: CaseFiles) => {
    drop(files);
    ignore([]);
    dispatch({ kind: 'open', case: broughtCase });
  }, []);
  const bringing = useBringing(engine.quick, bring);
  const { forget } = bringing;
  const choose = useCallback(
    (name: string) => {
      forget();
      ignore([]);
      dispatch({ kind: 'open', case: name });
    },
    [forget],
  );
  const texts = useLanguage(state.language, computed.opened?.words);
  const { language } = texts;

  const address = toAddress(state);
  useEffect(() => keepAddress(address), [address]);
  useEffect(() => {
    // What was asked for, not what stands there by now: an address that was still to be written may
    // have come between.
    const follow = ({ newURL }: HashChangeEvent) => {
      const arrived = arrive(new URL(newURL).hash, dropped !== null);
      ignore(arrived.ignored);
      dispatch({ kind: 'replace', state: arrived.state });
    };
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, [dropped]);
  useEffect(() => {
    // A file that misses its zone would take the place of the page, and all that was moved be lost.
    const hold = (event: DragEvent) => event.preventDefault();
    addEventListener('dragover', hold);
    addEventListener('drop', hold);
    return () => {
      removeEventListener('dragover', hold);
      removeEventListener('drop', hold);
    };
  }, []);
  const { opened } = computed;
  const { place, date } = state;
  useEffect(() => {
    if (opened?.case.name !== state.case) return;
    const asked = Object.entries(notThere({ place, date }, opened.case));
    if (asked.length === 0) return;
    ignore((before) => [...before, ...asked.map(([name, value]) => `${name}=${value}`)]);
    dispatch({ kind: 'set', change: Object.fromEntries(asked.map(([name]) => [name, ''])) });
  }, [opened, state.case, place, date]);
  useEffect(() => {
    document.documentElement.lang = language.id;
    document.documentElement.dir = language.dir;
  }, [language]);

  const page = useMemo(
    () => ({ ...computed, state, dispatch, isBrought, bring, choose, bringing }),
    [computed, state, isBrought, bring, choose, bringing],
  );
  return (
    <I18nProvider locale={language.locale}>
      <TextsContext value={texts}>
        <PageContext value={page}>
          {/* biome-ignore lint/a11y/useValidAnchor: it leads to a part of the page, as a link does */}
          <a className="skip" href="#room" onClick={skip}>
            {texts.say('skip.room')}
          </a>
          <Header />
          <Trouble ignored={ignored} onClose={() => ignore([])} />
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
