import { Button } from 'react-aria-components';
import type { Page } from '../../page.ts';
import { useTexts } from '../../texts.ts';
import { nameOf } from './EntryRow.tsx';
import type { Entry } from './entries.ts';

interface Props {
  readonly entries: readonly Entry[];
  readonly dispatch: Page['dispatch'];
}

/** What was changed, each with the way back. */
export function Changed({ entries, dispatch }: Props) {
  const { say, pair, figure, named } = useTexts();
  const changed = entries.filter((entry) => entry.isChanged);
  if (changed.length === 0) return <p className="note">{say('assume.changed.none')}</p>;
  return (
    <section aria-labelledby="assume-changed" className="panel">
      <h3 id="assume-changed">{say('assume.changed')}</h3>
      <ul className="changed">
        {changed.map((entry) => {
          const { declared, of, baseline, value } = entry;
          const name = nameOf(entry, named);
          return (
            <li key={declared.id}>
              {pair(name, '')}
              <span className="value" dir="ltr">
                {figure(baseline)} → {figure(value)}
              </span>{' '}
              {named('unit', declared.unit, declared.unit)}{' '}
              <Button
                className="link"
                aria-label={pair(say('reset'), name)}
                onPress={() => dispatch({ kind: 'assume', of, id: declared.id, value: null })}
              >
                {say('reset')}
              </Button>
            </li>
          );
        })}
      </ul>
      {changed.length > 1 && (
        <p className="buttons">
          <Button
            onPress={() =>
              dispatch({ kind: 'inputs', change: { parameters: {}, assumptions: {} } })
            }
          >
            {say('assume.changed.all')}
          </Button>
        </p>
      )}
    </section>
  );
}
