import type { ThreatContext } from '@asylia/view';
import { claimRows } from '@asylia/view';
import { usePage } from '../../page.ts';
import { useTexts } from '../../texts.ts';
import { Verdict } from './Verdict.tsx';

interface Props {
  readonly outcome: string;
  readonly context: ThreatContext;
}

/** Claims of the article that a measure answers, observations on record, and the theory's sources. */
export function CellClaims({ outcome, context }: Props) {
  const { opened } = usePage();
  const { say, named } = useTexts();
  const { threat, first } = context;
  const answered = claimRows(threat).filter(({ claim }) =>
    context.outcome(outcome).claims.includes(claim.id),
  );
  const theory = opened?.theories.find((one) => one.id === first);
  const { declared } = context.outcome(outcome);
  const names = new Set(
    theory?.checks
      .filter(({ args }) => Object.values(args).some((x) => x === outcome || x === declared))
      .map((check) => check.id),
  );
  const checks = threat.checks.filter((one) => one.theory === first && names.has(one.id));
  return (
    <section>
      {threat.claims.length > 0 && <h4>{say('threat.cell.claims')}</h4>}
      {threat.claims.length > 0 && answered.length === 0 && <p>{say('threat.cell.claims.none')}</p>}
      <ul className="moving">
        {answered.map(({ claim, verdicts }) => {
          const own = verdicts.find((one) => one.theory === first);
          return (
            <li key={claim.id}>
              <b>{claim.id}</b> {named('claim', String(claim.id), claim.says)}{' '}
              {own && <Verdict verdict={own.verdict} hasWord />}{' '}
              <details>
                <summary>{say('threat.head.evidenceFound')}</summary>
                <small lang="en" dir="ltr">
                  {claim.place}. {own?.by}
                </small>
              </details>
            </li>
          );
        })}
      </ul>
      <Checks checks={checks} />
      {theory && (
        <>
          <h4>{say('threat.cell.sources')}</h4>
          <p className="note" lang="en" dir="ltr">
            {theory.sources.join('; ')}
          </p>
        </>
      )}
    </section>
  );
}

/** What the record says to observations that could refute the theory. */
function Checks({ checks }: { readonly checks: ThreatContext['threat']['checks'] }) {
  const { say } = useTexts();
  if (checks.length === 0) return null;
  return (
    <>
      <h4>{say('threat.cell.checks')}</h4>
      <ul className="moving">
        {checks.map((check) => (
          <li key={check.id}>
            <span lang="en" dir="ltr">
              {check.title}
            </span>{' '}
            {say(
              check.refuted === null
                ? 'threat.check.open'
                : check.refuted
                  ? 'threat.check.refuted'
                  : 'threat.check.held',
            )}{' '}
            <small lang="en" dir="ltr">
              {check.evidence}
            </small>
          </li>
        ))}
      </ul>
    </>
  );
}
