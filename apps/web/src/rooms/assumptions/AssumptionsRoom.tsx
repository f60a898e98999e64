import { useTexts } from '../../texts.ts';

export function AssumptionsRoom() {
  const { say } = useTexts();
  return <h2>{say('room.assumptions')}</h2>;
}
