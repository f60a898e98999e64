import { useTexts } from '../../texts.ts';

export function MapRoom() {
  const { say } = useTexts();
  return <h2>{say('room.map')}</h2>;
}
