import { Button } from 'react-aria-components';
import { loadData } from '../../engine/data.ts';
import { usePage } from '../../page.ts';
import { usePageQuery } from '../../queries/useQuery.ts';
import { useTexts } from '../../texts.ts';
import type { CaseOverview } from './overview.ts';

/** The cases that come along. */
export function ChooseCase() {
  const { state, choose } = usePage();
  const { say, pair, longDate, language } = useTexts();
  const { answer: cases = [] } = usePageQuery('cases', '', () =>
    loadData<readonly CaseOverview[]>('cases'),
  );
  return (
    <section aria-labelledby="case-others">
      <h3 id="case-others">{say('case.others')}</h3>
      <ul className="cases">
        {cases.map(({ name, title: english, titles, description, start, end }) => {
          const title = titles[language.id] ?? english;
          const isOpen = name === state.case;
          return (
            <li key={name} className={isOpen ? 'panel now' : 'panel'}>
              <h4 lang={title === english ? 'en' : undefined} dir="auto">
                {title}
              </h4>
              <p className="note">
                {say('case.fromTo', { from: longDate(start), to: longDate(end) })}
              </p>
              <p lang="en" dir="ltr">
                {description}
              </p>
              {isOpen ? (
                <p className="note">{say('case.isOpen')}</p>
              ) : (
                <Button aria-label={pair(say('case.choose'), title)} onPress={() => choose(name)}>
                  {say('case.choose')}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
      <p className="note">{say('case.putsBack')}</p>
    </section>
  );
}
