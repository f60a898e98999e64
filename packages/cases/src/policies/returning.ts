import { dayNumber, isoDate } from '../dates.ts';
import type { Row } from '../tables/index.ts';
import type { CaseRows, Control, Effect, Moved, Recorded, Room } from './policy.ts';
import { shareRange } from './range.ts';
import { behind, setByUser } from './rows.ts';

const mostEarlier = 60;
const mostLater = 180;

interface Returners {
  readonly id: string;
  readonly title: string;
  readonly rows: readonly Row<'return'>[];
}

/** Groups of return.csv; `everyone` for rows that mean all groups. */
function returners(source: CaseRows): Returners[] {
  const groups = [...new Set(source.tables.return.map((row) => row.group))];
  return groups.map((group) => ({
    id: `return.${group === '*' ? 'everyone' : group}`,
    title: source.groups.find((one) => one.id === group)?.title ?? group,
    rows: source.tables.return.filter((row) => row.group === group),
  }));
}

/** When the homes of a group are safe, changed by days. */
function daysControl(
  source: CaseRows,
  { id, title }: Returners,
  first: string,
  recorded: Recorded,
) {
  return {
    policy: {
      id: `${id}.days`,
      room: 'return',
      kind: 'number',
      titleId: `return.days.${suffixOf(id)}`,
      descriptionId: 'return.days.description',
      values: { group: title, date: first },
      unit: 'days',
      // No home is safe before the period begins.
      min: Math.max(-mostEarlier, dayNumber(source.start) - dayNumber(first)),
      max: mostLater,
      step: 1,
      baseline: 0,
      varies: false,
      recorded,
    },
    say: (value) =>
      `homes of ${title} safe ${Math.abs(Number(value))} days ${Number(value) < 0 ? 'earlier' : 'later'}`,
  } satisfies Control;
}

const suffixOf = (id: string) => (id === 'return.everyone' ? 'everyone' : 'group');

const returnInShort = (row: Row<'return'>) =>
  `${row.place} ${row.group} safe from ${row.safe_from || 'no day of the period'}, homes destroyed ${row.homes_destroyed_share ?? 'not known'}`;

function controls(source: CaseRows): Control[] {
  return returners(source).flatMap((one): Control[] => {
    const { id, title, rows } = one;
    const dates = rows.flatMap((row) => (row.safe_from ? [row.safe_from] : [])).sort();
    const shares = rows.map((row) => row.homes_destroyed_share ?? 0);
    const varies = shares.some((share) => share !== shares[0]);
    const mean = Math.round((shares.reduce((a, b) => a + b, 0) / shares.length) * 100) / 100;
    const baseline = varies ? mean : shares[0]!;
    const values = { group: title };
    const first = dates[0];
    const recorded = {
      messageId: first ? 'return.recorded' : 'return.recorded.never',
      values: { ...values, ...(first ? { date: first } : {}), share: baseline },
      rows: behind('return', rows, returnInShort),
    };
    const destroyed: Control = {
      policy: {
        ...shareRange,
        id: `${id}.destroyed`,
        room: 'return',
        titleId: `return.destroyed.${suffixOf(id)}`,
        descriptionId: 'return.destroyed.description',
        values,
        baseline,
        varies,
        recorded,
      },
      say: (value) => `share of homes of ${title} destroyed: ${value}`,
    };
    return first ? [daysControl(source, one, first, recorded), destroyed] : [destroyed];
  });
}

function effect(source: CaseRows, moved: Moved): Effect {
  const changes = returners(source).flatMap(({ id, rows }) => {
    const days = moved.number(`${id}.days`) ?? 0;
    const given = moved.number(`${id}.destroyed`);
    const destroyed = given === moved.baseline(`${id}.destroyed`) ? undefined : given;
    return rows.flatMap((row) => {
      const shifted = row.safe_from !== '' && days !== 0;
      if (!shifted && destroyed === undefined) return [];
      const before = `${row.source}: ${row.source_detail}`;
      return [
        {
          table: 'return',
          where: { place: row.place, group: row.group },
          set: {
            ...(shifted ? { safe_from: isoDate(dayNumber(row.safe_from) + days) } : {}),
            ...(destroyed === undefined ? {} : { homes_destroyed_share: destroyed }),
            ...setByUser(`in the record ${row.safe_from || 'no day'}, ${before}`),
          },
        },
      ];
    });
  });
  return { changes };
}

export const returning: Room = { controls, effect };
