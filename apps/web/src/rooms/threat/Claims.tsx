import type { Verdict as VerdictId } from '@asylia/security';
import type { ClaimRow, ThreatContext } from '@asylia/view';
import { claimRows, conclusionRows } from '@asylia/view';
import { memo, useMemo, useState } from 'react';
import { Choice } from '../../components/Choice.tsx';
import { useTexts } from '../../texts.ts';
import { titleOf } from './naming.ts';
import { Verdict } from './Verdict.tsx';

const filters = ['all', 'contradicted', 'supported', 'cannotBeTested'] as const;
type Filter = (typeof filters)[number];

/** The conclusion of the article object by object, then every claim with its verdicts. */
export const Claims = memo(function Claims({ context }: { readonly context: ThreatContext }) {
  const { say, named, count } = useTexts();
  const [filter, setFilter] = useState<Filter>('all');
  const { threat, first } = context;
  const rows = useMemo(() => claimRows(threat), [threat]);
  const conclusion = useMemo(() => conclusionRows(threat), [threat]);
  const own = (row: Pick<ClaimRow, 'verdicts'>) =>
    row.verdicts.find((one) => one.theory === first) ?? null;
  const n = (verdict: VerdictId) => rows.filter((row) => own(row)?.verdict === verdict).length;
  const numbers: Readonly<Record<Filter, number>> = {
    all: rows.length,
    contradicted: n('contradicted'),
    supported: n('supported'),
    cannotBeTested: n('cannotBeTested'),
  };
  const shown = rows.filter((row) => filter === 'all' || own(row)?.verdict === filter);
  const theories = threat.theories.map((one) => one.id);
  if (rows.length === 0) return null;
  return (
    <section aria-labelledby="threat-claims">
      <h3 id="threat-claims">{say('threat.claims')}</h3>
      <p className="note">{say('threat.claims.shown')}</p>
      <h4>{say('threat.conclusion')}</h4>
      <p className="note">{say('threat.conclusion.how')}</p>
      <VerdictTable
        label={say('threat.conclusion')}
        heads={[say('threat.head.claim'), say('threat.head.object')]}
        theories={theories}
        rows={conclusion.map((row) => ({
          key: `${row.claim} ${row.object}`,
          first: String(row.claim),
          says: row.title,
          place: '',
          builtIn: '',
          verdicts: row.verdicts,
        }))}
      />
      <h4>{say('threat.claims.all')}</h4>
      <Choice<Filter>
        label={say('threat.claims.filter', { theory: titleOf(context) })}
        value={filter}
        choices={filters.map((id) => ({
          value: id,
          label: say('threat.claims.filter.one', {
            kind: id === 'all' ? say('threat.claims.every') : say(`threat.judged.${id}`),
            n: count(numbers[id]),
          }),
        }))}
        onChange={setFilter}
      />
      <VerdictTable
        label={say('threat.claims.all')}
        heads={[say('threat.head.claim'), say('threat.head.says')]}
        theories={theories}
        rows={shown.map(({ claim, verdicts }) => ({
          key: String(claim.id),
          first: String(claim.id),
          says: named('claim', String(claim.id), claim.says),
          place: claim.place,
          builtIn: claim.byConstruction ?? '',
          verdicts,
        }))}
      />
    </section>
  );
});

interface VerdictRow {
  readonly key: string;
  readonly first: string;
  readonly says: string;
  readonly place: string;
  /** What in it any model with one origin makes true; '' = nothing */
  readonly builtIn: string;
  readonly verdicts: ClaimRow['verdicts'];
}

function VerdictTable({
  label,
  heads,
  theories,
  rows,
}: {
  readonly label: string;
  readonly heads: readonly string[];
  readonly theories: readonly string[];
  readonly rows: readonly VerdictRow[];
}) {
  const { say } = useTexts();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled by keyboard too
    <section className="scroll threat-claims" aria-label={label} tabIndex={0}>
      <table>
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
            {theories.map((id) => (
              <th key={id} scope="col">
                {id}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key}>
              <th scope="row">
                {row.first}{' '}
                <span className="id" lang="en">
                  {row.place}
                </span>
              </th>
              <td>
                {row.says}
                <details>
                  <summary>{say('threat.head.evidenceFound')}</summary>
                  <p lang="en" dir="ltr">
                    {row.verdicts[0]?.by}
                  </p>
                  {row.builtIn !== '' && (
                    <p lang="en" dir="ltr">
                      {row.builtIn}
                    </p>
                  )}
                </details>
              </td>
              {theories.map((id) => {
                const found = row.verdicts.find((one) => one.theory === id);
                return <td key={id}>{found && <Verdict verdict={found.verdict} />}</td>;
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
