import type { ThreatSummary } from '@asylia/lab';
import type { ShownEstimand, ThreatContext } from '@asylia/view';
import { inNames, threatContext } from '@asylia/view';
import { useEffect, useMemo, useState } from 'react';
import type { EstimandInterval } from '../../engine/protocol.ts';
import { usePage } from '../../page.ts';
import { useTexts } from '../../texts.ts';
import { Again } from './Again.tsx';
import { Answer } from './Answer.tsx';
import { CellDialog } from './CellDialog.tsx';
import { Choices } from './Choices.tsx';
import { Claims } from './Claims.tsx';
import { Matrix } from './Matrix.tsx';
import { MatrixPicture } from './MatrixPicture.tsx';
import type { CellName } from './naming.ts';
import { titleOf } from './naming.ts';
import { Progress } from './Progress.tsx';
import { Remedies } from './Remedies.tsx';
import { Theories } from './Theories.tsx';
import { together } from './together.ts';
import { useThreat } from './useThreat.ts';
import '../../style/threat.css';

/** The article's question, with numbers: which source threatens whom, under which theory. */
export function ThreatRoom() {
  const { state, opened, source } = usePage();
  const { say } = useTexts();
  const threat = useThreat();
  const [cell, setCell] = useState<CellName | null>(null);
  const [object, setObject] = useState('');
  // biome-ignore lint/correctness/useExhaustiveDependencies: another case has other cells
  useEffect(() => setCell(null), [source]);
  const { chosen, sides, base } = threat;
  const { theory } = state.inputs;

  const shown = useMemo(
    () => chosen && together(chosen.summary, sides, theory),
    [chosen, sides, theory],
  );
  const context = useContextOf(shown);
  const before = useContextOf(base);
  const isOwn = chosen?.summary.theories[0]?.id === context?.first;
  // Theories side by side already hold a theory that was just chosen: nothing is out of date then.
  const isStale = threat.isStale && (isOwn || !threat.hasSides || context?.first !== theory);
  // An interval of earlier inputs is not shown, not even dimmed.
  const known = isOwn && !threat.isStale ? chosen?.intervals : undefined;
  const intervals = useIntervals(known);

  return (
    <div className="threat">
      <h2>{say('room.threat')}</h2>
      <p className="lead">{say('threat.intro')}</p>
      {opened && <Choices opened={opened} object={object} onObject={setObject} context={context} />}
      <Progress threat={threat} isStale={isStale} theories={opened?.theories.length ?? 0} />
      {context && chosen && (
        <div className={isStale ? 'stale' : undefined}>
          <Answer context={context} />
          <h3 id="matrix">{say('threat.matrix', { theory: titleOf(context) })}</h3>
          <p className="note">{say('threat.how')}</p>
          <Matrix
            context={context}
            before={before}
            frame={state.frame}
            estimand={state.estimand satisfies ShownEstimand}
            intervals={intervals}
            object={object}
            onOpen={setCell}
          />
          <MatrixPicture context={context} frame={state.frame} estimand={state.estimand} />
          <Remedies context={context} />
          <Theories
            context={context}
            sides={threat.lastSides}
            isOld={!threat.hasSides}
            done={threat.theoriesDone}
          />
          <Claims context={context} />
          <Again worlds={isOwn ? chosen.summary.worlds : 0} />
          {cell && (
            <CellDialog
              cell={cell}
              context={context}
              intervals={known ?? []}
              hasContributionSensitivity={threat.hasContributionSensitivity}
              onClose={() => setCell(null)}
            />
          )}
        </div>
      )}
    </div>
  );
}

/** An attribution in the words of the language. */
function useContextOf(summary: ThreatSummary | null): ThreatContext | null {
  const texts = useTexts();

  return useMemo(() => summary && threatContext(inNames(texts, summary)), [summary, texts]);
}

/** [outcome factor] the intervals of what the matrix shows */
function useIntervals(known: readonly EstimandInterval[] | undefined) {
  const { frame, estimand } = usePage().state;
  return useMemo(
    () =>
      new Map(
        (known ?? [])
          .filter((one) => one.frame === frame && one.estimand === estimand)
          .map((one) => [`${one.outcome} ${one.factor}`, one]),
      ),
    [known, frame, estimand],
  );
}
