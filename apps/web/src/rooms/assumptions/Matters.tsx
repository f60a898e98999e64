import type { FigureSensitivity, Influence } from '@asylia/lab';
import type { ReportTable } from '@asylia/view';
import { objectName, tornadoChart } from '@asylia/view';
import { Figure } from '../../components/Figure.tsx';
import type { ChoiceGroup } from '../../components/GroupedChoice.tsx';
import { GroupedChoice } from '../../components/GroupedChoice.tsx';
import { Sign } from '../../components/Sign.tsx';
import { useWidth } from '../../components/useWidth.ts';
import type { Opened } from '../../engine/protocol.ts';
import { usePage } from '../../page.ts';
import { useRemembered } from '../../state/memory.ts';
import { useTexts } from '../../texts.ts';
import { useFigureName } from './useFigureName.ts';
import { useSensitivity } from './useSensitivity.ts';

/** Assumptions that the chart shows; the table has all. */
const shown = 10;
const [narrowest, widest] = [320, 860];
const firstFigure = 'peak.region';

/** Which assumption matters most for a figure: each moved alone over its doubt. */
export function Matters({ opened }: { readonly opened: Opened }) {
  const { say, count } = useTexts();
  const nameOf = useFigureName();
  const groups = useFigureGroups(opened, nameOf);
  const [wanted, setChosen] = useRemembered('matters.figure', firstFigure);
  const isHere = groups.some(({ choices }) => choices.some((one) => one.value === wanted));
  const chosen = isHere ? wanted : firstFigure;
  const of = opened.outcomes.some((one) => one.id === chosen) ? 'measures' : 'movement';
  const { figures, done, all, broken } = useSensitivity(opened, of);
  const found = figures?.find((one) => one.figure.id === chosen);
  const isDone = all > 0 && done === all;
  return (
    <section aria-labelledby="assume-matters" className="matters">
      <h3 id="assume-matters">{say('matters')}</h3>
      <p>{say('matters.intro')}</p>
      <GroupedChoice
        label={say('matters.choose')}
        value={chosen}
        groups={groups}
        onChange={setChosen}
      />
      <div className="status">
        <p aria-live="polite">
          {isDone ? say('matters.done', { all: count(all) }) : say('matters.under')}
        </p>
        {!isDone && (
          <progress
            max={Math.max(1, all)}
            value={done}
            aria-label={say('matters.progress', { done: count(done), all: count(all) })}
          />
        )}
      </div>
      {broken !== '' && (
        <p>
          {say('trouble.ours')} <code dir="ltr">{broken}</code>
        </p>
      )}
      {found ? (
        <Tornado found={found} isDone={isDone} />
      ) : (
        isDone && <p className="note">{say('matters.none')}</p>
      )}
      <p className="note">{say('matters.limits')}</p>
    </section>
  );
}

/** The chart with its sentence and its table. */
function Tornado({
  found: { figure, central, influences },
  isDone,
}: {
  readonly found: FigureSensitivity;
  readonly isDone: boolean;
}) {
  const texts = useTexts();
  const { say, named, figure: number, listed } = texts;
  const nameOf = useFigureName();
  const [frame, width] = useWidth<HTMLDivElement>();
  const title = (one: Influence) => {
    const { id, title: english, kind, symbol } = one.assumption;
    // What was fitted and is no parameter goes by the name that the calibration gives it.
    if (kind === 'fitted' && symbol === '') return say('matters.target', { name: english });
    return named('assumption', id, named('parameter', id, english));
  };
  const unitOf = (unit: string) => named('unit', unit, unit);
  const moving = influences.filter(({ range }) => range > 0);
  const first = moving[0];
  const name = nameOf(figure.id);
  const unit = unitOf(figure.unit);
  const headline = say('matters.title', { figure: name });
  const summary = first
    ? say(isDone ? 'matters.most' : 'matters.mostSoFar', {
        assumption: title(first),
        figure: name,
        low: number(first.assumption.low),
        high: number(first.assumption.high),
        atLow: number(first.atLow),
        atHigh: number(first.atHigh),
        central: number(central),
        unit,
      })
    : say('matters.nothing', { figure: name, central: number(central), unit });
  const next = moving.slice(1, 3).map((one) =>
    say('matters.next', {
      assumption: title(one),
      atLow: number(one.atLow),
      atHigh: number(one.atHigh),
    }),
  );
  const table: ReportTable = {
    id: `matters-${figure.id}`,
    title: headline,
    columns: [
      say('column.assumption'),
      say('matters.col.low'),
      say('column.value'),
      say('matters.col.high'),
      say('column.unit'),
      say('matters.col.atLow'),
      say('matters.col.atHigh'),
      say('matters.col.range'),
      say('column.mark'),
      say('column.source'),
    ],
    englishColumns: [9],
    rows: moving.map((one) => {
      const { low, central: value, high, mark, source, unit: own } = one.assumption;
      return [
        title(one),
        low,
        value,
        high,
        unitOf(own),
        one.atLow,
        one.atHigh,
        one.range,
        mark === 'fitted' ? say('assume.fitted') : named('mark', mark, mark),
        source,
      ];
    }),
  };
  return (
    <div ref={frame}>
      <p className="answer" aria-live={isDone ? 'polite' : 'off'}>
        {summary}
      </p>
      {first && (
        <ul className="key">
          <Sign text={say('matters.key.low')}>
            <rect className="atlow" width="26" height="14" />
          </Sign>
          <Sign text={say('matters.key.high')}>
            <rect className="athigh" width="26" height="14" />
          </Sign>
          <Sign text={say('matters.key.central')}>
            <path className="central" d="M13 0V14" />
          </Sign>
        </ul>
      )}
      {first && (
        <Figure
          id={`matters-${figure.id.replace(/[^A-Za-z0-9]+/g, '-')}`}
          isKeyed
          title={headline}
          picture={tornadoChart(texts, {
            label: summary,
            central,
            bars: moving.slice(0, shown).map((one) => ({
              title: title(one),
              low: number(one.assumption.low),
              high: number(one.assumption.high),
              atLow: one.atLow,
              atHigh: one.atHigh,
            })),
            wide: Math.round(Math.min(widest, Math.max(narrowest, width || widest))),
          })}
          summary={[
            say('matters.how', { central: number(central), unit }),
            next.length > 0 ? say('matters.then', { list: listed(next) }) : '',
          ]
            .filter((one) => one !== '')
            .join(' ')}
          table={table}
        />
      )}
    </div>
  );
}

/** Figures under the names of places first, then what became of people, then everyone else. */
function useFigureGroups(opened: Opened, nameOf: (id: string) => string): ChoiceGroup<string>[] {
  const { base } = usePage();
  const texts = useTexts();
  const { say, named } = texts;
  const choice = (id: string) => ({ value: id, label: nameOf(id) });
  const headlines = (object: string) =>
    opened.objects.find((one) => one.id === object)?.headlines.map(choice) ?? [];
  const peaks = (base?.names ?? []).flatMap((name) => {
    const code = /^stock\.([A-Z]+)$/.exec(name)?.[1];
    return code === undefined ? [] : [code];
  });
  const neighbours = opened.objects.flatMap(({ id }) =>
    id.startsWith('neighbour:') ? [id.slice('neighbour:'.length)] : [],
  );
  const names = new Map(opened.case.tables.states.map((row) => [row.country, row.name]));
  const places = [...new Set([...peaks, ...neighbours])]
    .filter((code) => code !== opened.case.origin)
    .map((code) => ({
      label: named('country', code, names.get(code) ?? code),
      choices: [
        ...(peaks.includes(code) ? [choice(`peak.${code}`)] : []),
        ...headlines(`neighbour:${code}`),
      ],
    }))
    .filter(({ choices }) => choices.length > 0);
  const others = opened.objects
    .filter(({ id }) => !id.startsWith('neighbour:') && id !== 'region')
    .map((object) => ({
      label: objectName(texts, object),
      choices: object.headlines.map(choice),
    }));
  return [
    {
      label: say('matters.region'),
      choices: ['peak.region', 'waiting', 'evacuated', 'returned', 'deaths.shortfall', 'secondWave']
        .map(choice)
        .concat(headlines('region')),
    },
    ...places,
    ...others,
  ];
}
