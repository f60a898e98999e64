import type { OutcomeDefinition } from '@asylia/security';
import { useState } from 'react';
import { usePage } from '../page.ts';
import { useTexts } from '../texts.ts';
import './security.css';

/** Changes below this part of what it was are about nothing. */
const negligible = 0.0005;

/** Everyone's security at a glance: measures of every object, as it was and now. */
export function SecurityStrip() {
  const { opened, live, base, state } = usePage();
  const { say } = useTexts();
  const [isWhole, setWhole] = useState(false);
  if (!opened || !live || !base) return null;
  const at = new Map(opened.outcomes.map((one, i) => [one.id, i]));
  return (
    <section className="panel" aria-labelledby="security">
      <h2 id="security">{say('security')}</h2>
      <p className="note">{say('security.how', { theory: state.inputs.theory })}</p>
      {opened.objects.map((object) => (
        <div className="object" key={object.id}>
          <h3>{object.title}</h3>
          <ul>
            {object.headlines.slice(0, isWhole ? undefined : 1).map((id) => {
              const i = at.get(id)!;
              return (
                <Measure
                  key={id}
                  outcome={opened.outcomes[i]!}
                  now={live.measures[i]!}
                  was={base.measures[i]!}
                />
              );
            })}
          </ul>
        </div>
      ))}
      <button type="button" onClick={() => setWhole(!isWhole)} aria-expanded={isWhole}>
        {say(isWhole ? 'security.fewer' : 'security.more')}
      </button>
    </section>
  );
}

function Measure({
  outcome,
  now,
  was,
}: {
  readonly outcome: OutcomeDefinition;
  readonly now: number;
  readonly was: number;
}) {
  const { say, named, figure, signed } = useTexts();
  const change = now - was;
  const isSame = Math.abs(change) <= negligible * Math.max(Math.abs(was), 1e-9);
  const isWorse = change > 0 === (outcome.direction === 'moreIsWorse');
  const kind = isSame ? 'same' : isWorse ? 'worse' : 'better';
  const unit = named('unit', outcome.unit, outcome.unit);
  return (
    <li className={kind} data-outcome={outcome.id} data-value={now}>
      <span className="title">{outcome.title}</span>{' '}
      <span className="value">
        {figure(now)} {unit}
      </span>{' '}
      <span className="change">
        {isSame
          ? say('security.same')
          : say(isWorse ? 'security.worse' : 'security.better', {
              change: signed(change),
              was: figure(was),
            })}
      </span>
    </li>
  );
}
