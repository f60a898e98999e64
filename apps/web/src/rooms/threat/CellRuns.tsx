import type { FrameId } from '@asylia/security';
import { codeOf } from '@asylia/security';
import type { ReportTable } from '@asylia/view';
import { DataTable } from '../../components/DataTable.tsx';
import { TableHead } from '../../components/TableHead.tsx';
import type { BehindCell } from '../../engine/protocol.ts';
import { useTexts } from '../../texts.ts';
import type { Pair } from './pairs.ts';
import { pairsBehind } from './pairs.ts';

interface Props {
  readonly behind: BehindCell | null;
  readonly frame: FrameId;
  /** Source given which the conditional estimand is taken. */
  readonly given: string;
  readonly unit: string;
}

/** Which runs stand behind a cell: the measure with and without the source, whatever else is on. */
export function CellRuns({ behind, frame, given, unit }: Props) {
  const { say, figure, signed, count } = useTexts();
  const pairs = behind ? pairsBehind(behind, frame) : [];
  const ends = useEnds(pairs, given);
  const namesOf = (pair: Pair) =>
    pair.others.map(codeOf).join(' ') || say('threat.cell.nothingElse');
  const columns = [
    say('threat.cell.others'),
    say('threat.cell.without'),
    say('threat.cell.with'),
    say('threat.cell.difference'),
  ];
  const table: ReportTable = {
    id: `runs-${codeOf(behind?.outcome ?? '')}-${codeOf(behind?.factor ?? '')}`,
    title: say('threat.cell.allRuns', { pairs: count(pairs.length), unit }),
    columns,
    rows: pairs.map((pair) => [namesOf(pair), pair.without, pair.with, pair.with - pair.without]),
  };
  return (
    <section>
      <h4>{say('threat.cell.runs')}</h4>
      {!behind ? (
        <p>{say('threat.cell.looking')}</p>
      ) : (
        <>
          <p>
            {say('threat.cell.runs.how', {
              runs: count(behind.values.length),
              sources: count(behind.factors.length),
              pairs: count(pairs.length),
            })}
          </p>
          <div className="scroll">
            <table>
              <TableHead columns={columns} areNumbers={(i) => i > 0} />
              <tbody>
                {ends.map(
                  ([name, pair]) =>
                    pair && (
                      <tr key={name}>
                        <th scope="row">{name}</th>
                        <td className="n">{figure(pair.without)}</td>
                        <td className="n">{figure(pair.with)}</td>
                        <td className="n">{signed(pair.with - pair.without)}</td>
                      </tr>
                    ),
                )}
              </tbody>
            </table>
          </div>
          <DataTable table={table} />
        </>
      )}
    </section>
  );
}

/** The pairs that tell most: with all else, with the least else, with that one source alone. */
function useEnds(
  pairs: readonly Pair[],
  given: string,
): readonly (readonly [string, Pair | undefined])[] {
  const { say } = useTexts();
  const largest = Math.max(0, ...pairs.map((pair) => pair.others.length));
  const smallest = Math.min(largest, ...pairs.map((pair) => pair.others.length));
  return [
    [say('threat.cell.allElse'), pairs.find((pair) => pair.others.length === largest)],
    [
      say('threat.cell.leastElse', { count: smallest }),
      pairs.find((pair) => pair.others.length === smallest),
    ],
    [
      say('threat.cell.onlyGiven', { given: codeOf(given) }),
      pairs.find((pair) => pair.others.length === smallest + 1 && pair.others.includes(given)),
    ],
  ];
}
