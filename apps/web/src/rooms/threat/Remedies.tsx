import type { RemedyChange, ThreatContext } from '@asylia/view';
import { gainsSentences, markOf, remedyRows } from '@asylia/view';
import { memo, useMemo } from 'react';
import { useTexts } from '../../texts.ts';
import { titleOf } from './naming.ts';
import { ObjectGroups } from './ObjectGroups.tsx';

/** What each remedy would do to every object at once: who gains, who loses, and how much. */
export const Remedies = memo(function Remedies({ context }: { readonly context: ThreatContext }) {
  const texts = useTexts();
  const { say, named } = texts;
  const { first, threat } = context;
  const groups = useMemo(() => remedyRows(texts, context, first), [context, first, texts]);
  const said = useMemo(() => gainsSentences(texts, context), [context, texts]);
  const remedies = threat.remedyDefinitions;
  if (remedies.length === 0) return null;
  const label = say('threat.remedies.under', { theory: titleOf(context) });
  return (
    <section aria-labelledby="threat-remedies">
      <h3 id="threat-remedies">{say('threat.remedies')}</h3>
      <p className="note">{say('threat.remedies.shown')}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled by keyboard too */}
      <section className="scroll threat-scroll" aria-label={label} tabIndex={0}>
        <table className="matrix threat-matrix plain">
          <caption>{label}</caption>
          <thead>
            <tr>
              <th scope="col">{say('threat.head.measure')}</th>
              {remedies.map(({ id, title }) => (
                <th key={id} scope="col">
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <ObjectGroups groups={groups} columns={remedies.length + 1}>
            {(row) => (
              <tr key={row.outcome}>
                <th scope="row">
                  {row.name} <span className="id">{row.unit}</span>
                </th>
                {row.changes.map((change) => (
                  <Change key={change.remedy} change={change} />
                ))}
              </tr>
            )}
          </ObjectGroups>
        </table>
      </section>
      <p className="caution">{texts.say('threat.remedies.caution')}</p>
      <details>
        <summary>{say('threat.remedies.gains')}</summary>
        <ul>
          {said.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </details>
      <details>
        <summary>{say('threat.remedies.what')}</summary>
        <ul>
          {remedies.map(({ id, title, what }) => (
            <li key={id}>
              <b>{title}</b>: {named('remedy', `${id}.what`, what)}
            </li>
          ))}
        </ul>
      </details>
    </section>
  );
});

function Change({ change: { effect, harm, interval } }: { readonly change: RemedyChange }) {
  const texts = useTexts();
  const { say, compact, short } = texts;
  if (effect === null) return <td className="n">–</td>;
  const kind = harm > 0 ? 'harm2' : harm < 0 ? 'relief2' : 'zero';
  return (
    <td className={`n ${kind}`}>
      <b>
        {markOf(harm)} {harm === 0 && effect !== 0 ? texts.aboutZero() : compact(effect)}
      </b>
      <small>{say(harm > 0 ? 'threat.worse' : harm < 0 ? 'threat.better' : 'threat.same')}</small>
      {interval !== null && harm !== 0 && (
        <small>
          {say('threat.interval', { low: short(interval.low90), high: short(interval.high90) })}
        </small>
      )}
    </td>
  );
}
