import type { ThreatContext } from '@asylia/view';
import { useTexts } from '../../texts.ts';

/** Observations that each theory could fail, theory by theory. */
export function Checks({ context }: { readonly context: ThreatContext }) {
  const { say, pair, count } = useTexts();
  const { theories, checks } = context.threat;
  return (
    <>
      <h4>{say('threat.checks')}</h4>
      <p className="note">{say('threat.checks.how')}</p>
      {theories.map(({ id, title }) => {
        const own = checks.filter((one) => one.theory === id);
        const refuted = own.filter((one) => one.refuted === true);
        const open = own.filter((one) => one.refuted === null);
        return (
          <details key={id}>
            <summary>
              {pair(`${id} · ${title}`, '')}
              {say('threat.checks.counted', {
                refuted: count(refuted.length),
                all: count(own.length),
                open: count(open.length),
              })}
            </summary>
            <ul className="moving">
              {own.map((one) => (
                <li key={one.id}>
                  <b
                    className={`verdict ${one.refuted === null ? 'cannotBeTested' : one.refuted ? 'contradicted' : 'supported'}`}
                  >
                    {say(
                      one.refuted === null
                        ? 'threat.check.open'
                        : one.refuted
                          ? 'threat.check.refuted'
                          : 'threat.check.held',
                    )}
                  </b>{' '}
                  <span lang="en" dir="ltr">
                    {one.title}. <small>{one.evidence}</small>
                  </span>
                </li>
              ))}
            </ul>
          </details>
        );
      })}
    </>
  );
}
