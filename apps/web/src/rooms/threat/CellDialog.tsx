import type { ThreatContext } from '@asylia/view';
import { measureName } from '@asylia/view';
import { useEffect, useRef } from 'react';
import type { EstimandInterval } from '../../engine/protocol.ts';
import { usePage } from '../../page.ts';
import { useTexts } from '../../texts.ts';
import { CellClaims } from './CellClaims.tsx';
import { CellMoving } from './CellMoving.tsx';
import { CellRuns } from './CellRuns.tsx';
import { CellValues } from './CellValues.tsx';
import type { CellName } from './naming.ts';
import { titleOf } from './naming.ts';
import { useBehindCell } from './useThreat.ts';

interface Props {
  readonly cell: CellName;
  readonly context: ThreatContext;
  readonly intervals: readonly EstimandInterval[];
  readonly hasContributionSensitivity: boolean;
  readonly onClose: () => void;
}

/** Everything that stands behind one cell. The browser's own dialog gives the focus back. */
export function CellDialog({
  cell,
  context,
  intervals,
  hasContributionSensitivity,
  onClose,
}: Props) {
  const { state } = usePage();
  const texts = useTexts();
  const { say, pair, language } = texts;
  const dialog = useRef<HTMLDialogElement>(null);
  const { outcome, factor } = cell;
  const behind = useBehindCell(outcome, factor, hasContributionSensitivity);
  useEffect(() => {
    if (!dialog.current?.open) dialog.current?.showModal();
  }, []);
  const measure = context.outcome(outcome);
  const source = context.factor(factor);
  const object = context.threat.objects.find((one) => one.id === measure.object);
  return (
    <dialog ref={dialog} className="cell-dialog" aria-labelledby="cell-title" onClose={onClose}>
      <header>
        <h3 id="cell-title">
          <bdi>{`${source.code} ${source.title}`}</bdi> {language.dir === 'rtl' ? '←' : '→'}{' '}
          <bdi>{pair(object?.title ?? '', measureName(texts, measure))}</bdi>
        </h3>
        {/* biome-ignore lint/a11y/noAutofocus: a dialog that opens takes the focus to its start */}
        <button type="button" autoFocus onClick={() => dialog.current?.close()}>
          {say('threat.close')}
        </button>
      </header>
      <p className="note">{say('threat.cell.under', { theory: titleOf(context) })}</p>
      <CellValues cell={cell} context={context} frame={state.frame} intervals={intervals} />
      <CellRuns
        behind={behind}
        frame={state.frame}
        given={context.threat.given}
        unit={measure.unit}
      />
      <section>
        <h4>{say('threat.cell.measure')}</h4>
        <dl>
          <dt>{say('threat.cell.formula')}</dt>
          <dd lang="en" dir="ltr">
            {measure.formula}
          </dd>
          <dt>{say('threat.cell.notSeen')}</dt>
          <dd lang="en" dir="ltr">
            {measure.limitations}
          </dd>
        </dl>
      </section>
      <section>
        <h4>{say('threat.cell.source')}</h4>
        <dl>
          <dt>{say('threat.cell.on')}</dt>
          <Declared id={`${source.id}.on`} english={source.on} />
          <dt>{say('threat.cell.off')}</dt>
          <Declared id={`${source.id}.off`} english={source.off} />
          <dt>{say('threat.cell.cotenable')}</dt>
          <Declared id={`${source.id}.coTenability`} english={source.coTenability} />
        </dl>
      </section>
      <CellMoving moving={behind?.moving ?? null} />
      <CellClaims outcome={outcome} context={context} />
    </dialog>
  );
}

/** What is declared of a source of threat, in the language of the page where it has a text. */
function Declared({ id, english }: { readonly id: string; readonly english: string }) {
  const { named } = useTexts();
  const own = named('factor', id, '');
  if (own !== '') return <dd>{own}</dd>;
  return (
    <dd lang="en" dir="ltr">
      {english}
    </dd>
  );
}
