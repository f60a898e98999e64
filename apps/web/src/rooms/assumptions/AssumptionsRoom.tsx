import { usePage } from '../../page.ts';
import { useTexts } from '../../texts.ts';
import { Carry } from './Carry.tsx';
import { Changed } from './Changed.tsx';
import { EntryList } from './EntryList.tsx';
import { entriesOf } from './entries.ts';
import { Matters } from './Matters.tsx';
import { Moves } from './Moves.tsx';
import '../../style/assumptions.css';

/** Every number that is not a fact of the case: seen, changed, weighed, and taken along. */
export function AssumptionsRoom() {
  const { state, dispatch, opened, base } = usePage();
  const { say } = useTexts();
  if (!opened || !base) return <h2>{say('room.assumptions')}</h2>;
  const entries = entriesOf(opened, base, state.inputs);
  return (
    <>
      <h2>{say('room.assumptions')}</h2>
      <p className="lead">{say('assume.intro')}</p>
      <Changed entries={entries} dispatch={dispatch} />
      <Moves />
      <Matters opened={opened} />
      <EntryList entries={entries} theory={state.inputs.theory} dispatch={dispatch} />
      <Carry />
    </>
  );
}
