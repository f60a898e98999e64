import { DataTable } from '../../components/DataTable.tsx';
import { usePage } from '../../page.ts';
import { useTexts } from '../../texts.ts';
import { editedFigures } from './figures.ts';
import { useFigureName } from './useFigureName.ts';

const shown = 8;

/** What the changes do: the figures that moved most, from what to what. */
export function Moves() {
  const { opened, live, base } = usePage();
  const { say, listed, figure, signed, percent, named } = useTexts();
  const nameOf = useFigureName();
  if (!opened || !live || !base) return null;
  const edited = editedFigures(opened, base, live);
  const first = edited[0];
  const unitOf = (unit: string) => named('unit', unit, unit);
  return (
    <section aria-labelledby="assume-moves">
      <h3 id="assume-moves">{say('assume.moves')}</h3>
      <p aria-live="polite">
        {first
          ? say('assume.moves.most', {
              figure: nameOf(first.id),
              was: figure(first.was),
              now: `${figure(first.now)} ${unitOf(first.unit)}`,
              count: edited.length,
              n: String(edited.length),
            })
          : say('assume.moves.nothing')}
      </p>
      {edited.length > 0 && (
        <>
          <ol className="moves">
            {edited.slice(0, shown).map((one) => (
              <li key={one.id}>
                <span className="title">{nameOf(one.id)}</span>{' '}
                <span className="value" dir="ltr">
                  {figure(one.was)} → {figure(one.now)}
                </span>{' '}
                <span className="note">
                  {listed([unitOf(one.unit), signed(one.now - one.was)], 'items')}
                  {Number.isFinite(one.change) &&
                    ` (${one.now < one.was ? '−' : '+'}${percent(one.change)})`}
                </span>
              </li>
            ))}
          </ol>
          <DataTable
            table={{
              id: 'edited-figures',
              title: say('assume.moves'),
              columns: [
                say('assume.col.figure'),
                say('column.unit'),
                say('threat.head.baseline'),
                say('assume.col.now'),
              ],
              rows: edited.map((one) => [nameOf(one.id), unitOf(one.unit), one.was, one.now]),
            }}
          />
        </>
      )}
    </section>
  );
}
