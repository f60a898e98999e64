import { useTexts } from '../../texts.ts';

export function CompareRoom() {
  const { say } = useTexts();
  return <h2>{say('room.compare')}</h2>;
}
