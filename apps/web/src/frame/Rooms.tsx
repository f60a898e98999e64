import type { ComponentType } from 'react';
import { useLayoutEffect, useRef } from 'react';
import { TabList, tabId } from '../components/TabList.tsx';
import { usePage } from '../page.ts';
import { AssumptionsRoom } from '../rooms/assumptions/AssumptionsRoom.tsx';
import { CaseRoom } from '../rooms/case/CaseRoom.tsx';
import { CompareRoom } from '../rooms/compare/CompareRoom.tsx';
import { MapRoom } from '../rooms/map/MapRoom.tsx';
import { RecordRoom } from '../rooms/record/RecordRoom.tsx';
import { TakeRoom } from '../rooms/take/TakeRoom.tsx';
import { ThreatRoom } from '../rooms/threat/ThreatRoom.tsx';
import type { RoomId } from '../state/state.ts';
import { rooms } from '../state/state.ts';
import { useTexts } from '../texts.ts';
import { Guard } from './Guard.tsx';

const content: Readonly<Record<RoomId, ComponentType>> = {
  map: MapRoom,
  threat: ThreatRoom,
  compare: CompareRoom,
  record: RecordRoom,
  assumptions: AssumptionsRoom,
  case: CaseRoom,
  take: TakeRoom,
};

/** A room that begins above the screen, or below this part of it, is brought into sight when it is entered. */
const lowestBegin = 0.6;

/** One room at a time, by tabs. */
export function Rooms() {
  const { state, dispatch } = usePage();
  const { say } = useTexts();
  const list = useRef<HTMLDivElement>(null);
  const shown = useRef(state.room);
  useLayoutEffect(() => {
    if (shown.current === state.room) return;
    shown.current = state.room;
    // On a telephone a room begins below the screen: a tab that only turns bold seems to do nothing.
    const begin = list.current?.getBoundingClientRect().bottom ?? 0;
    if (begin < 0 || begin > innerHeight * lowestBegin) list.current?.scrollIntoView();
  }, [state.room]);
  const Room = content[state.room];
  return (
    <div className="tabs">
      <TabList
        ref={list}
        label={say('rooms')}
        tabs={rooms.map((id) => ({ id, label: say(`room.${id}`) }))}
        chosen={state.room}
        onChoose={(room) => dispatch({ kind: 'set', change: { room } })}
        panel="room-shown"
      />
      <div
        key={state.room}
        id="room-shown"
        className="room"
        role="tabpanel"
        aria-labelledby={tabId('room-shown', state.room)}
      >
        <Guard instead={(error) => <Broken error={error} />}>
          <Room />
        </Guard>
      </div>
    </div>
  );
}

/** What stands in the place of a room that failed. */
function Broken({ error }: { readonly error: Error }) {
  const { say } = useTexts();
  return (
    <div className="trouble" role="alert">
      <p>
        {say('trouble.room')} {say('trouble.ours')}
      </p>
      <code dir="ltr">{error.stack ?? error.message}</code>
    </div>
  );
}
