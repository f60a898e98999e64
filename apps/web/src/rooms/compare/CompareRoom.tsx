import { useDeferredValue, useMemo } from 'react';
import { Broken } from '../../components/Broken.tsx';
import { datesOf, fullestDay, inWords, mapInputOf } from '../../map/mapInput.ts';
import { useGround } from '../../map/useGround.ts';
import { usePage } from '../../page.ts';
import { isEdited } from '../../state/state.ts';
import '../../style/compare.css';
import { useTexts } from '../../texts.ts';
import { Changes } from './Changes.tsx';
import { Charts } from './Charts.tsx';
import { Chooser } from './Chooser.tsx';
import { chosenOf, editedId, optionsOf } from './columns.ts';
import { DayBar, useDay } from './DayBar.tsx';
import { DifferenceOnMap } from './DifferenceOnMap.tsx';
import { Figures } from './Figures.tsx';
import { useCached } from './kept.ts';
import { dayApart, quickDays } from './mapsOf.ts';
import { Sentences } from './Sentences.tsx';
import { SideBySide } from './SideBySide.tsx';
import type { Run } from './useRuns.ts';
import { useRuns } from './useRuns.ts';

/** Up to four scenarios side by side: what differs, where, when, and for whom. */
export function CompareRoom() {
  const { state, opened } = usePage();
  const { say, count } = useTexts();
  const { kept } = useCached();
  const { inputs, compare } = state;
  const options = useMemo(
    () => (opened ? optionsOf(opened, kept, inputs) : []),
    [opened, kept, inputs],
  );
  const { columns, missing } = useMemo(() => chosenOf(options, compare), [options, compare]);
  const { runs, waiting, faults, broken } = useRuns(columns);
  // Maps and charts may come a moment later than the control that is being dragged.
  const shown = useDeferredValue(useSameRuns(runs));
  return (
    <div className="compare">
      <h2>{say('compare.title')}</h2>
      <p className="lead">{say('compare.lead', { theory: inputs.theory })}</p>
      {opened && <Chooser options={options} columns={columns} missing={missing} />}
      {columns.some((one) => one.id === editedId) && !isEdited(state) && (
        <p className="note">{say('compare.nothingEdited')}</p>
      )}
      {waiting > 0 && opened && (
        <p className="note" role="status">
          {say('compare.waiting', { waiting, waitingText: count(waiting) })}
        </p>
      )}
      {faults.map((one) => (
        <p key={`${one.file} ${one.row} ${one.column} ${one.code}`} role="alert">
          {one.file}: {one.expected}; {one.received}
        </p>
      ))}
      <Broken error={broken} />
      {columns.length === 0 && opened && <p>{say('compare.noneChosen')}</p>}
      {shown.length > 0 && <Shown runs={shown} />}
    </div>
  );
}

/** The same list while its runs are the same, so that nothing is drawn anew without need. */
function useSameRuns(runs: readonly Run[]): readonly Run[] {
  // biome-ignore lint/correctness/useExhaustiveDependencies: the runs stand for the list
  return useMemo(
    () => runs,
    [runs.map((run) => `${run.id}${run.letter}${run.title}`).join(), ...fourOf(runs)],
  );
}

const fourOf = (runs: readonly Run[]) => [0, 1, 2, 3].map((i) => runs[i]?.live);

function Shown({ runs }: { readonly runs: readonly Run[] }) {
  const { state, dispatch, opened, base, isImported } = usePage();
  const texts = useTexts();
  const { say } = texts;
  const ground = useGround(opened, isImported);
  const maps = useMemo(
    () => (opened ? runs.map((run) => inWords(mapInputOf(opened, run.live), texts)) : []),
    [opened, runs, texts],
  );
  const { days } = runs[0]!.live;
  const dates = useMemo(() => (opened ? datesOf(opened.case, days) : []), [opened, days]);
  const quick = useMemo(() => quickDays(maps, days), [maps, days]);
  const dated = dates.indexOf(state.date);
  // With no date in the address, the day that shows most of what differs.
  const start = useMemo(
    () => dayApart(quick) ?? (maps.length > 0 ? fullestDay(maps[0]!, days) : 0),
    [quick, maps, days],
  );
  const chosen = dated >= 0 ? dated : start;
  const [day, setDay] = useDay(chosen, (rested) =>
    dispatch({ kind: 'set', change: { date: dates[rested]! } }),
  );
  // Maps side by side follow a drag at once, the rest when there is time.
  const charted = useDeferredValue(day);
  if (!opened || !base || maps.some((map) => map.dates.length !== days)) return null;
  return (
    <>
      <Changes opened={opened} base={base} runs={runs} />
      <Sentences opened={opened} runs={runs} />
      <h3 className="part">{say('compare.where')}</h3>
      <DayBar day={day} dates={dates} quick={quick} runs={runs} onDay={setDay} />
      {ground ? (
        <>
          <SideBySide runs={runs} maps={maps} ground={ground} day={day} />
          {runs.length > 1 && (
            <DifferenceOnMap runs={runs} maps={maps} ground={ground} day={charted} />
          )}
        </>
      ) : (
        <p className="note">{say('compare.ground')}</p>
      )}
      <h3 className="part">{say('compare.when')}</h3>
      <Charts runs={runs} dates={dates} day={charted} />
      <Figures opened={opened} runs={runs} dates={dates} />
    </>
  );
}
