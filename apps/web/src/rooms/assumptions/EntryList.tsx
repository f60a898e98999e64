import { useId, useState } from 'react';
import { Choice } from '../../components/Choice.tsx';
import type { Page } from '../../page.ts';
import { useRemembered } from '../../state/memory.ts';
import { useTexts } from '../../texts.ts';
import { EntryRow, nameOf } from './EntryRow.tsx';
import type { Entry } from './entries.ts';
import { headings, isDisputed } from './entries.ts';

const kinds = ['all', 'disputed', 'fitted', 'measured', 'published', 'assumed'] as const;
type Kind = (typeof kinds)[number];

function isOfKind(entry: Entry, kind: Kind): boolean {
  switch (kind) {
    case 'all':
      return true;
    case 'disputed':
      return isDisputed(entry);
    case 'fitted':
      return entry.isFitted;
    default:
      return entry.declared.mark === kind;
  }
}

/** All numbers under headings, found by words. */
export function EntryList({
  entries,
  theory,
  dispatch,
}: {
  readonly entries: readonly Entry[];
  readonly theory: string;
  readonly dispatch: Page['dispatch'];
}) {
  const { say, count, named } = useTexts();
  const id = useId();
  const [words, setWords] = useRemembered('assume.find', '');
  const [kind, setKind] = useState<Kind>('all');
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
  const isNarrowed = wanted.length > 0 || kind !== 'all';
  const found = entries.filter((entry) => {
    if (!isOfKind(entry, kind)) return false;
    const { declared } = entry;
    const text = [
      nameOf(entry, named),
      declared.title,
      declared.id,
      declared.symbol,
      declared.source,
      declared.unit,
    ]
      .join(' ')
      .toLowerCase();
    return wanted.every((word) => text.includes(word));
  });
  return (
    <section aria-labelledby="assume-all">
      <h3 id="assume-all">{say('assume.all')}</h3>
      <p>{say('assume.all.intro')}</p>
      <div className="find">
        <div className="choice">
          <label htmlFor={id}>{say('assume.find')}</label>
          <input
            id={id}
            type="search"
            value={words}
            onChange={(event) => setWords(event.target.value)}
          />
        </div>
        <Choice
          label={say('assume.show')}
          value={kind}
          choices={kinds.map((one) => ({ value: one, label: say(`assume.kind.${one}`) }))}
          onChange={setKind}
        />
        <p className="note" aria-live="polite">
          {say('assume.found', {
            count: found.length,
            n: count(found.length),
            all: count(entries.length),
          })}
        </p>
      </div>
      {headings.map((heading) => {
        const own = found.filter((entry) => entry.heading === heading);
        if (own.length === 0) return null;
        return (
          <details key={`${heading} ${isNarrowed}`} className="heading" open={isNarrowed}>
            <summary>
              {say(`assume.group.${heading}`)} <span className="mark">{count(own.length)}</span>
            </summary>
            {own.map((entry) => (
              <EntryRow key={entry.declared.id} entry={entry} theory={theory} dispatch={dispatch} />
            ))}
          </details>
        );
      })}
    </section>
  );
}
