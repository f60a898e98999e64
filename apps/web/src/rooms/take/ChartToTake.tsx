import { Button } from 'react-aria-components';
import { datesOf, fullestDay, mapInputOf } from '../../map/mapInput.ts';
import { usePage } from '../../page.ts';
import type { RoomId } from '../../state/state.ts';
import { useTexts } from '../../texts.ts';
import { TimeChart } from '../map/TimeChart.tsx';

/** Rooms whose figures and tables are saved where they stand. */
const withFigures: readonly RoomId[] = ['map', 'threat', 'compare', 'record', 'assumptions'];

/** A curve over time to take along, and where all other figures stand. */
export function ChartToTake() {
  const { opened, live, base, state, dispatch } = usePage();
  const { say } = useTexts();
  if (!opened || !live) return null;
  const dates = datesOf(opened.case, live.days);
  const asked = dates.indexOf(state.date);
  const day = asked >= 0 ? asked : fullestDay(mapInputOf(opened, base ?? live), live.days);
  // The button that was pressed goes with its room: the keyboard goes on in the new one.
  const go = (room: RoomId) => {
    document.getElementById('room')?.focus({ preventScroll: true });
    dispatch({ kind: 'set', change: { room } });
  };
  return (
    <section>
      <h3>{say('take.chart')}</h3>
      <TimeChart opened={opened} live={live} base={base} day={day} dates={dates} />
      <p className="note">{say('take.figures')}</p>
      <p className="buttons">
        {withFigures.map((room) => (
          <Button key={room} onPress={() => go(room)}>
            {say(`room.${room}`)}
          </Button>
        ))}
      </p>
    </section>
  );
}
