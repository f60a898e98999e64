import type { FrameId } from '@asylia/security';
import type { MatrixCell, MatrixRow, ShownEstimand, ThreatContext } from '@asylia/view';
import { classOf, markOf, matrixRows } from '@asylia/view';
import type { KeyboardEvent } from 'react';
import { memo, useMemo, useState } from 'react';
import { ScrollArea } from '../../components/ScrollArea.tsx';
import type { EstimandInterval } from '../../engine/protocol.ts';
import { useTexts } from '../../texts.ts';
import type { CellName } from './naming.ts';
import { titleOf } from './naming.ts';
import { nextCell } from './nextCell.ts';
import { ObjectGroups } from './ObjectGroups.tsx';

interface MatrixProps {
  readonly context: ThreatContext;
  /** At baseline, where something is edited. */
  readonly before: ThreatContext | null;
  readonly frame: FrameId;
  readonly estimand: ShownEstimand;
  /** [outcome factor] over the sampled worlds, of the estimand that is shown */
  readonly intervals: ReadonlyMap<string, EstimandInterval>;
  /** Object whose rows are shown; '' = all */
  readonly object: string;
  readonly onOpen: (cell: CellName) => void;
}

/** Objects of security by sources of threat; every cell opens. Arrow keys go from cell to cell. */
export const Matrix = memo((props: MatrixProps) => {
  const { context, before, frame, estimand, intervals, object, onOpen } = props;
  const texts = useTexts();
  const { say } = texts;
  const [active, setActive] = useState<CellName | null>(null);
  const groups = useMemo(
    () =>
      matrixRows(texts, context, context.first, frame, estimand).filter(
        (group) => object === '' || group.object === object,
      ),
    [context, frame, estimand, object, texts],
  );
  const old = useMemo(() => {
    if (!before) return null;
    const rows = matrixRows(texts, before, before.first, frame, estimand).flatMap(
      (group) => group.rows,
    );
    return new Map(rows.map((row) => [row.outcome, row]));
  }, [before, frame, estimand, texts]);
  const { factors } = context.threat;
  const rows = groups.flatMap((group) => group.rows);
  const isThere = (cell: CellName | null) =>
    rows.some(
      (row) =>
        row.outcome === cell?.outcome &&
        row.cells.some((one) => one.factor === cell.factor && one.size !== 'missing'),
    );
  const first = rows[0]?.cells.find((cell) => cell.size !== 'missing');
  const entry = isThere(active)
    ? active
    : first && rows[0]
      ? { outcome: rows[0].outcome, factor: first.factor }
      : null;
  const move = (event: KeyboardEvent<HTMLTableElement>) => {
    const to = nextCell(event.currentTarget, event.key, document.dir === 'rtl');
    if (!to) return;
    event.preventDefault();
    to.focus();
  };
  const label = say('threat.matrix', { theory: titleOf(context) });
  return (
    <ScrollArea label={label} more="threat-scroll">
      {/* biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: arrow keys go from cell to cell */}
      <table className="matrix threat-matrix" role="grid" aria-label={label} onKeyDown={move}>
        <thead>
          <tr>
            <th scope="col">{say('threat.head.measure')}</th>
            <th scope="col" className="n level">
              {say('threat.head.level')}
            </th>
            {factors.map(({ id, code, title }) => (
              <th key={id} scope="col">
                {code} <span className="factor">{title}</span>
              </th>
            ))}
          </tr>
        </thead>
        <ObjectGroups groups={groups} columns={factors.length + 2}>
          {(row) => (
            <Row
              key={row.outcome}
              row={row}
              old={old?.get(row.outcome) ?? null}
              intervals={intervals}
              entry={entry?.outcome === row.outcome ? entry.factor : ''}
              titles={context}
              onFocus={setActive}
              onOpen={onOpen}
            />
          )}
        </ObjectGroups>
      </table>
    </ScrollArea>
  );
});

interface RowProps {
  readonly row: MatrixRow;
  readonly old: MatrixRow | null;
  readonly intervals: MatrixProps['intervals'];
  /** Source whose cell is reached by Tab; '' = none of this row */
  readonly entry: string;
  readonly titles: ThreatContext;
  readonly onFocus: (cell: CellName) => void;
  readonly onOpen: (cell: CellName) => void;
}

function Row({ row, old, intervals, entry, titles, onFocus, onOpen }: RowProps) {
  const { say, short } = useTexts();
  const isChanged = old?.level != null && row.level !== null && differs(row.level, old.level);
  return (
    <tr>
      <th scope="row">
        {row.name} <span className="id">{row.unit}</span>
        {row.level !== null && (
          <small className="narrow-level">
            {say('threat.level', { value: short(row.level) })}
            {isChanged && <> ({say('threat.was', { value: short(old.level!) })})</>}
          </small>
        )}
      </th>
      <td className="n level">
        {row.level === null ? '' : short(row.level)}
        {isChanged && <small>{say('threat.was', { value: short(old.level!) })}</small>}
      </td>
      {row.cells.map((cell, i) => (
        <Cell
          key={cell.factor}
          cell={cell}
          row={row}
          old={old?.cells[i]?.value ?? null}
          interval={intervals.get(`${row.outcome} ${cell.factor}`) ?? null}
          isEntry={entry === cell.factor}
          title={titles.factor(cell.factor).title}
          onFocus={onFocus}
          onOpen={onOpen}
        />
      ))}
    </tr>
  );
}

interface Props {
  readonly cell: MatrixCell;
  readonly row: MatrixRow;
  readonly old: number | null;
  readonly interval: EstimandInterval | null;
  readonly isEntry: boolean;
  readonly title: string;
  readonly onFocus: (cell: CellName) => void;
  readonly onOpen: (cell: CellName) => void;
}

function Cell({ cell, row, old, interval, isEntry, title, onFocus, onOpen }: Props) {
  const texts = useTexts();
  const { say, short, compact, figure } = texts;
  const { value, look, size, factor } = cell;
  if (value === null || size === 'missing') {
    return (
      <td className="n zero">
        <span aria-hidden="true">–</span>
        <span className="hidden">{say('threat.cell.fixed')}</span>
      </td>
    );
  }
  const name = { outcome: row.outcome, factor };
  const isSome = size === 'some';
  const number = size === 'nothing' ? figure(0) : isSome ? compact(value) : texts.aboutZero();
  const kind = !isSome || look.harm === 0 ? 'zero' : classOf(look);
  const most = row.cells.reduce((top, one) => Math.max(top, Math.abs(one.value ?? 0)), 0);
  const change = old === null ? 0 : value - old;
  const isChanged = Math.abs(change) > 0.001 * most;
  const told = say(
    !isSome || look.harm === 0
      ? 'threat.cell.nothing'
      : look.harm > 0
        ? 'threat.cell.harm'
        : 'threat.cell.relief',
    { source: title, measure: row.name, value: number, unit: row.unit },
  );
  return (
    <td className={`n ${kind}`}>
      <button
        type="button"
        className="cell"
        tabIndex={isEntry ? 0 : -1}
        data-outcome-cell={row.outcome}
        data-factor={factor}
        data-value={value}
        onFocus={() => onFocus(name)}
        onClick={() => onOpen(name)}
      >
        <span className="hidden">{told}</span>
        <b aria-hidden="true">
          {isSome && look.harm !== 0 ? `${markOf(look.harm)} ` : ''}
          {number}
        </b>
        {interval && isSome && (
          <small>
            <span className="hidden">{say('threat.cell.interval')}</span>
            {say(isOutside(value, interval) ? 'threat.interval.marked' : 'threat.interval', {
              low: short(interval.low90),
              high: short(interval.high90),
            })}
          </small>
        )}
        {isChanged && (
          <small className="edited">{say('threat.cell.change', { change: compact(change) })}</small>
        )}
      </button>
    </td>
  );
}

const isOutside = (value: number, { low90, high90 }: EstimandInterval) =>
  value < low90 || value > high90;

const differs = (now: number, was: number) =>
  Math.abs(now - was) > 0.0005 * Math.max(Math.abs(was), 1e-9);
