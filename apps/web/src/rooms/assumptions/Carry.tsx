import type { Fault } from '@asylia/cases';
import { version } from '@asylia/engine';
import { useId, useRef, useState } from 'react';
import { Button } from 'react-aria-components';
import { WholeNumber } from '../../components/WholeNumber.tsx';
import { usePage } from '../../page.ts';
import { toAddress } from '../../state/address.ts';
import { readSaved, savedText } from '../../state/saved.ts';
import { saveFile } from '../../take/save.ts';
import { useTexts } from '../../texts.ts';
import { ScenarioFile } from '../take/ScenarioFile.tsx';

const largestBytes = 1_000_000;

/** Everything that was changed, to keep, to send on, and to run again elsewhere. */
export function Carry() {
  const { state, dispatch, isBrought } = usePage();
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
      {isBrought && <p className="note">{say('assume.link.brought')}</p>}
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

/** The same as a file, and back. */
function Files() {
  const { state, dispatch, opened, engine, isBrought } = usePage();
  const { say } = useTexts();
  const id = useId();
  const [faults, setFaults] = useState<readonly Fault[]>([]);
  const [told, setTold] = useState('');
  if (!opened) return null;
  const load = async (file: File) => {
    setTold('');
    if (file.size > largestBytes) {
      setFaults([
        {
          code: 'tooLarge',
          file: file.name,
          row: null,
          column: null,
          expected: `at most ${largestBytes} bytes`,
          received: String(file.size),
          fix: 'Choose a file that this page has saved.',
        },
      ]);
      return;
    }
    const read = readSaved(file.name, await file.text(), opened);
    if ('faults' in read) {
      setFaults(read.faults);
      return;
    }
    if (read.state.case !== state.case || isBrought) {
      const mine = isBrought ? opened.case.name : state.case;
      if (read.state.case !== mine) {
        setFaults([
          {
            code: 'notChoice',
            file: file.name,
            row: null,
            column: 'state.case',
            expected: `"${mine}", the case that is open`,
            received: `"${read.state.case}"`,
            fix: 'Open that case first, then load the file.',
          },
        ]);
        return;
      }
    }
    const lived = await engine.quick.call('live', { inputs: read.state.inputs });
    if ('faults' in lived) {
      setFaults(lived.faults.map((one) => ({ ...one, file: `${file.name}: ${one.file}` })));
      return;
    }
    setFaults([]);
    setTold(say('assume.file.loaded', { file: file.name }));
    dispatch({ kind: 'replace', state: { ...read.state, room: state.room } });
  };
  return (
    <>
      <div className="find">
        <p className="buttons">
          <Button
            onPress={() =>
              saveFile(
                `asylia-${opened.case.name}.json`,
                savedText(state, version, location.href),
                'application/json',
              )
            }
          >
            {say('assume.file.save')}
          </Button>
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
        {told}
      </p>
      {faults.length > 0 && (
        <div className="trouble" role="alert">
          <p>{say('assume.file.faults')}</p>
          <ul>
            {faults.map((one) => (
              <li key={`${one.column} ${one.code} ${one.received}`}>
                {say('assume.file.fault', {
                  file: one.file,
                  place: one.column ?? '',
                  expected: one.expected,
                  received: one.received,
                  fix: one.fix,
                })}
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}
