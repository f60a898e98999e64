import type { Series } from '@asylia/engine';
import { reportTables } from '@asylia/view';
import { englishWords } from '@asylia/words';
import type { Row, Section, Value } from './format.ts';
import type { Study } from './study.ts';
import { worlds } from './study.ts';

/** [day] sum of some series; one that does not exist counts as nobody. */
function total({ names, days, values }: Series, wanted: readonly string[]): Float64Array {
  const sum = new Float64Array(days);
  for (const name of wanted) {
    const index = names.indexOf(name);
    if (index < 0) continue;
    for (let day = 0; day < days; day++) sum[day]! += values[index * days + day]!;
  }
  return sum;
}

const most = (byDay: Float64Array) => byDay.reduce((a, b) => Math.max(a, b), 0);
const atEnd = (byDay: Float64Array) => byDay[byDay.length - 1]!;
const personDays = (byDay: Float64Array) => byDay.reduce((a, b) => a + b, 0);

/** Who went where and what became of them, in the expected run and in the first sampled world. */
export function runSection({ folder, world, expected, first }: Study): Section {
  const states = new Map(folder.case.tables.states.map((row) => [row.country, row.name]));
  const titles = new Map(folder.case.groups.map(({ id, title }) => [id, title]));
  const groups = world.groupIds;
  const hosts = world.countryIds.filter((id) => expected.names.includes(`shelter.${id}.camp`));
  const waiting = expected.names.filter((name) => name.startsWith('waiting.'));
  const row = (
    name: string,
    unit: string,
    series: readonly string[],
    figure: (byDay: Float64Array) => number,
  ): Row => ({
    name,
    unit,
    values: [expected, first].map((run) => figure(total(run, series))),
  });
  const stocks = (country: string) => groups.map((group) => `stock.${country}.${group}`);
  const sheltered = (kind: string) => hosts.map((country) => `shelter.${country}.${kind}`);
  const abroad = hosts.flatMap(stocks);
  const rows = [
    row('Most displaced people in all countries of refuge', 'persons', abroad, most),
    row('Day on which they are most', 'days from the first', abroad, (n) => n.indexOf(most(n))),
    ...hosts.flatMap((country) => {
      const name = states.get(country) ?? country;
      return [
        row(`Most displaced people in ${name}`, 'persons', stocks(country), most),
        row(`Displaced people in ${name} on the last day`, 'persons', stocks(country), atEnd),
      ];
    }),
    ...groups.flatMap((group) => {
      const name = titles.get(group) ?? group;
      return [
        row(`Most displaced inside, ${name}`, 'persons', [`idp.${group}`], most),
        ...['violence', 'shortfall', 'natural'].map((cause) =>
          row(`Deaths, ${cause}, ${name}`, 'persons', [`deaths.${group}.${cause}`], atEnd),
        ),
      ];
    }),
    row('Waiting at frontiers', 'person-days', waiting, personDays),
    row('With host families', 'person-days', sheltered('hostFamily'), personDays),
    row('In centres', 'person-days', sheltered('centre'), personDays),
    row('In camps', 'person-days', sheltered('camp'), personDays),
    row('Without shelter abroad', 'person-days', sheltered('unsheltered'), personDays),
    row(
      'Without the protection of a state',
      'person-days',
      ['refugees.lostProtection'],
      personDays,
    ),
    row('Across a frontier', 'person-days', ['refugees.crossedFrontier'], personDays),
    row('Under a status of any kind', 'person-days', ['refugees.grantedStatus'], personDays),
    row('Under the Convention', 'person-days', ['refugees.convention'], personDays),
    row('Evacuated', 'persons', ['evacuated'], atEnd),
    row('Moved by agreement between governments', 'persons', ['transferred'], atEnd),
    row('Asked for asylum', 'persons', ['claimed'], atEnd),
    row('Went on with smugglers', 'persons', ['irregular'], atEnd),
    row('Returned', 'persons', ['returned'], atEnd),
    row('Of other groups, displaced by reprisal', 'persons', ['secondWave'], atEnd),
  ];
  return {
    title: 'The run',
    note: 'The expected run at the fitted values, and the first sampled world.',
    columns: ['expected run', 'sampled world 0'],
    rows,
  };
}

/** The comparison with the record, check by check, and how much of it the bands hold. */
export function validationSections({ summary }: Study): Section[] {
  const { checks, coverage } = summary;
  return [
    {
      title: 'Validation',
      note: `Against the record; the model's figure is the median of ${worlds} worlds. A check of several figures has a row for each, and one for all.`,
      columns: ['record', 'model', 'low 90 %', 'high 90 %', 'error', 'result'],
      rows: checks.flatMap((check) => [
        ...(check.items.length > 1 && check.errorKind === 'relative' ? check.items : []).map(
          (item) => ({
            name: `${check.title} (${item.label})`,
            unit: check.unit,
            values: [item.record, item.model, item.low90, item.high90, item.error, ''],
          }),
        ),
        {
          name: check.title,
          unit: check.unit,
          values: [
            check.record,
            check.model,
            check.low90,
            check.high90,
            check.error,
            check.pass ? 'holds' : 'misses',
          ],
        },
      ]),
    },
    {
      title: 'Naive predictors',
      note: 'The same error, of who knows the fit window only.',
      columns: ['error'],
      rows: checks.flatMap(({ title, baselines }) =>
        Object.entries(baselines).map(([name, error]) => ({
          name: `${title}: ${name}`,
          unit: '',
          values: [error],
        })),
      ),
    },
    {
      title: 'Coverage',
      note: 'Share of the points of the record that the bands hold.',
      columns: ['points', 'in the 50 % band', 'in the 90 % band'],
      rows: coverage.map(({ window, points, inside50, inside90 }) => ({
        name: window === 'fit' ? 'Points that were fitted' : 'Points that were held out',
        unit: 'share',
        values: [points, inside50, inside90],
      })),
    },
  ];
}

/** Tables of the report, as they are saved. */
export function tableSections({ summary }: Study): Section[] {
  const tables = new Map(reportTables(englishWords, summary).map((table) => [table.id, table]));
  /** By positions of columns: those that name a row, those that are kept, that of the unit. */
  const section = (id: string, names: number[], shown: number[], unit?: number): Section[] => {
    const table = tables.get(id);
    if (!table || table.rows.length === 0) return [];
    return [
      {
        title: `Table of the report: ${table.title}`,
        note: '',
        columns: shown.map((i) => table.columns[i]!),
        rows: table.rows.map((row) => ({
          name: names.map((i) => String(row[i] ?? '')).join(', '),
          unit: unit === undefined ? '' : String(row[unit]),
          values: shown.map((i): Value => row[i] ?? null),
        })),
      },
    ];
  };
  return [
    ...section('stock', [0], [1, 2, 3, 4, 5, 6, 7]),
    ...section('gaps', [0, 1], [2, 3, 4, 5, 6, 7, 8]),
    ...section('assumptions', [7], [1, 3], 2),
    ...section('calibration', [0], [1, 2, 3, 4, 5]),
  ];
}
