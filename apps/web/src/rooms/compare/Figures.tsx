import type { ReportTable } from '@asylia/view';
import { measureName, objectName } from '@asylia/view';
import { memo } from 'react';
import { ScrollArea } from '../../components/ScrollArea.tsx';
import { TableHead } from '../../components/TableHead.tsx';
import type { CurrentRun, Opened } from '../../engine/protocol.ts';
import { SaveButtons } from '../../take/SaveButtons.tsx';
import { useTexts } from '../../texts.ts';
import type { Cell, FigureRow } from './rows.ts';
import { isOpen, measureRows, topicRows } from './rows.ts';
import { useOptionName } from './useColumnName.ts';
import { useFigureName } from './useFigureName.ts';
import { fewestWorlds, usePaired, worldsInAll } from './usePaired.ts';
import type { Run } from './useRuns.ts';

/** Rows under one heading. */
interface Group {
  readonly id: string;
  readonly title: string;
  readonly rows: readonly (FigureRow & { readonly title: string; readonly unit: string })[];
}

interface Props {
  readonly opened: Opened;
  readonly runs: readonly Run[];
  readonly dates: readonly string[];
}

/** Every figure in every run, with the difference from the first and its interval. */
export const Figures = memo(({ opened, runs, dates }: Props) => {
  const { say, pair, count } = useTexts();
  const nameOf = useOptionName();
  const { worlds, done, broken } = usePaired(runs);
  const enough = done >= fewestWorlds ? worlds : [];
  const groups = useGroups(
    opened,
    runs.map((run) => run.live),
    enough,
  );
  const titles = runs.map((run) => pair(run.letter, nameOf(run)));
  const title = say('compare.figures');
  const progress = { done: count(done), all: count(worldsInAll) };
  const state =
    done >= worldsInAll
      ? say('compare.worlds.done', progress)
      : say(enough.length > 0 ? 'compare.worlds.some' : 'compare.worlds.none', progress);
  return (
    <section className="figures" aria-labelledby="compare-figures">
      <h3 id="compare-figures">{title}</h3>
      {runs.length > 1 && (
        <p className="note status">
          <span>{state}</span>
          {done < worldsInAll && (
            <progress max={worldsInAll} value={done} aria-label={say('compare.worlds')} />
          )}
          {broken !== '' && <code dir="ltr">{broken}</code>}
        </p>
      )}
      <SaveButtons table={useTable(groups, titles, title, dates)} />
      <ScrollArea label={title}>
        <table className="figures-table">
          <caption className="hidden">{title}</caption>
          <TableHead columns={[say('compare.col.figure'), ...titles]} />
          {groups.map((group) => (
            <tbody key={group.id}>
              <tr className="group">
                <th scope="rowgroup" colSpan={runs.length + 1}>
                  {group.title}
                </th>
              </tr>
              {group.rows.map((row) => (
                <tr key={row.id} data-figure={row.id}>
                  <th scope="row">
                    {row.title} <small>{row.unit}</small>
                  </th>
                  {row.cells.map((cell, i) => (
                    <FigureCell key={titles[i]} cell={cell} dates={dates} />
                  ))}
                </tr>
              ))}
            </tbody>
          ))}
        </table>
      </ScrollArea>
      <p className="note">{say('compare.figures.read')}</p>
    </section>
  );
});

function FigureCell({ cell, dates }: { readonly cell: Cell; readonly dates: readonly string[] }) {
  const { say, figure, signed, shortDate } = useTexts();
  const { value, day, change, verdict, interval } = cell;
  return (
    <td className={`n ${verdict}${isOpen(cell) ? ' open' : ''}`} data-value={value}>
      <span className="value">{figure(value)}</span>
      {day !== null && value > 0 && <small> {shortDate(dates[day]!)}</small>}
      {change !== null && (
        <span className="change">
          {verdict === 'same'
            ? say('compare.same')
            : say(`compare.change.${verdict === 'first' ? 'same' : verdict}`, {
                change: signed(change),
              })}
        </span>
      )}
      {interval && (
        <small className="interval">
          {say('threat.interval', {
            low: signed(interval.low90),
            high: signed(interval.high90),
          })}
        </small>
      )}
    </td>
  );
}

function useGroups(
  opened: Opened,
  runs: readonly CurrentRun[],
  worlds: Parameters<typeof topicRows>[1],
): Group[] {
  const texts = useTexts();
  const { say, named } = texts;
  const figureName = useFigureName();
  const persons = named('unit', 'persons', say('unit.persons'));
  return [
    {
      id: 'people',
      title: say('compare.people'),
      rows: topicRows(runs, worlds).map((row) => ({
        ...row,
        unit: persons,
        title: say(`compare.figure.${row.topic}`, { country: figureName(row) }),
      })),
    },
    ...opened.objects.map((object) => ({
      id: object.id,
      title: objectName(texts, object),
      rows: measureRows(opened, object.headlines, runs, worlds).map((row) => {
        const outcome = opened.outcomes.find((one) => one.id === row.id)!;
        return {
          ...row,
          title: measureName(texts, outcome),
          unit: named('unit', outcome.unit, outcome.unit),
        };
      }),
    })),
  ];
}

function useTable(
  groups: readonly Group[],
  titles: readonly string[],
  title: string,
  dates: readonly string[],
): ReportTable {
  const { say, listed } = useTexts();
  return {
    id: 'compare-figures',
    title,
    columns: [
      say('compare.col.about'),
      say('compare.col.figure'),
      say('column.unit'),
      ...titles.flatMap((one, i) => [
        one,
        listed([one, say('column.date')], 'items'),
        ...(i === 0
          ? []
          : ['difference', 'low90', 'high90'].map((part) =>
              listed(
                [one, say(`compare.col.${part as 'difference' | 'low90' | 'high90'}`)],
                'items',
              ),
            )),
      ]),
    ],
    rows: groups.flatMap((group) =>
      group.rows.map((row) => [
        group.title,
        row.title,
        row.unit,
        ...row.cells.flatMap(({ value, day, change, interval }, i) => [
          value,
          day === null ? '' : dates[day]!,
          ...(i === 0 ? [] : [change, interval?.low90 ?? null, interval?.high90 ?? null]),
        ]),
      ]),
    ),
  };
}
