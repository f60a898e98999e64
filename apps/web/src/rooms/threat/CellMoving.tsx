import type { AssumptionRow } from '@asylia/lab';
import { assumptionName, unitName } from '@asylia/view';
import { useTexts } from '../../texts.ts';

/** The assumptions of the theory that most move a cell: value, range, source and mark. */
export function CellMoving({ moving }: { readonly moving: readonly AssumptionRow[] | null }) {
  const texts = useTexts();
  const { say, figure, signed } = texts;
  return (
    <section>
      <h4>{say('threat.cell.assumptions')}</h4>
      {moving === null ? (
        <p>{say('threat.cell.assumptions.pending')}</p>
      ) : moving.length === 0 ? (
        <p>{say('threat.cell.assumptions.none')}</p>
      ) : (
        <>
          <p className="note">{say('threat.cell.assumptions.how')}</p>
          <ul className="moving">
            {moving.map((row) => (
              <li key={row.assumption}>
                <b>{assumptionName(texts, row.assumption, row.title)}</b>:{' '}
                {say('threat.cell.assumption', {
                  value: figure(row.value),
                  low: figure(row.low),
                  high: figure(row.high),
                  unit: unitName(texts, row.unit),
                  atLow: signed(row.atLow),
                  atHigh: signed(row.atHigh),
                })}{' '}
                <small lang="en" dir="ltr">
                  {row.mark}: {row.source}
                </small>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
