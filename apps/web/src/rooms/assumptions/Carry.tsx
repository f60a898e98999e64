import type { Fault } from '@asylia/cases';
import { version } from '@asylia/engine';
import { useId, useRef, useState } from 'react';
import { Button } from 'react-aria-components';
import { WholeNumber } from '../../components/WholeNumber.tsx';
import type { Opened } from '../../engine/protocol.ts';
import { usePage } from '../../page.ts';
import { toAddress } from '../../state/address.ts';
import { readSaved, savedText } from '../../state/saved.ts';
import type { State } from '../../state/state.ts';
import { saveFile } from '../../take/save.ts';
import { useTexts } from '../../texts.ts';
import { ScenarioFile } from '../take/ScenarioFile.tsx';

const largestBytes = 1_000_000;

/** Everything that was changed, to keep, to send on, and to run again elsewhere. */
export function Carry() {
  const { state, dispatch, isImported } = usePage();
  const { say } = useTexts();
  const { inputs, worlds } = state;
  return (
    <section aria-labelledby="assume-carry" className="carry">
      <h3 id="assume-carry">{say('assume.carry')}</h3>
      <p>{say('assume.carry.intro')}</p>
      <div className="find">
        <WholeNumber
          label={say('assume.seed')}
          value={inputs.seed}
          min={0}
          max={Number.MAX_SAFE_INTEGER}
          onChange={(seed) => dispatch({ kind: 'inputs', change: { seed } })}
        />
        <WholeNumber
          label={say('assume.worlds')}
          value={worlds}
          min={2}
          max={10_000}
          onChange={(next) => dispatch({ kind: 'set', change: { worlds: next } })}
        />
      </div>
      <p className="note">{say('assume.worlds.note')}</p>
      <Link />
      {isImported && <p className="note">{say('assume.link.imported')}</p>}
      <Files />
      <ScenarioFile />
    </section>
  );
}

/** The address that carries every change, to copy. */
function Link() {
  const { state } = usePage();
  const { say } = useTexts();
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [copied, setCopied] = useState<'' | 'yes' | 'byHand'>('');
  const address = `${location.href.replace(/#.*$/, '')}#${toAddress(state)}`;
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(address);
      setCopied('yes');
    } catch {
      // Some browsers copy nothing from a page opened from a file: then the user can.
      field.current?.select();
      setCopied('byHand');
    }
  };
  return (
    <>
      <div className="choice">
        <label htmlFor={id}>{say('assume.link')}</label>
        <input
          id={id}
          ref={field}
          className="address"
          dir="ltr"
          readOnly
          value={address}
          onFocus={(event) => event.target.select()}
        />
      </div>
      <p className="buttons">
        <Button onPress={() => void copy()}>{say('assume.link.copy')}</Button>
        <span role="status" className="note">
          {copied !== '' && say(`assume.link.${copied}`)}
        </span>
      </p>
    </>
  );
}

/** Something that is wrong with a file as a whole, or with one value in it. */
const fileFault = (
  file: string,
  {
    code,
    column = null,
    expected,
    received,
    fix,
  }: Omit<Fault, 'file' | 'row' | 'column'> & {
    readonly column?: string | null;
  },
): Fault => ({ code, file, row: null, column, expected, received, fix });

/** Reads a saved state; it is taken when it is of the case that is open and can be run. */
function useLoad(opened: Opened | null) {
  const { state, dispatch, engine, isImported } = usePage();
  const [loaded, setLoaded] = useState<{ readonly name: string } | { readonly faults: Fault[] }>({
    faults: [],
  });
  const read = async (file: File): Promise<State | readonly Fault[]> => {
    const { name } = file;
    if (file.size > largestBytes) {
      const expected = `at most ${largestBytes} bytes`;
      const fix = 'Choose a file that this page has saved.';
      return [fileFault(name, { code: 'tooLarge', expected, received: String(file.size), fix })];
    }
    const saved = readSaved(name, await file.text(), opened!);
    if ('faults' in saved) return saved.faults;
    const mine = isImported ? opened!.case.name : state.case;
    if (saved.state.case !== mine) {
      const expected = `"${mine}", the case that is open`;
      const received = `"${saved.state.case}"`;
      const fix = 'Open that case first, then load the file.';
      const column = 'state.case';
      return [fileFault(name, { code: 'notChoice', column, expected, received, fix })];
    }
    const run = await engine.quick.call('live', { inputs: saved.state.inputs });
    return 'faults' in run
      ? run.faults.map((one) => ({ ...one, file: `${name}: ${one.file}` }))
      : saved.state;
  };
  const load = async (file: File) => {
    const found = await read(file);
    if ('inputs' in found) {
      setLoaded({ name: file.name });
      dispatch({ kind: 'replace', state: { ...found, room: state.room } });
    } else setLoaded({ faults: [...found] });
  };
  return { load, loaded };
}

/** The same as a file, and back. */
function Files() {
  const { state, opened } = usePage();
  const { say } = useTexts();
  const id = useId();
  const { load, loaded } = useLoad(opened);
  if (!opened) return null;
  const save = () => {
    const text = savedText(state, version, location.href);
    saveFile(`asylia-${opened.case.name}.json`, text, 'application/json');
  };
  return (
    <>
      <div className="find">
        <p className="buttons">
          <Button onPress={save}>{say('assume.file.save')}</Button>
        </p>
        <div className="choice">
          <label htmlFor={id}>{say('assume.file.load')}</label>
          <input
            id={id}
            type="file"
            accept=".json,application/json"
            onChange={(event) => {
              const file = event.target.files?.[0];
              if (file) void load(file);
              event.target.value = '';
            }}
          />
        </div>
      </div>
      <p role="status" className="note">
        {'name' in loaded && say('assume.file.loaded', { file: loaded.name })}
      </p>
      {'faults' in loaded && <LoadFaults faults={loaded.faults} />}
    </>
  );
}

/** What is wrong with a file that was not taken. */
function LoadFaults({ faults }: { readonly faults: readonly Fault[] }) {
  const { say } = useTexts();
  if (faults.length === 0) return null;
  return (
    <div className="trouble" role="alert">
      <p>{say('assume.file.faults')}</p>
      <ul>
        {faults.map(({ file, column, code, expected, received, fix }) => (
          <li key={`${column} ${code} ${received}`}>
            {say('assume.file.fault', { file, place: column ?? '', expected, received, fix })}
          </li>
        ))}
      </ul>
    </div>
  );
}
