import {
  firstDaySituations,
  placeKinds,
  shelterLines,
  supplyLines,
  supplyUnits,
  violenceKinds,
} from '@asylia/engine';
import type { RowOf, Table } from './column.ts';

export type { CellType, Column, Reference, RowOf, Table } from './column.ts';

const text = { type: 'text', optional: true } as const;
const ratio = { type: 'number', low: 0, unit: 'ratio' } as const;
const country = { type: 'id', meaning: 'ISO 3166 alpha-3' } as const;
const share = { type: 'number', low: 0, high: 1, unit: 'share' } as const;

/** A column that holds one of some words. */
const choice = <const C extends readonly string[]>(choices: C, meaning: string) =>
  ({ type: 'choice', choices, meaning }) as const;

/** Columns at the end of every table: where the row comes from and how far to trust it. */
const provenance = {
  source: { type: 'id', names: 'source', meaning: 'where the figure was found' },
  source_detail: { ...text, meaning: 'page, date, or how it was computed' },
  flag: choice(
    ['read', 'memory', 'estimate'],
    'read in the source; from memory and not verified; computed or inferred',
  ),
} as const;

/** Most rows of a table whose ids other tables use. */
export const mostIds = 200_000;

const persons = { type: 'whole', low: 0, unit: 'persons' } as const;

/** The tables of a case, declared once: types, checks, JSON Schema, docs and template derive. */
export const tables = {
  places: {
    meaning: 'Settlements, crossings, towns, camps, and whole receiving states',
    key: ['id'],
    needsRows: true,
    mostRows: mostIds,
    columns: {
      id: { type: 'id', meaning: 'name used in the other tables' },
      name: { type: 'text', meaning: 'name shown' },
      name_other: { ...text, meaning: 'name in another language' },
      country: { type: 'id', meaning: 'ISO 3166 alpha-3 (XKX for Kosovo)' },
      region: { ...text, meaning: 'region within the state of origin' },
      kind: choice(placeKinds, 'what the place is'),
      lat: { type: 'number', low: -90, high: 90, unit: 'degrees', meaning: 'latitude, WGS 84' },
      lon: { type: 'number', low: -180, high: 180, unit: 'degrees', meaning: 'longitude, WGS 84' },
      frontier_km: {
        type: 'number',
        low: 0,
        high: 21000,
        unit: 'km',
        meaning: 'distance from the frontier of the state of origin',
      },
      pcode: { ...text, meaning: 'P-code, as text' },
      ...provenance,
    },
  },
  routes: {
    meaning: 'Ways between places, usable in both directions',
    key: ['from', 'to', 'mode'],
    needsRows: true,
    columns: {
      from: { type: 'id', names: 'place', meaning: 'one end' },
      to: { type: 'id', names: 'place', meaning: 'other end' },
      distance_km: { type: 'number', low: 0.01, high: 21000, unit: 'km', meaning: 'length' },
      mode: choice(
        ['road', 'rail', 'foot', 'sea', 'air'],
        'how one travels; nobody flees by sea or air of their own accord, such a route is drawn alone',
      ),
      note: { ...text, meaning: 'remark' },
      ...provenance,
    },
  },
  groups: {
    meaning: 'Who is where on the first day',
    key: ['place', 'group', 'situation'],
    needsRows: true,
    columns: {
      place: { type: 'id', names: 'place', meaning: 'where' },
      group: { type: 'id', names: 'group', meaning: 'who' },
      situation: choice(firstDaySituations, 'at home, displaced inside, or sheltered abroad'),
      persons: { ...persons, meaning: 'how many' },
      ...provenance,
    },
  },
  ties: {
    meaning: 'How strongly each country draws each group',
    key: ['group', 'country'],
    needsRows: true,
    columns: {
      group: { type: 'id', names: 'group', meaning: 'who' },
      country,
      weight: { ...ratio, meaning: 'pull when leaving home; 1 = neutral' },
      relocation_weight: {
        ...ratio,
        optional: true,
        meaning: 'pull for moves between neighbours; blank = 0',
      },
      return_weight: {
        ...ratio,
        optional: true,
        meaning: 'hazard of return from there, relative to others; blank = 1',
      },
      ...provenance,
    },
  },
  violence: {
    meaning: 'Spells of violence',
    key: ['id'],
    needsRows: false,
    columns: {
      id: { type: 'id', meaning: 'name of the spell: the key of its chance' },
      place: {
        type: 'id',
        names: 'placeOrRegion',
        meaning: 'a place, region:name, or * for all settlements',
      },
      group: { type: 'id', names: 'groupOrAll', meaning: 'a group, or * for all' },
      kind: choice(violenceKinds, 'what it does'),
      from: { type: 'date', meaning: 'first day' },
      to: { type: 'date', meaning: 'last day, included' },
      amount: { type: 'number', low: 0, meaning: 'how much, in the unit' },
      unit: choice(
        ['persons', 'events', 'per_person_per_day'],
        'persons affected or events in the whole spell, or a hazard',
      ),
      toward: {
        ...text,
        meaning:
          'ISO 3166 alpha-3 of the country to whose frontier people were driven; blank = free',
      },
      ...provenance,
    },
  },
  frontier: {
    meaning: 'Rules at the crossings',
    key: ['crossing', 'from', 'rule'],
    needsRows: false,
    columns: {
      crossing: {
        type: 'id',
        names: 'crossingOrCountry',
        meaning: 'a crossing, country:ISO3 for all crossings into it, or * for all',
      },
      from: { type: 'date', meaning: 'first day' },
      to: { type: 'date', optional: true, meaning: 'last day, included; blank = until the end' },
      rule: choice(
        ['open', 'closed', 'throughput', 'selective', 'held'],
        'all, none, a number a day, a share, or held at a pace that may be unknown',
      ),
      throughput_per_day: {
        type: 'number',
        low: 0,
        optional: true,
        unit: 'persons/day',
        meaning: 'most a day; blank = no limit (held: not known)',
      },
      admitted_share: { ...share, optional: true, meaning: 'share admitted under selective' },
      by: { ...text, meaning: 'who decided' },
      note: { ...text, meaning: 'remark' },
      ...provenance,
    },
  },
  hosting: {
    meaning: 'Shelter and supplies of towns and camps abroad, from a date on',
    key: ['place', 'line', 'from'],
    needsRows: false,
    columns: {
      place: { type: 'id', names: 'place', meaning: 'where' },
      line: choice([...shelterLines, 'relocation', ...supplyLines], 'which line'),
      from: { type: 'date', meaning: 'first day' },
      amount: { type: 'number', low: 0, meaning: 'how much, in the unit' },
      unit: choice(['persons', 'persons_per_day', ...supplyUnits], 'unit of the amount'),
      ...provenance,
    },
  },
  offers: {
    meaning: 'Places offered by states for people taken out of a country',
    key: ['id'],
    needsRows: false,
    columns: {
      id: { type: 'id', meaning: 'name of the offer' },
      programme: choice(
        ['evacuation', 'transfer'],
        'at the pace of the programme, or evenly between two dates',
      ),
      state: { type: 'id', meaning: 'ISO 3166 alpha-3 of the receiving state' },
      from: { type: 'date', meaning: 'first day' },
      to: { type: 'date', optional: true, meaning: 'last day, included; a transfer must have one' },
      places: { ...persons, meaning: 'places offered' },
      from_country: { type: 'id', meaning: 'ISO 3166 alpha-3 of the country they are taken from' },
      ...provenance,
    },
  },
  states: {
    meaning: 'Facts and policies of countries',
    key: ['country'],
    needsRows: true,
    mostRows: mostIds,
    columns: {
      country,
      name: { type: 'text', meaning: 'name shown' },
      role: choice(
        ['origin', 'neighbour', 'federation', 'receiving'],
        'federation = republic of the same federation as the origin',
      ),
      population: { ...persons, optional: true, meaning: 'residents' },
      gdp_usd: {
        type: 'number',
        low: 0,
        optional: true,
        unit: 'USD/year',
        meaning: 'current prices',
      },
      status_granted: choice(
        ['convention', 'temporary', 'nonRefoulement', 'none'],
        'what the displaced are granted there',
      ),
      status_share: {
        ...share,
        optional: true,
        meaning: 'share of the displaced there who hold it',
      },
      asylum_applications: {
        ...persons,
        optional: true,
        meaning: 'by nationals of the origin in the year',
      },
      recognition_share: {
        ...share,
        optional: true,
        meaning: 'share of claims that end in Convention status',
      },
      ...provenance,
    },
  },
  societies: {
    meaning:
      'What receiving societies are to the displaced; a country without a row has no kin and no union',
    key: ['country'],
    needsRows: false,
    optional: true,
    columns: {
      country: { type: 'id', names: 'country', meaning: 'ISO 3166 alpha-3' },
      union: { ...text, meaning: 'union of states whose members are one object of security' },
      intervened: choice(
        ['yes', 'no'],
        'whether the state took part in an armed intervention in the crisis',
      ),
      kin_share: {
        ...share,
        optional: true,
        meaning: 'share of residents who are kin of the persecuted group; blank = none known',
      },
      kin_excluded: {
        ...share,
        optional: true,
        meaning: 'how far these kin are kept from power there: 0 equal standing, 1 excluded',
      },
      shared_enemy: {
        ...share,
        optional: true,
        meaning: 'how far the society sees the persecutor as its own enemy; blank = not known',
      },
      ...provenance,
    },
  },
  return: {
    meaning: 'When home became safe',
    key: ['place', 'group'],
    needsRows: false,
    columns: {
      place: { type: 'id', names: 'placeOrRegion', meaning: 'a place, region:name, or *' },
      group: { type: 'id', names: 'groupOrAll', meaning: 'a group, or *' },
      safe_from: {
        type: 'date',
        optional: true,
        meaning: 'first safe day; blank = not in the period',
      },
      homes_destroyed_share: { ...share, optional: true, meaning: 'share of homes not habitable' },
      ...provenance,
    },
  },
  record: {
    meaning: 'What was observed, for comparison',
    key: ['date', 'place', 'group', 'measure', 'source', 'source_detail'],
    needsRows: false,
    columns: {
      date: { type: 'date', meaning: 'day of the figure' },
      place: { type: 'id', names: 'recordPlace', meaning: 'a country, a place, region:name, or *' },
      group: { type: 'text', optional: true, meaning: 'a group; blank = all' },
      measure: choice(
        [
          'stock',
          'stock_and_waiting',
          'entries',
          'evacuated_cum',
          'returned_cum',
          'second_wave_cum',
          ...shelterLines,
          'idp_stock',
          'outflow_cum',
          'waiting',
          'left_home_cum',
          'deaths_per_1000_month',
          'expelled_share',
          'irregular_day',
        ],
        'what was counted',
      ),
      value: { type: 'number', low: 0, meaning: 'the figure' },
      low: {
        type: 'number',
        low: 0,
        optional: true,
        meaning: 'lower figure, where sources differ',
      },
      high: { type: 'number', low: 0, optional: true, meaning: 'higher figure' },
      comparable: choice(['yes', 'no'], 'no = shown, not scored'),
      note: { ...text, meaning: 'remark; why it is not comparable' },
      ...provenance,
    },
  },
  incidents: {
    meaning: 'Events worth showing beside the series',
    key: ['date', 'place', 'description'],
    needsRows: false,
    columns: {
      date: { type: 'date', meaning: 'day' },
      place: { type: 'text', meaning: 'where, as printed' },
      country,
      kind: { type: 'text', meaning: 'what kind' },
      persons_harmed: { ...persons, optional: true, meaning: 'killed or wounded, where known' },
      description: { type: 'text', meaning: 'what happened' },
      ...provenance,
    },
  },
  sources: {
    meaning: 'Where the rows come from',
    key: ['id'],
    needsRows: true,
    mostRows: mostIds,
    columns: {
      id: { type: 'id', meaning: 'name used in the other tables' },
      title: { type: 'text', meaning: 'full title' },
      publisher: { ...text, meaning: 'who published it' },
      date: { ...text, meaning: 'when' },
      locator: { ...text, meaning: 'where it was found' },
      licence: { ...text, meaning: 'licence or terms' },
      terms: { ...text, meaning: 'what its keepers ask' },
    },
  },
} as const satisfies Readonly<Record<string, Table>>;

export type TableName = keyof typeof tables;
export const tableNames = Object.keys(tables) as TableName[];
export type Rows = { readonly [N in TableName]: readonly RowOf<(typeof tables)[N]>[] };
export type Row<N extends TableName> = Rows[N][number];
