import { dayNumber } from '../dates.ts';
import { groupBy } from '../groupBy.ts';
import type { Change } from '../overlay.ts';
import type { Row } from '../tables/index.ts';
import type { CaseRows, Control, Effect, Moved, Room } from './policy.ts';
import { digits, multiplier, times, wholeStep } from './range.ts';
import { behind, countryName, setByUser } from './rows.ts';

/** Range of a control, persons a day: twice the most that was reported in 1999, or more. */
const mostPerDay = 20_000;
const timesTransferred = 10;

/** Rows of transport inland by place, each list in the order of their dates. */
function relocationByPlace(source: CaseRows): Map<string, Row<'hosting'>[]> {
  const transport = source.tables.hosting.filter((row) => row.line === 'relocation');
  const byPlace = groupBy(transport, (row) => row.place);
  for (const rows of byPlace.values()) rows.sort((a, b) => (a.from < b.from ? -1 : 1));
  return byPlace;
}

/** Mean over the days from the first row until some home is safe, else to the end of the period. */
function meanPerDay(source: CaseRows, rows: readonly Row<'hosting'>[]): number {
  const safe = source.tables.return.flatMap((row) => (row.safe_from ? [row.safe_from] : []));
  const until = dayNumber(safe.sort()[0] ?? source.end);
  let sum = 0;
  let days = 0;
  rows.forEach((row, i) => {
    const next = rows[i + 1];
    const to = Math.min(until, next ? dayNumber(next.from) : until);
    const here = Math.max(0, to - dayNumber(row.from));
    sum += here * row.amount;
    days += here;
  });
  return days > 0 ? sum / days : rows[0]!.amount;
}

/** Transport inland from one place. */
function placeControl(source: CaseRows, id: string, rows: readonly Row<'hosting'>[]): Control {
  const place = source.tables.places.find((row) => row.id === id)!;
  const amounts = rows.map((row) => row.amount);
  const varies = amounts.some((amount) => amount !== amounts[0]);
  const mean = meanPerDay(source, rows);
  const baseline = varies ? Math.round(mean / 100) * 100 : amounts[0]!;
  const max = Math.max(mostPerDay, 2 * Math.max(...amounts));
  const values = { place: place.name, country: countryName(source, place.country) };
  return {
    policy: {
      id: `relocation.${id}`,
      room: 'relocation',
      kind: 'number',
      titleId: 'relocation.place.title',
      descriptionId: varies ? 'relocation.place.varying' : 'relocation.place.description',
      values: { ...values, code: place.country, from: rows[0]!.from },
      unit: 'perDay',
      min: 0,
      max,
      step: wholeStep(baseline, max),
      baseline,
      varies,
      recorded: {
        messageId: varies ? 'relocation.recorded.varying' : 'relocation.recorded',
        values: {
          ...values,
          from: rows[0]!.from,
          low: Math.min(...amounts),
          high: Math.max(...amounts),
        },
        rows: behind('hosting', rows, (row) => `${row.place} ${row.amount} a day from ${row.from}`),
      },
    },
    say: (value) => `relocation from ${place.name} ${digits(Number(value))} persons a day`,
  };
}

/** All transfers between neighbours, changed as one. */
function transferControl(transfers: readonly Row<'offers'>[]): Control {
  const places = transfers.reduce((sum, row) => sum + row.places, 0);
  return {
    policy: {
      id: 'transfers.all',
      room: 'relocation',
      ...multiplier,
      max: timesTransferred,
      titleId: 'transfers.title',
      descriptionId: 'transfers.description',
      values: { places },
      recorded: {
        messageId: 'transfers.recorded',
        values: { places },
        rows: behind(
          'offers',
          transfers,
          (row) =>
            `${row.places} from ${row.from_country} to ${row.state}, ${row.from} to ${row.to}`,
        ),
      },
    },
    say: (value) => `transfers between neighbours ${times(value)}`,
  };
}

function controls(source: CaseRows): Control[] {
  const list = [...relocationByPlace(source)].map(([id, rows]) => placeControl(source, id, rows));
  const transfers = source.tables.offers.filter((row) => row.programme === 'transfer');
  return transfers.length === 0 ? list : [...list, transferControl(transfers)];
}

function effect(source: CaseRows, moved: Moved): Effect {
  const changes: Change[] = [];
  for (const place of relocationByPlace(source).keys()) {
    const amount = moved.number(`relocation.${place}`);
    if (amount === undefined || amount === moved.baseline(`relocation.${place}`)) continue;
    changes.push({
      table: 'hosting',
      where: { place, line: 'relocation' },
      set: { amount, ...setByUser('the same every day') },
    });
  }
  const factor = moved.number('transfers.all') ?? 1;
  if (factor !== 1) {
    changes.push({
      table: 'offers',
      where: { programme: 'transfer' },
      multiply: { places: factor },
    });
  }
  return { changes };
}

export const relocation: Room = { controls, effect };
