import type { FigureSensitivity, Influence } from '@asylia/lab';
import type { ReportTable } from '@asylia/view';
import { objectName, tornadoChart } from '@asylia/view';
import { Broken } from '../../components/Broken.tsx';
import { Figure } from '../../components/Figure.tsx';
import type { ChoiceGroup } from '../../components/GroupedChoice.tsx';
import { GroupedChoice } from '../../components/GroupedChoice.tsx';
import { Sign } from '../../components/Sign.tsx';
import { useWidth } from '../../components/useWidth.ts';
import type { Opened } from '../../engine/protocol.ts';
import { usePage } from '../../page.ts';
import { useRemembered } from '../../state/memory.ts';
import type { Texts } from '../../texts.ts';
import { useTexts } from '../../texts.ts';
import { useFigureName } from './useFigureName.ts';
import { useSensitivity } from './useSensitivity.ts';

/** Assumptions that the chart shows; the table has all. */
const shown = 10;
const [narrowest, widest] = [320, 860];
const firstFigure = 'peak.region';

/** Which assumption matters most for a figure: each varied alone over its uncertainty. */
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
      <Broken error={broken} />
      {found ? (
        <Tornado found={found} isDone={isDone} />
      ) : (
        isDone && <p className="note">{say('matters.none')}</p>
      )}
      <p className="note">{say('matters.limits')}</p>
    </section>
  );
}

interface TornadoProps {
  readonly found: FigureSensitivity;
  readonly isDone: boolean;
}

/** The chart with its sentence and its table. */
function Tornado({ found, isDone }: TornadoProps) {
  const texts = useTexts();
  const { say, figure: number, listed } = texts;
  const [frame, width] = useWidth<HTMLDivElement>();
  const { figure, central } = found;
  const { title, summary, how, next, table, moving } = useTornadoWords({ found, isDone });
  const wide = Math.round(Math.min(widest, Math.max(narrowest, width || widest)));
  const bars = moving.slice(0, shown).map(({ name, influence: { assumption, atLow, atHigh } }) => ({
    title: name,
    low: number(assumption.low),
    high: number(assumption.high),
    atLow,
    atHigh,
  }));
  return (
    <div ref={frame}>
      <p className="answer" aria-live={isDone ? 'polite' : 'off'}>
        {summary}
      </p>
      {moving.length > 0 && (
        <>
          <Key />
          <Figure
            id={`matters-${figure.id.replace(/[^A-Za-z0-9]+/g, '-')}`}
            isKeyed
            title={title}
            picture={tornadoChart(texts, { label: summary, central, bars, wide })}
            summary={
              next.length > 0 ? `${how} ${say('matters.then', { list: listed(next) })}` : how
            }
            table={table}
          />
        </>
      )}
    </div>
  );
}

function Key() {
  const { say } = useTexts();
  return (
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
  );
}

/** What is said of the influences on a figure: the largest first. */
function useTornadoWords({ found: { figure, central, influences }, isDone }: TornadoProps) {
  const texts = useTexts();
  const { say, named, figure: number } = texts;
  const name = useFigureName()(figure.id);
  const unit = named('unit', figure.unit, figure.unit);
  const title = say('matters.title', { figure: name });
  const moving = influences
    .filter(({ range }) => range > 0)
    .map((influence) => ({ influence, name: nameOfAssumption(texts, influence) }));
  const atEnds = ({ influence, name: assumption }: (typeof moving)[number]) => ({
    assumption,
    atLow: number(influence.atLow),
    atHigh: number(influence.atHigh),
  });
  const first = moving[0];
  const summary = first
    ? say(isDone ? 'matters.most' : 'matters.mostSoFar', {
        ...atEnds(first),
        figure: name,
        low: number(first.influence.assumption.low),
        high: number(first.influence.assumption.high),
        central: number(central),
        unit,
      })
    : say('matters.nothing', { figure: name, central: number(central), unit });
  return {
    moving,
    title,
    summary,
    how: say('matters.how', { central: number(central), unit }),
    next: moving.slice(1, 3).map((one) => say('matters.next', atEnds(one))),
    table: influenceTable(texts, `matters-${figure.id}`, title, moving),
  };
}

function nameOfAssumption({ say, named }: Texts, { assumption }: Influence): string {
  const { id, title, kind, symbol } = assumption;
  // What was fitted and is no parameter goes by the name that the calibration gives it.
  if (kind === 'fitted' && symbol === '') return say('matters.target', { name: title });
  return named('assumption', id, named('parameter', id, title));
}

const columns = [
  'column.assumption',
  'matters.col.low',
  'column.value',
  'matters.col.high',
  'column.unit',
  'matters.col.atLow',
  'matters.col.atHigh',
  'matters.col.range',
  'column.mark',
  'column.source',
] as const;

const influenceTable = (
  { say, named }: Texts,
  id: string,
  title: string,
  rows: readonly { readonly name: string; readonly influence: Influence }[],
): ReportTable => ({
  id,
  title,
  columns: columns.map((column) => say(column)),
  englishColumns: [columns.indexOf('column.source')],
  rows: rows.map(({ name, influence: { assumption, atLow, atHigh, range } }) => {
    const { low, central, high, mark, source, unit } = assumption;
    const kind = mark === 'fitted' ? say('assume.fitted') : named('mark', mark, mark);
    return [
      name,
      low,
      central,
      high,
      named('unit', unit, unit),
      atLow,
      atHigh,
      range,
      kind,
      source,
    ];
  }),
});

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
