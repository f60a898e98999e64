import type { OutcomeDefinition } from '@asylia/security';
import { measureName, objectName } from '@asylia/view';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import { usePage } from '../page.ts';
import { useTexts } from '../texts.ts';
import './security.css';

/** Changes below this part of what it was are about nothing. */
const negligible = 0.0005;

/** Everyone's security at a glance: measures of every object, as it was and now. */
export function SecurityStrip() {
  const { opened, live, base, state } = usePage();
  const { say, render } = useTexts();
  const [isWhole, setWhole] = useState(false);
  return (
    <section className="everyone" aria-labelledby="security">
      <div className="everyone-head">
        <h2 id="security">{say('security')}</h2>
        <p className="note">{say('security.how', { theory: state.inputs.theory })}</p>
        <Button aria-expanded={isWhole} onPress={() => setWhole(!isWhole)}>
          {say(isWhole ? 'security.fewer' : 'security.more')}
        </Button>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a row that is swiped is scrolled by keyboard too */}
      <ul className="objects" tabIndex={0} aria-labelledby="security">
        {opened && live && base
          ? opened.objects.map((object) => (
              <li className="object" key={object.id} data-object={object.id}>
                <h3>{render(() => objectName(object))}</h3>
                {object.headlines.slice(0, isWhole ? undefined : 1).map((id) => {
                  const i = opened.outcomes.findIndex((one) => one.id === id);
                  return (
                    <Measure
                      key={id}
                      outcome={opened.outcomes[i]!}
                      now={live.measures[i]!}
                      was={base.measures[i]!}
                      isWhole={isWhole}
                    />
                  );
                })}
              </li>
            ))
          : placeholders.map((key) => <li className="object waiting" key={key} />)}
      </ul>
    </section>
  );
}

/** Keep the room where it will be while the first run is lived. */
const placeholders = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i'];

function Measure({
  outcome,
  now,
  was,
  isWhole,
}: {
  readonly outcome: OutcomeDefinition;
  readonly now: number;
  readonly was: number;
  readonly isWhole: boolean;
}) {
  const { say, named, figure, signed, render } = useTexts();
  const change = now - was;
  const isSame = Math.abs(change) <= negligible * Math.max(Math.abs(was), 1e-9);
  const isWorse = change > 0 === (outcome.direction === 'moreIsWorse');
  const kind = isSame ? 'same' : isWorse ? 'worse' : 'better';
  return (
    <div className={`measure ${kind}`} data-outcome={outcome.id} data-value={now}>
      <span className="title">{render(() => measureName(outcome))}</span>
      <span className="value">
        {figure(now)}{' '}
        <small className={isWhole ? undefined : 'hidden'}>
          {named('unit', outcome.unit, outcome.unit)}
        </small>
      </span>
      <span className="change">
        {isSame ? say('security.same') : say(`security.${kind}`, { change: signed(change) })}
        {isWhole && !isSame && ` ${say('security.was', { was: figure(was) })}`}
      </span>
    </div>
  );
}
