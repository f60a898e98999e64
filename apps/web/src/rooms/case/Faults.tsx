import type { Fault } from '@asylia/cases';
import { toCsv } from '@asylia/view';
import { Button } from 'react-aria-components';
import { ScrollArea } from '../../components/ScrollArea.tsx';
import { TableHead } from '../../components/TableHead.tsx';
import { saveFile } from '../../take/save.ts';
import { useTexts } from '../../texts.ts';
import { byFile } from './faultList.ts';

/** What is said of a fault, column by column. */
const parts = ['file', 'row', 'column', 'expected', 'received', 'fix'] as const;

interface Props {
  readonly faults: readonly Fault[];
  readonly stillOpen: string;
}

/** What is wrong with a case, by file and line, and that nothing was lost by trying. */
export function Faults({ faults, stillOpen }: Props) {
  const { say, count } = useTexts();
  const columns = parts.map((id) => say(`case.fault.${id}`));
  const title = say('case.faults', { count: faults.length, countText: count(faults.length) });
  const save = () => {
    const rows = faults.map((one) => parts.map((part) => one[part]));
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
      <ScrollArea label={title}>
        <table>
          <TableHead columns={columns} />
          {byFile(faults).map(({ file, shown, more }) => (
            <tbody key={file}>
              {shown.map((one) => (
                <tr key={`${one.row} ${one.column} ${one.code} ${one.received}`}>
                  <th scope="row">
                    <div dir="ltr">{one.file}</div>
                  </th>
                  <td>{one.row ?? ''}</td>
                  <td>
                    <div dir="ltr">{one.column ?? ''}</div>
                  </td>
                  {[one.expected, one.received, one.fix].map((text, i) => (
                    <td key={parts[i + 3]}>
                      <div lang="en" dir="ltr">
                        {text}
                      </div>
                    </td>
                  ))}
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
      </ScrollArea>
    </div>
  );
}
