import { useTexts } from '../../texts.ts';

export function CaseRoom() {
  const { say } = useTexts();
  return <h2>{say('room.case')}</h2>;
}
