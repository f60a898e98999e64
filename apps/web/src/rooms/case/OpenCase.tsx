import { Button } from 'react-aria-components';
import { useOpenTitle } from '../../frame/useCaseTitle.ts';
import { usePage } from '../../page.ts';
import { startState } from '../../state/state.ts';
import { useTexts } from '../../texts.ts';

/** What the open case is, and what its keepers ask to be said of it. */
export function OpenCase() {
  const { opened, isImported, choose } = usePage();
  const { say, count, longDate } = useTexts();
  const title = useOpenTitle();
  if (!opened) return <p aria-live="polite">{say('case.opening')}</p>;
  const { case: source, scenarios } = opened;
  const { tables } = source;
  return (
    <section aria-labelledby="case-open" className="opencase">
      <h3 id="case-open">{say('case.open')}</h3>
      <p className="casetitle" lang={title === source.title ? 'en' : undefined} dir="auto">
        {title}
      </p>
      {isImported && (
        <p className="note" role="status">
          {say('case.noLink')}{' '}
          <Button className="link" onPress={() => choose(startState.case)}>
            {say('case.back')}
          </Button>
        </p>
      )}
      <dl className="facts">
        <dt>{say('case.period')}</dt>
        <dd>{say('case.fromTo', { from: longDate(source.start), to: longDate(source.end) })}</dd>
        <dt>{say('case.holds')}</dt>
        <dd>
          {say('case.counts', {
            places: tables.places.length,
            placesText: count(tables.places.length),
            routes: tables.routes.length,
            routesText: count(tables.routes.length),
            record: tables.record.length,
            recordText: count(tables.record.length),
            scenarios: scenarios.length,
            scenariosText: count(scenarios.length),
          })}
        </dd>
      </dl>
      <Said title={say('notices')} lines={source.notices} />
      <Said title={say('case.unknowns')} lines={source.unknowns} />
      <Said title={say('case.licences')} lines={source.licences} />
      <Said title={say('case.notes')} lines={source.notes} />
    </section>
  );
}

/** Lines that stand in the files of the case, in the language of their writers. */
function Said({ title, lines }: { readonly title: string; readonly lines: readonly string[] }) {
  if (lines.length === 0) return null;
  return (
    <>
      <h4>{title}</h4>
      <ul lang="en" dir="ltr">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </>
  );
}
