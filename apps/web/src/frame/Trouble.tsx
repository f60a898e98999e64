import { Button } from 'react-aria-components';
import { usePage } from '../page.ts';
import { useTexts } from '../texts.ts';

/** What went wrong: mistakes in the address or in a case, and faults of ours. */
export function Trouble({
  ignored,
  onClose,
}: {
  readonly ignored: readonly string[];
  /** What the address asked for has been read, and may go. */
  readonly onClose: () => void;
}) {
  const { faults, broken } = usePage();
  const { say } = useTexts();
  if (faults.length === 0 && broken === '' && ignored.length === 0) return null;
  return (
    <div className="trouble" role="alert">
      {ignored.length > 0 && (
        <p>
          {say('trouble.address', { parts: ignored.join(', ') })}{' '}
          <Button onPress={onClose}>{say('trouble.close')}</Button>
        </p>
      )}
      {faults.length > 0 && (
        <ul>
          {faults.map((one) => (
            <li key={`${one.file} ${one.row} ${one.column} ${one.code}`}>
              {say('trouble.fault', {
                file: one.file,
                row: one.row ?? '-',
                column: one.column ?? '-',
                expected: one.expected,
                received: one.received,
                fix: one.fix,
              })}
            </li>
          ))}
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
