import { givenLines, shelterLines } from '@asylia/engine';
import type { Change } from '../overlay.ts';
import type { Row } from '../tables/index.ts';
import type { CaseRows, Control, Effect, Moved, Room } from './policy.ts';
import { multiplier, times } from './range.ts';
import { behind, countryName } from './rows.ts';

const mostTimes = 3;

/** Lines that are changed together. */
interface LineGroup {
  readonly group: string;
  readonly lines: readonly Row<'hosting'>['line'][];
}
const lineGroups: readonly LineGroup[] = [
  { group: 'shelter', lines: shelterLines },
  ...givenLines.map((line) => ({ group: line, lines: [line] })),
];

interface Line extends LineGroup {
  readonly code: string;
  readonly rows: readonly Row<'hosting'>[];
}

/** Countries and groups of lines of which the case knows something. */
function knownLines(source: CaseRows): Line[] {
  const countryOf = new Map(source.tables.places.map((row) => [row.id, row.country]));
  const codes = new Set(source.tables.hosting.map((row) => countryOf.get(row.place)!));
  return [...codes].flatMap((code) =>
    lineGroups.flatMap(({ group, lines }) => {
      const rows = source.tables.hosting.filter(
        (row) => countryOf.get(row.place) === code && lines.includes(row.line),
      );
      return rows.length > 0 ? [{ code, group, lines, rows }] : [];
    }),
  );
}

const what = (row: Row<'hosting'>) =>
  `${row.place} ${row.line} ${row.amount} ${row.unit} from ${row.from}`;

function controls(source: CaseRows): Control[] {
  const lines = knownLines(source);
  if (lines.length === 0) return [];
  const all = lines.flatMap(({ rows }) => rows);
  const range = { room: 'supply', ...multiplier, max: mostTimes } as const;
  return [
    {
      policy: {
        ...range,
        id: 'supply.all',
        titleId: 'supply.all.title',
        descriptionId: 'supply.all.description',
        values: {},
        recorded: {
          messageId: 'supply.recorded',
          values: { rows: all.length },
          rows: behind('hosting', all, what),
        },
      },
      say: (value) => `shelter and supplies ${times(value)}`,
    },
    ...lines.map(({ code, group, rows }): Control => {
      const country = countryName(source, code);
      return {
        policy: {
          ...range,
          id: `supply.${code}.${group}`,
          titleId: `supply.${group}.title`,
          descriptionId: 'supply.line.description',
          values: { country, code },
          recorded: {
            messageId: 'supply.recorded',
            values: { country, code, rows: rows.length },
            rows: behind('hosting', rows, what),
          },
        },
        say: (value) => `${group} in ${country} ${times(value)}`,
      };
    }),
  ];
}

/** Order: the multiplier of a country and line wins over the one for all. */
function effect(source: CaseRows, moved: Moved): Effect {
  const general = moved.number('supply.all') ?? 1;
  const changes = knownLines(source).flatMap(({ code, group, lines, rows }): Change[] => {
    const factor = moved.number(`supply.${code}.${group}`) ?? general;
    if (factor === 1) return [];
    return [
      {
        table: 'hosting',
        where: { place: [...new Set(rows.map((row) => row.place))], line: [...lines] },
        multiply: { amount: factor },
      },
    ];
  });
  return { changes };
}

export const supply: Room = { controls, effect };
