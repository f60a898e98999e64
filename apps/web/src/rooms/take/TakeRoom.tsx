import { useTexts } from '../../texts.ts';

export function TakeRoom() {
  const { say } = useTexts();
  return <h2>{say('room.take')}</h2>;
}
