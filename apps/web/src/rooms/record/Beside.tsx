import type { ReportTable } from '@asylia/view';
import { incidentTable, sourceTable } from '@asylia/view';
import { DataTable } from '../../components/DataTable.tsx';
import { useTexts } from '../../texts.ts';
import type { RecordParts } from './shared.ts';

/** What stands beside the series: incidents, all sources, and what nobody knows. */
export function Beside({ opened }: Pick<RecordParts, 'opened'>) {
  const texts = useTexts();
  const { say } = texts;
  const { tables, unknowns } = opened.case;
  const block = (id: string, table: ReportTable) => (
    <section aria-labelledby={id} className="beside">
      <h3 id={id}>{table.title}</h3>
      <DataTable table={table} />
    </section>
  );
  return (
    <>
      {tables.incidents.length > 0 &&
        block('record-incidents', {
          ...incidentTable(texts, { incidents: tables.incidents }),
          title: say('incidents'),
        })}
      {block('record-sources', {
        ...sourceTable(texts, { sources: tables.sources }),
        title: say('record.sources'),
      })}
      <p className="note">{say('record.flags')}</p>
      {unknowns.length > 0 && (
        <section aria-labelledby="record-unknowns">
          <h3 id="record-unknowns">{say('record.unknowns')}</h3>
          <ul lang="en" dir="ltr">
            {unknowns.map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
