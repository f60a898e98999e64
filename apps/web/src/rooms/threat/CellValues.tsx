import type { FrameId } from '@asylia/security';
import type { ThreatContext } from '@asylia/view';
import { TableHead } from '../../components/TableHead.tsx';
import type { EstimandInterval } from '../../engine/protocol.ts';
import { estimands } from '../../state/state.ts';
import { useTexts } from '../../texts.ts';
import type { CellName } from './naming.ts';

/** Every estimand of a cell with its interval, in the unit of the measure. */
export function CellValues({
  cell: { outcome, factor },
  context,
  frame,
  intervals,
}: {
  readonly cell: CellName;
  readonly context: ThreatContext;
  readonly frame: FrameId;
  readonly intervals: readonly EstimandInterval[];
}) {
  const { say, signed, figure, count } = useTexts();
  const cell = context.cell(context.first, frame, outcome, factor);
  const { unit } = context.outcome(outcome);
  const own = intervals.filter(
    (one) => one.frame === frame && one.outcome === outcome && one.factor === factor,
  );
  return (
    <section>
      <h4>{say('threat.cell.values')}</h4>
      <div className="scroll">
        <table>
          <TableHead
            columns={[say('threat.choose.estimand'), unit, say('threat.cell.interval')]}
            areNumbers={(i) => i > 0}
          />
          <tbody>
            {estimands.map((estimand) => {
              const value = cell?.[estimand] ?? null;
              const interval = own.find((one) => one.estimand === estimand);
              return (
                <tr key={estimand}>
                  <th scope="row">
                    {say(`threat.estimand.${estimand}`)}
                    <br />
                    <small>{say(`threat.estimand.${estimand}.says`)}</small>
                  </th>
                  <td className="n">{value === null ? '–' : signed(value)}</td>
                  <td className="n">
                    {interval
                      ? say('threat.interval.errors', {
                          low: signed(interval.low90),
                          lowError: figure(interval.lowError),
                          high: signed(interval.high90),
                          highError: figure(interval.highError),
                        })
                      : '–'}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      <p className="note">
        {cell && own.length > 0
          ? say('threat.cell.worlds', { worlds: count(cell.worlds) })
          : say('threat.cell.noWorlds')}
      </p>
    </section>
  );
}
