import type { Verdict as VerdictId } from '@asylia/security';
import { useTexts } from '../../texts.ts';

const marks: Readonly<Record<VerdictId, string>> = {
  supported: '✓',
  contradicted: '✗',
  cannotBeTested: '–',
};

/** A verdict by its mark, with the word for those who listen, or beside it. */
export function Verdict({
  verdict,
  hasWord,
}: {
  readonly verdict: VerdictId;
  readonly hasWord?: true;
}) {
  const { say } = useTexts();
  return (
    <span className={`verdict ${verdict}`}>
      <span aria-hidden="true">{marks[verdict]}</span>{' '}
      <span className={hasWord ? undefined : 'hidden'}>{say(`threat.judged.${verdict}`)}</span>
    </span>
  );
}
