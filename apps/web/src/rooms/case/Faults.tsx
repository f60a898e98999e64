import type { Fault } from '@asylia/cases';
import { toCsv } from '@asylia/view';
import { Button } from 'react-aria-components';
import { saveFile } from '../../take/save.ts';
import { useTexts } from '../../texts.ts';
import { byFile } from './faultList.ts';

/** What is wrong with a case, by file and line, and that nothing was lost by trying. */
export function Faults({
  faults,
  stillOpen,
}: {
  readonly faults: readonly Fault[];
  readonly stillOpen: string;
}) {
  const { say, count } = useTexts();
  const columns = (['file', 'row', 'column', 'expected', 'received', 'fix'] as const).map((id) =>
    say(`case.fault.${id}`),
  );
  const title = say('case.faults', { count: faults.length, countText: count(faults.length) });
  const save = () => {
    const rows = faults.map((one) => [
      one.file,
      one.row,
      one.column,
      one.expected,
      one.received,
      one.fix,
    ]);
    const table = { id: 'faults', title, columns, rows };
    saveFile('asylia-faults.csv', `\ufeff${toCsv(table)}`, 'text/csv');
  };
  return (
    <div className="faults">
      <h4>{title}</h4>
      <p>{say('case.faultsHow', { title: stillOpen })}</p>
      <p className="buttons">
        <Button onPress={save}>{say('case.saveFaults')}</Button>
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled by keyboard too */}
      <section className="scroll" aria-label={title} tabIndex={0}>
        <table>
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column} scope="col">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          {byFile(faults).map(({ file, shown, more }) => (
            <tbody key={file}>
              {shown.map((one) => (
                <tr key={`${one.row} ${one.column} ${one.code} ${one.received}`}>
                  <th scope="row" dir="ltr">
                    {one.file}
                  </th>
                  <td>{one.row ?? ''}</td>
                  <td dir="ltr">{one.column ?? ''}</td>
                  <td lang="en" dir="ltr">
                    {one.expected}
                  </td>
                  <td lang="en" dir="ltr">
                    {one.received}
                  </td>
                  <td lang="en" dir="ltr">
                    {one.fix}
                  </td>
                </tr>
              ))}
              {more > 0 && (
                <tr>
                  <td colSpan={columns.length}>
                    {say('case.more', { count: more, countText: count(more), file })}
                  </td>
                </tr>
              )}
            </tbody>
          ))}
        </table>
      </section>
    </div>
  );
}
