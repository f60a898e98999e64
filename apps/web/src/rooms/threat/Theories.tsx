import type { ThreatSummary } from '@asylia/lab';
import { codeOf, isPlacebo } from '@asylia/security';
import type { ThreatContext } from '@asylia/view';
import { inNames, leaderRows, markOf, theoriesChart, threatContext } from '@asylia/view';
import { inSentence } from '@asylia/words';
import { memo, useMemo } from 'react';
import { Figure } from '../../components/Figure.tsx';
import { ScrollArea } from '../../components/ScrollArea.tsx';
import { useTexts } from '../../texts.ts';
import { Checks } from './Checks.tsx';
import { ObjectGroups } from './ObjectGroups.tsx';

interface Props {
  readonly context: ThreatContext;
  readonly sides: ThreatSummary | null;
  /** Whether they belong to earlier inputs. */
  readonly isOld: boolean;
  readonly done: number;
}

/** Who leads under each theory, how far the theories agree, and what each of them fails. */
export const Theories = memo(({ context, sides, isOld, done }: Props) => {
  const texts = useTexts();
  const { say, count } = texts;
  const beside = useMemo(() => sides && threatContext(inNames(texts, sides)), [sides, texts]);
  return (
    <section aria-labelledby="threat-theories">
      <h3 id="threat-theories">{say('threat.theories.beside')}</h3>
      <p className="note">{say('threat.theories.how')}</p>
      {(isOld || !beside) && <p>{say('threat.theories.pending', { done: count(done) })}</p>}
      {beside && (
        <div className={isOld ? 'stale' : undefined}>
          <Leaders context={beside} />
          <TheoriesPicture context={beside} />
        </div>
      )}
      <Checks context={beside ?? context} />
    </section>
  );
});

const Leaders = memo(({ context }: { readonly context: ThreatContext }) => {
  const texts = useTexts();
  const { say, compact, figure } = texts;
  const groups = useMemo(() => leaderRows(texts, context), [context, texts]);
  const { theories } = context.threat;
  return (
    <ScrollArea label={say('threat.leaders')} more="threat-scroll">
      <table className="matrix threat-matrix plain">
        <caption>{say('threat.leaders')}</caption>
        <thead>
          <tr>
            <th scope="col">{say('threat.head.measure')}</th>
            {theories.map(({ id, title }) => (
              <th key={id} scope="col">
                {id} <span className="factor">{title}</span>
              </th>
            ))}
            <th scope="col" className="n">
              {say('threat.head.agreement')}
            </th>
          </tr>
        </thead>
        <ObjectGroups groups={groups} columns={theories.length + 2}>
          {(row) => (
            <tr key={row.outcome}>
              <th scope="row">
                {row.name} <span className="id">{row.unit}</span>
              </th>
              {row.leaders.map(({ theory, factor, value, harm }) => (
                <td
                  key={theory}
                  className={harm > 0 ? 'harm1' : harm < 0 ? 'relief1' : 'zero'}
                  title={factor === '' ? undefined : context.factor(factor).title}
                >
                  {factor === '' ? (
                    '–'
                  ) : (
                    <>
                      <b>{codeOf(factor)}</b>
                      <small>
                        {markOf(harm)} {compact(value)}
                      </small>
                    </>
                  )}
                </td>
              ))}
              <td className="n">{row.concordance === null ? '–' : figure(row.concordance)}</td>
            </tr>
          )}
        </ObjectGroups>
      </table>
    </ScrollArea>
  );
});

interface TheoriesPictureProps {
  readonly context: ThreatContext;
}

const TheoriesPicture = memo(({ context }: TheoriesPictureProps) => {
  const texts = useTexts();
  const { say, pair, listed } = texts;
  const { picture, title, summary, table } = useMemo(() => {
    const drawn = texts.say('threat.figure.theories');
    const { threat, heads } = context;
    const players = threat.factors.filter((factor) => !isPlacebo(factor));
    const names = listed(players.map((one) => pair(one.code, inSentence(one.title))));
    return {
      picture: theoriesChart(context, drawn),
      title: drawn,
      summary: `${texts.say('threat.figure.theories.note')} ${names}.`,
      table: {
        id: 'theories-side-by-side',
        title: drawn,
        columns: [
          say('threat.head.object'),
          say('threat.head.measure'),
          say('column.unit'),
          say('threat.choose.theory'),
          ...players.map((one) => one.code),
        ],
        rows: heads.flatMap((head) =>
          threat.theories.map((theory) => [
            head.title,
            context.outcome(head.id).title,
            context.outcome(head.id).unit,
            theory.id,
            ...players.map(
              (one) => context.cell(theory.id, 'all', head.id, one.id)?.shapley ?? null,
            ),
          ]),
        ),
      },
    };
  }, [context, say, texts, pair, listed]);
  return (
    <Figure
      id="threat-theories-picture"
      title={title}
      picture={picture}
      summary={summary}
      table={table}
    />
  );
});
