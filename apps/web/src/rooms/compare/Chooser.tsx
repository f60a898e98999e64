import { useState } from 'react';
import {
  Button,
  Input,
  Label,
  TextField,
  ToggleButton,
  ToggleButtonGroup,
} from 'react-aria-components';
import { Choice } from '../../components/Choice.tsx';
import { usePage } from '../../page.ts';
import { isEdited } from '../../state/state.ts';
import { useTexts } from '../../texts.ts';
import type { Column, Option } from './columns.ts';
import { choose, mostColumns, putFirst } from './columns.ts';
import { useCached } from './kept.ts';
import { useOptionName } from './useColumnName.ts';

interface Props {
  readonly options: readonly Option[];
  readonly columns: readonly Column[];
  readonly missing: readonly string[];
}

/** Which scenarios stand side by side, which of them comes first, and what is kept. */
export function Chooser({ options, columns, missing }: Props) {
  const { state, dispatch } = usePage();
  const { say, count, listed } = useTexts();
  const nameOf = useOptionName();
  const isFull = columns.length >= mostColumns;
  const compare = (chosen: readonly string[]) =>
    dispatch({ kind: 'set', change: { compare: chosen } });
  const ids = columns.map((one) => one.id);
  return (
    <section className="chooser" aria-labelledby="compare-choose">
      <h3 id="compare-choose">{say('compare.choose')}</h3>
      <ToggleButtonGroup
        aria-labelledby="compare-choose"
        selectionMode="multiple"
        selectedKeys={ids}
        onSelectionChange={(keys) =>
          compare(choose(options, state.compare, new Set([...keys].map(String))))
        }
        className="options"
      >
        {options.map((option) => {
          const letter = columns.find((one) => one.id === option.id)?.letter;
          return (
            <ToggleButton
              key={option.id}
              id={option.id}
              isDisabled={isFull && letter === undefined}
              className="option"
            >
              <span className="letter" aria-hidden={letter === undefined}>
                {letter ?? '+'}
              </span>
              <span>{nameOf(option)}</span>
            </ToggleButton>
          );
        })}
      </ToggleButtonGroup>
      <p className="note" aria-live="polite">
        {isFull
          ? say('compare.full')
          : say('compare.chosen', {
              chosen: columns.length,
              chosenText: count(columns.length),
              mostText: count(mostColumns),
            })}{' '}
        {missing.length > 0 && say('compare.missing', { ids: listed(missing, 'items') })}
      </p>
      <div className="chooser-more">
        {columns.length > 1 && (
          <Choice
            label={say('compare.against')}
            value={ids[0]!}
            choices={columns.map((one) => ({
              value: one.id,
              label: nameOf(one),
            }))}
            onChange={(id) => compare(putFirst(ids, id))}
          />
        )}
        <Keep options={options} />
      </div>
    </section>
  );
}

/** Keeps what is edited now under a name, so that two mixes can be compared. */
function Keep({ options }: { readonly options: readonly Option[] }) {
  const { state, dispatch, opened } = usePage();
  const { say, count } = useTexts();
  const [typed, setTyped] = useState('');
  const { keep, letGo } = useCached();
  const kept = options.filter((one) => one.kind === 'kept');
  const offered = say('compare.keep.mix', { number: count(kept.length + 1) });
  const edited = isEdited(state);
  return (
    <form
      className="keep"
      onSubmit={(event) => {
        event.preventDefault();
        if (!edited || !opened) return;
        const title = typed.trim() || offered;
        const id = keep({ title, of: opened.case.name, inputs: state.inputs });
        setTyped('');
        if (state.compare.length < mostColumns)
          dispatch({ kind: 'set', change: { compare: [...state.compare, id] } });
      }}
    >
      <TextField value={typed} onChange={setTyped} className="choice">
        <Label>{say('compare.keep.name')}</Label>
        <Input placeholder={offered} maxLength={40} />
      </TextField>
      <Button type="submit" isDisabled={!edited}>
        {say('compare.keep')}
      </Button>
      <p className="note">{say(edited ? 'compare.keep.how' : 'compare.keep.nothing')}</p>
      {kept.length > 0 && (
        <ul className="chips" aria-label={say('compare.keep.list')}>
          {kept.map((one) => (
            <li key={one.id}>
              <span>{one.title}</span>
              <Button
                aria-label={say('compare.keep.bringBackOf', { name: one.title })}
                onPress={() => dispatch({ kind: 'inputs', change: one.inputs })}
              >
                {say('compare.keep.bringBack')}
              </Button>
              <Button
                aria-label={say('compare.keep.letGoOf', { name: one.title })}
                onPress={() => letGo(one.id)}
              >
                ×
              </Button>
            </li>
          ))}
        </ul>
      )}
    </form>
  );
}
