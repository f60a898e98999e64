import type { MeasureDefinition } from '@asylia/security';
import { measureName, objectName } from '@asylia/view';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import type { Opened } from '../engine/protocol.ts';
import { usePage } from '../page.ts';
import { useTexts } from '../texts.ts';
import './security.css';

/** Changes below this part of what it was are about nothing. */
const negligible = 0.0005;

/** Everyone's security at a glance: measures of every object, at baseline and now. */
export function SecurityStrip() {
  const { opened, live, base, state } = usePage();
  const texts = useTexts();
  const { say } = texts;
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
                <h3>{objectName(texts, object)}</h3>
                {measuresOf(opened, object.headlines, live.measures, base.measures).map(
                  (one, i, all) =>
                    (isWhole || i === 0) && (
                      <Measure
                        key={one.outcome.id}
                        {...one}
                        isWhole={isWhole}
                        othersChanged={
                          isWhole ? 0 : all.slice(1).filter((other) => !isSame(other)).length
                        }
                      />
                    ),
                )}
              </li>
            ))
          : placeholders.map((key) => <li className="object waiting" key={key} />)}
      </ul>
    </section>
  );
}

/** Reserves the space while the first run is computed. */
const placeholders = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j'];

/** A measure of one object, at baseline and now, in the measure's own unit. */
interface Measured {
  readonly outcome: MeasureDefinition;
  readonly now: number;
  readonly was: number;
}

function measuresOf(
  { outcomes }: Opened,
  ids: readonly string[],
  now: ArrayLike<number>,
  was: ArrayLike<number>,
): Measured[] {
  return ids.map((id) => {
    const i = outcomes.findIndex((one) => one.id === id);
    return { outcome: outcomes[i]!, now: now[i]!, was: was[i]! };
  });
}

const isSame = ({ now, was }: Measured): boolean =>
  Math.abs(now - was) <= negligible * Math.max(Math.abs(was), 1e-9);

interface Props extends Measured {
  readonly isWhole: boolean;
  /** Measures of the same object that change and are not shown. */
  readonly othersChanged: number;
}

function Measure({ isWhole, othersChanged, ...measured }: Props) {
  const { outcome, now, was } = measured;
  const texts = useTexts();
  const { say, named, count, figure, signed } = texts;
  const change = now - was;
  const isWorse = change > 0 === (outcome.direction === 'moreIsWorse');
  const kind = isSame(measured) ? 'same' : isWorse ? 'worse' : 'better';
  return (
    <div className={`measure ${kind}`} data-outcome={outcome.id} data-value={now}>
      <span className="title">{measureName(texts, outcome)}</span>
      <span className="value">
        {figure(now)}{' '}
        <small className={isWhole ? undefined : 'hidden'}>
          {named('unit', outcome.unit, outcome.unit)}
        </small>
      </span>
      <span className="change">
        {kind === 'same'
          ? say('security.same')
          : say(`security.${kind}`, { arrow: change > 0 ? '▲' : '▼', change: signed(change) })}
        {isWhole && kind !== 'same' && ` ${say('security.was', { was: figure(was) })}`}
      </span>
      {othersChanged > 0 && (
        <span className="others">
          {say('security.others', { count: othersChanged, countText: count(othersChanged) })}
        </span>
      )}
    </div>
  );
}
