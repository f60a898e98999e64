import type { Dispatch, MouseEvent } from 'react';
import { useCallback, useEffect, useMemo, useReducer, useState } from 'react';
import { I18nProvider } from 'react-aria-components';
import type { Opened } from './engine/protocol.ts';
import { Header } from './frame/Header.tsx';
import { Rooms } from './frame/Rooms.tsx';
import { Trouble } from './frame/Trouble.tsx';
import { PageContext } from './page.ts';
import { PolicyPanel } from './policies/PolicyPanel.tsx';
import { SecurityStrip } from './security/SecurityStrip.tsx';
import { arrive, toAddress } from './state/address.ts';
import type { Engine } from './state/engine.ts';
import { keepAddress } from './state/keepAddress.ts';
import { notThere } from './state/notThere.ts';
import type { CaseFiles } from './state/source.ts';
import type { Action, State } from './state/state.ts';
import { act, importedCase, startState } from './state/state.ts';
import { useEngine } from './state/useEngine.ts';
import { useImport } from './state/useImport.ts';
import { useLanguage } from './state/useLanguage.ts';
import { TextsContext } from './texts.ts';

/** Goes to the room without following the link: the address behind # holds all that was edited. */
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
  const isImported = state.case === importedCase;
  const computed = useEngine(engine, state, isImported ? dropped : null, missing);
  const importFiles = useCallback((files: CaseFiles) => {
    drop(files);
    ignore([]);
    dispatch({ kind: 'open', case: importedCase });
  }, []);
  const importing = useImport(engine.quick, importFiles);
  const { forget } = importing;
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

  useAddress(state, dropped !== null, dispatch, ignore);
  useHeldDrops();
  useAskedOfCase(state, computed.opened, dispatch, ignore);
  useEffect(() => {
    document.documentElement.lang = language.id;
    document.documentElement.dir = language.dir;
  }, [language]);

  const page = useMemo(
    () => ({ ...computed, state, dispatch, isImported, importFiles, choose, importing }),
    [computed, state, isImported, importFiles, choose, importing],
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

type Ignore = Dispatch<(before: readonly string[]) => readonly string[]>;

/** Writes what was decided into the address, and follows the address when it is changed by hand. */
function useAddress(
  state: State,
  hasDropped: boolean,
  dispatch: Dispatch<Action>,
  ignore: Ignore,
): void {
  const address = toAddress(state);
  useEffect(() => keepAddress(address), [address]);
  useEffect(() => {
    // What was asked for, not what stands there by now: an address that was still to be written may
    // have come between.
    const follow = ({ newURL }: HashChangeEvent) => {
      const arrived = arrive(new URL(newURL).hash, hasDropped);
      ignore(() => arrived.ignored);
      dispatch({ kind: 'replace', state: arrived.state });
    };
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, [hasDropped, dispatch, ignore]);
}

/**
 * A file that misses its zone would take the place of the page, and all that was edited be lost.
 */
function useHeldDrops(): void {
  useEffect(() => {
    const hold = (event: DragEvent) => event.preventDefault();
    addEventListener('dragover', hold);
    addEventListener('drop', hold);
    return () => {
      removeEventListener('dragover', hold);
      removeEventListener('drop', hold);
    };
  }, []);
}

/** Lets go of a place and a day that the case does not have, and says so. */
function useAskedOfCase(
  { case: name, place, date }: State,
  opened: Opened | null,
  dispatch: Dispatch<Action>,
  ignore: Ignore,
): void {
  useEffect(() => {
    if (opened?.case.name !== name) return;
    const asked = Object.entries(notThere({ place, date }, opened.case));
    if (asked.length === 0) return;
    ignore((before) => [...before, ...asked.map(([key, value]) => `${key}=${value}`)]);
    dispatch({ kind: 'set', change: Object.fromEntries(asked.map(([key]) => [key, ''])) });
  }, [opened, name, place, date, dispatch, ignore]);
}
