import { priorWords } from '@asylia/lab';
import { memo, useState } from 'react';
import { Amount } from '../../components/Amount.tsx';
import type { Page } from '../../page.ts';
import { useTexts } from '../../texts.ts';
import type { Entry } from './entries.ts';
import { isDisputed, stepOf } from './entries.ts';

const exact = { maximumSignificantDigits: 7 } as const;

interface Props {
  readonly entry: Entry;
  readonly theory: string;
  readonly dispatch: Page['dispatch'];
  readonly open?: boolean;
}

/** One number in a fold: title and value; opened, everything that is known of it and a control. */
export const EntryRow = memo(
  ({ entry, theory, dispatch, open = false }: Props) => {
    const { say, figure, named } = useTexts();
    const [isOpen, setOpen] = useState(open);
    const { declared, value } = entry;
    const unit = named('unit', declared.unit, declared.unit);
    return (
      <details
        className={entry.isChanged ? 'entry changed' : 'entry'}
        open={isOpen}
        onToggle={(event) => setOpen(event.currentTarget.open)}
        data-entry={declared.id}
      >
        <summary>
          <span className="title">{nameOf(entry, named)}</span>{' '}
          <span className="value">
            {figure(value)} {unit}
          </span>{' '}
          <span className="mark">
            {entry.isFitted ? say('assume.fitted') : named('mark', declared.mark, declared.mark)}
            {isDisputed(entry) && ` · ${say('assume.disputed')}`}
          </span>
        </summary>
        {isOpen && (
          <>
            <Control entry={entry} theory={theory} dispatch={dispatch} />
            <Behind entry={entry} />
          </>
        )}
      </details>
    );
  },
  (a, b) =>
    a.theory === b.theory &&
    a.entry.value === b.entry.value &&
    a.entry.baseline === b.entry.baseline &&
    a.entry.isChanged === b.entry.isChanged &&
    a.entry.declared === b.entry.declared,
);

/** Moves the number, or puts it back to what it was. */
function Control({ entry, theory, dispatch }: Omit<Props, 'open'>) {
  const { say, figure, named } = useTexts();
  const { declared, value, of } = entry;
  const unit = named('unit', declared.unit, declared.unit);
  return (
    <Amount
      label={nameOf(entry, named)}
      value={value}
      min={declared.low}
      max={declared.high}
      step={stepOf(entry)}
      baseline={entry.baseline}
      baselineText={say(
        entry.isFitted
          ? 'assume.was.fitted'
          : of === 'assumptions' && entry.held.some((one) => one.theory === theory)
            ? 'assume.was.theory'
            : 'assume.was',
        { value: `${figure(entry.baseline)} ${unit}`, theory },
      )}
      unit={unit}
      format={exact}
      onChange={(next) =>
        dispatch({
          kind: 'assume',
          of,
          id: declared.id,
          value: next === entry.baseline ? null : next,
        })
      }
      onReset={() => dispatch({ kind: 'assume', of, id: declared.id, value: null })}
    />
  );
}

export function nameOf(
  { declared: { id, title } }: Pick<Entry, 'declared'>,
  named: ReturnType<typeof useTexts>['named'],
): string {
  return named('assumption', id, named('parameter', id, title));
}

/** Symbol, range, prior, source, and what each theory holds. */
function Behind({ entry: { declared, held, isFitted } }: { readonly entry: Entry }) {
  const { say, pair, figure, named } = useTexts();
  const theories = held.map((one) => ({ ...one, name: named('theory', one.theory, one.theory) }));
  return (
    <dl className="behind">
      <dt>{say('assume.symbol')}</dt>
      <dd>
        <span dir="ltr">
          {declared.symbol}, {declared.id}
        </span>
      </dd>
      <dt>{say('assume.range')}</dt>
      <dd>
        {say('assume.rangeWords', {
          low: figure(declared.low),
          high: figure(declared.high),
          value: figure(declared.default),
        })}
      </dd>
      <dt>{say('assume.prior')}</dt>
      <dd lang="en" dir="ltr">
        {isFitted && `${say('assume.fitted')}; `}
        {priorWords(declared.prior, declared.low, declared.high)}
      </dd>
      <dt>{say('column.source')}</dt>
      <dd lang="en" dir="ltr">
        {declared.source} ({declared.mark})
      </dd>
      {declared.disputedBy && (
        <>
          <dt>{say('assume.disputedBy')}</dt>
          <dd lang="en" dir="ltr">
            {declared.disputedBy}
          </dd>
        </>
      )}
      {theories.length > 0 && (
        <>
          <dt>{say('assume.theories')}</dt>
          <dd>
            <ul>
              {theories.map((one) => (
                <li key={one.theory}>
                  {pair(one.theory === one.name ? one.theory : `${one.theory} ${one.name}`, '')}
                  <strong>{figure(one.value)}</strong>{' '}
                  <span lang="en" dir="ltr">
                    {one.source}
                  </span>
                </li>
              ))}
            </ul>
          </dd>
        </>
      )}
    </dl>
  );
}
