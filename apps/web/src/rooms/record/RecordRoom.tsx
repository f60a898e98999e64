import { useTexts } from '../../texts.ts';

export function RecordRoom() {
  const { say } = useTexts();
  return <h2>{say('room.record')}</h2>;
}
