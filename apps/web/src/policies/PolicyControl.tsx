import type { NumberPolicy, Policy } from '@asylia/cases';
import { memo } from 'react';
import { Button } from 'react-aria-components';
import { Amount } from '../components/Amount.tsx';
import { Choice } from '../components/Choice.tsx';
import type { Page } from '../page.ts';
import { useTexts } from '../texts.ts';
import { usePolicyTexts } from './usePolicyTexts.ts';

interface Props {
  readonly policy: Policy;
  /** Where it stands; undefined = baseline. */
  readonly value: number | string | undefined;
  readonly dispatch: Page['dispatch'];
}

/** One control: what it was in the record, what it is now, and the way back. */
export const PolicyControl = memo(({ policy, value, dispatch }: Props) => {
  const { say } = useTexts();
  const tell = usePolicyTexts();
  const title = tell(policy.titleId, policy.values);
  const move = (next: number | string | null) =>
    dispatch({
      kind: 'move',
      policy: policy.id,
      value: next === policy.baseline ? null : next,
    });
  const recorded = tell(policy.recorded.messageId, policy.recorded.values);
  return (
    <div className="policy" data-policy={policy.id}>
      {policy.kind === 'number' ? (
        <Amount
          label={title}
          value={typeof value === 'number' ? value : policy.baseline}
          min={policy.min}
          max={policy.max}
          step={policy.step}
          baseline={policy.baseline}
          baselineText={recorded}
          unit={say(`unit.${policy.unit}`)}
          format={formatOf(policy)}
          onChange={move}
          onReset={() => move(null)}
        />
      ) : (
        <div className={value === undefined ? 'amount' : 'amount edited'}>
          <Choice
            label={title}
            value={String(value ?? policy.baseline)}
            choices={policy.choices.map((one) => ({
              value: one.value,
              label: tell(one.labelId, policy.values),
            }))}
            onChange={move}
          />
          <p className="note">
            {recorded}{' '}
            {value !== undefined && (
              <Button className="link" onPress={() => move(null)}>
                {say('reset')}
              </Button>
            )}
          </p>
        </div>
      )}
      <Behind policy={policy} />
    </div>
  );
});

const asShare = { style: 'percent', maximumFractionDigits: 0 } as const;
const asDays = { signDisplay: 'exceptZero' } as const;

function formatOf({ unit }: NumberPolicy): Intl.NumberFormatOptions | undefined {
  return unit === 'share' ? asShare : unit === 'days' ? asDays : undefined;
}

/** What the control does, and the rows of the case behind what it was, with source and flag. */
function Behind({ policy }: { readonly policy: Policy }) {
  const { say } = useTexts();
  const tell = usePolicyTexts();
  const { rows } = policy.recorded;
  const unverified = rows.filter((row) => row.flag === 'memory').length;
  return (
    <details className="behind">
      <summary>
        {say('policies.behind')}
        {unverified > 0 && <span className="flag"> {say('policies.unverified')}</span>}
      </summary>
      <p className="note">{tell(policy.descriptionId, policy.values)}</p>
      {rows.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a long list is scrolled by keyboard too
        <ul lang="en" dir="ltr" tabIndex={0}>
          {rows.map((row) => (
            <li key={`${row.table} ${row.line} ${row.what}`}>
              {row.what}. {row.detail} ({row.source}, {row.flag}; {row.table}.csv
              {row.line > 0 ? `, line ${row.line}` : ''})
            </li>
          ))}
        </ul>
      )}
    </details>
  );
}
