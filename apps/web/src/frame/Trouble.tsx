import { Button } from 'react-aria-components';
import { usePage } from '../page.ts';
import { useTexts } from '../texts.ts';

/** So many are named one by one, each so short: anybody can write an address of a hundred pages. */
const mostNamed = 12;
const mostLetters = 160;

const short = (text: string) =>
  text.length > mostLetters ? `${text.slice(0, mostLetters - 1)}…` : text;

interface Props {
  readonly ignored: readonly string[];
  /** What the address asked for has been read, and may go. */
  readonly onClose: () => void;
}

/** What went wrong: mistakes in the address or in a case, and faults of ours. */
export function Trouble({ ignored, onClose }: Props) {
  const { faults, broken } = usePage();
  const { say, count } = useTexts();
  const rest = (all: number) => (all > mostNamed ? `… (+${count(all - mostNamed)})` : '');
  if (faults.length === 0 && broken === '' && ignored.length === 0) return null;
  return (
    <div className="trouble" role="alert">
      {ignored.length > 0 && (
        <p>
          {say('trouble.address', { parts: ignored.slice(0, mostNamed).map(short).join(', ') })}{' '}
          {rest(ignored.length)} <Button onPress={onClose}>{say('trouble.close')}</Button>
        </p>
      )}
      {faults.length > 0 && (
        <ul>
          {faults.slice(0, mostNamed).map((one) => (
            <li key={`${one.file} ${one.row} ${one.column} ${one.code}`}>
              {say('trouble.fault', {
                file: one.file,
                row: one.row ?? '-',
                column: short(one.column ?? '-'),
                expected: short(one.expected),
                received: short(one.received),
                fix: one.fix,
              })}
            </li>
          ))}
          {faults.length > mostNamed && <li>{rest(faults.length)}</li>}
        </ul>
      )}
      {broken !== '' && (
        <p>
          {say('trouble.ours')} <code dir="ltr">{broken}</code>
        </p>
      )}
    </div>
  );
}
