import { useMemo } from 'react';
import type { CurrentRun, Opened } from '../../engine/protocol.ts';
import { fullestDay, inWords, mapInputOf } from '../../map/mapInput.ts';
import { useGround } from '../../map/useGround.ts';
import { usePage } from '../../page.ts';
import { useTexts } from '../../texts.ts';
import { DayFigures } from './DayFigures.tsx';
import { DayMap } from './DayMap.tsx';
import { PlaceCardPanel } from './PlaceCardPanel.tsx';
import { TimeBar } from './TimeBar.tsx';
import { TimeChart } from './TimeChart.tsx';
import { useDay } from './useDay.ts';
import './map.css';

/** Where people are day by day: the map, what each day's figures are, and a place's card. */
export function MapRoom() {
  const { opened, live } = usePage();
  const { say } = useTexts();
  if (!opened || !live) return <p role="status">{say('map.reading')}</p>;
  return <Days opened={opened} live={live} />;
}

function Days({ opened, live }: { readonly opened: Opened; readonly live: CurrentRun }) {
  const { state, dispatch, base, isImported } = usePage();
  const ground = useGround(opened, isImported);
  const texts = useTexts();
  const input = useMemo(() => inWords(mapInputOf(opened, live), texts), [opened, live, texts]);
  const before = useMemo(
    () => base && inWords(mapInputOf(opened, base), texts),
    [opened, base, texts],
  );
  // The day of the crisis at baseline: what is edited does not move the day that is looked at.
  const first = useMemo(() => fullestDay(before ?? input, live.days), [before, input, live.days]);
  const day = useDay(state, dispatch, input.dates, first);
  const choose = (place: string) => dispatch({ kind: 'set', change: { place } });
  return (
    <div className="map-room">
      <TimeBar day={day} dates={input.dates} input={input} />
      <div className={state.place === '' ? 'map-and-card' : 'map-and-card open'}>
        <DayMap
          input={input}
          base={before}
          ground={ground}
          day={day.now}
          place={state.place}
          onChoose={choose}
        />
        <PlaceCardPanel day={day.now} dates={input.dates} input={input} onChoose={choose} />
        <DayFigures
          opened={opened}
          live={live}
          base={base}
          day={day.now}
          date={input.dates[day.now]!}
        />
      </div>
      <TimeChart opened={opened} live={live} base={base} day={day.now} dates={input.dates} />
    </div>
  );
}
