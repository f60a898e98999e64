import { useMemo } from 'react';
import { usePage } from '../../page.ts';
import { useRemembered } from '../../state/memory.ts';
import { useTexts } from '../../texts.ts';
import { Beside } from './Beside.tsx';
import { judgedOf } from './judged.ts';
import { Key } from './Key.tsx';
import { Overview } from './Overview.tsx';
import { recordedOf } from './recorded.ts';
import { SeriesPart } from './SeriesPart.tsx';
import { Validation } from './Validation.tsx';
import '../../style/record.css';

/** What was observed beside what the model says: by country, series by series, check by check. */
export function RecordRoom() {
  const { opened, live, base } = usePage();
  const { say } = useTexts();
  const recorded = useMemo(() => (opened ? recordedOf(opened.case) : []), [opened]);
  const [chosen, setChosen] = useRemembered('record.series', 'stock');
  if (!opened || !live || !base) return <h2>{say('room.record')}</h2>;
  if (recorded.length === 0)
    return (
      <>
        <h2>{say('room.record')}</h2>
        <p>{say('record.none')}</p>
      </>
    );
  const series = recorded.find((one) => one.id === chosen) ?? recorded[0]!;
  const shared = { opened, live, base, recorded };
  return (
    <>
      <h2>{say('room.record')}</h2>
      <p className="lead">{say('record.intro')}</p>
      <Status />
      <Edited />
      <Key />
      <Overview {...shared} onChoose={setChosen} />
      <SeriesPart {...shared} series={series} onChoose={setChosen} />
      <Validation />
      <Beside {...shared} />
    </>
  );
}

/** How far the bands are; said aloud when they change, not with every world. */
function Status() {
  const { state, bands, worldsDone } = usePage();
  const { say, count } = useTexts();
  const worlds = count(state.worlds);
  const isDone = bands !== null && bands.worlds >= state.worlds;
  return (
    <div className="status">
      <p aria-live="polite">
        {bands
          ? say(isDone ? 'record.bands' : 'record.bandsSoFar', {
              done: count(bands.worlds),
              worlds,
            })
          : say('record.noBands', { worlds })}
      </p>
      {!isDone && (
        <progress
          max={state.worlds}
          value={worldsDone}
          aria-label={say('record.progress', { done: count(worldsDone), worlds })}
        />
      )}
    </div>
  );
}

/** What the record can judge, when something was edited. */
function Edited() {
  const { state } = usePage();
  const { say } = useTexts();
  const judged = judgedOf(state);
  if (judged === 'baseline') return null;
  return <p className="edited-note">{say(`record.${judged}`)}</p>;
}
