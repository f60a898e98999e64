import type { Policy } from '@asylia/cases';
import type { ReportTable } from '@asylia/view';
import { memo } from 'react';
import { DataTable } from '../../components/DataTable.tsx';
import type { CurrentRun, Opened } from '../../engine/protocol.ts';
import { usePolicyTexts } from '../../policies/usePolicyTexts.ts';
import { useTexts } from '../../texts.ts';
import type { Change } from './changesOf.ts';
import { changesOf } from './changesOf.ts';
import { useOptionName } from './useColumnName.ts';
import type { Run } from './useRuns.ts';

interface Props {
  readonly opened: Opened;
  readonly base: CurrentRun;
  readonly runs: readonly Run[];
}

/** What is different in each run from what was: the decisions behind the figures. */
export const Changes = memo(({ opened, base, runs }: Props) => {
  const { say, pair } = useTexts();
  const nameOf = useOptionName();
  const tell = useChange();
  const rows = runs.map((run) => ({
    run,
    title: pair(run.letter, nameOf(run)),
    changes: changesOf(opened, run.inputs, run.live, base).map((change) => ({
      ...tell(change),
      // The card of a scenario has its name above already.
      isNamed: change.kind === 'scenario' && run.kind === 'scenario',
    })),
  }));
  const table: ReportTable = {
    id: 'compare-changes',
    title: say('compare.changes'),
    columns: [
      say('compare.col.scenario'),
      say('column.what'),
      say('compare.col.here.value'),
      say('threat.head.baseline'),
    ],
    rows: rows.flatMap(({ title, changes }) =>
      changes.length === 0
        ? [[title, say('compare.changes.none'), '', '']]
        : changes.map(({ what, value, was }) => [title, what, value, was]),
    ),
  };
  return (
    <section className="changes" aria-labelledby="compare-changes">
      <h3 id="compare-changes">{say('compare.changes')}</h3>
      <ul className="changes-list">
        {rows.map(({ run, title, changes }) => (
          <li key={run.id}>
            <h4>{title}</h4>
            {changes.length === 0 ? (
              <p className="note">{say('compare.changes.none')}</p>
            ) : (
              <dl>
                {changes.map(({ id, what, value, was, isNamed }) => (
                  <div key={id}>
                    <dt className={isNamed ? 'hidden' : undefined}>{what}</dt>
                    <dd>{value}</dd>
                    {was && <dd className="note">{was}</dd>}
                  </div>
                ))}
              </dl>
            )}
          </li>
        ))}
      </ul>
      <p className="note">{say('compare.changes.assumptions')}</p>
      <DataTable table={table} />
    </section>
  );
});

/** What changed, what it is now, and what it was, in words. */
function useChange() {
  const { say, named, figure, percent } = useTexts();
  const tell = usePolicyTexts();
  const amountOf = (policy: Policy, value: number | string): string => {
    if (policy.kind === 'choice') {
      const choice = policy.choices.find((one) => one.value === value);
      return choice ? tell(choice.labelId, policy.values) : String(value);
    }
    const number = Number(value);
    if (policy.unit === 'share') return percent(number);
    return `${figure(number)} ${say(`unit.${policy.unit}`)}`;
  };
  return (change: Change) => {
    switch (change.kind) {
      case 'scenario': {
        const { id, title, description } = change.scenario;
        return {
          id: `scenario ${id}`,
          what: named('scenario', id, title),
          value: named('scenario', `${id}.description`, description),
          was: '',
        };
      }
      case 'policy': {
        const { policy, value } = change;
        return {
          id: policy.id,
          what: tell(policy.titleId, policy.values),
          value: amountOf(policy, value),
          was: tell(policy.recorded.messageId, policy.recorded.values),
        };
      }
      default:
        return {
          id: `${change.kind} ${change.id}`,
          what: named(change.kind, change.id, change.title),
          value: `${figure(change.value)} ${named('unit', change.unit, change.unit)}`,
          was: say('compare.was', { value: figure(change.was) }),
        };
    }
  };
}
