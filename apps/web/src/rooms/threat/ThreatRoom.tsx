import { useTexts } from '../../texts.ts';

export function ThreatRoom() {
  const { say } = useTexts();
  return <h2>{say('room.threat')}</h2>;
}
