import { useTexts } from '../../texts.ts';
import '../../style/case.css';
import { ChooseCase } from './ChooseCase.tsx';
import { ImportCase } from './ImportCase.tsx';
import { OpenCase } from './OpenCase.tsx';

/** The crisis that is open, others that come along, and one's own. */
export function CaseRoom() {
  const { say } = useTexts();
  return (
    <div className="caseroom">
      <h2>{say('room.case')}</h2>
      <OpenCase />
      <ImportCase />
      <ChooseCase />
    </div>
  );
}
