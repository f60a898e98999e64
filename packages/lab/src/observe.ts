import type { Case, Row } from '@asylia/cases';
import { dayNumber } from '@asylia/cases';
import type { World } from '@asylia/engine';
import { persecutedGroups, shelterLines } from '@asylia/engine';

/** Reads a series on a day; 0 before the first day and for series that do not exist. */
export interface Reader {
  (series: string, day: number): number;
  /** [day] a whole series; null for those that do not exist */
  readonly row: (series: string) => ArrayLike<number> | null;
}

/** What an observation needs to know of a crisis, apart from the series. */
export interface Setting {
  readonly firstDay: number;
  readonly days: number;
  readonly lagDays: number;
  /** Countries at whose frontier the estimates of people leaving home were made. */
  readonly leftHomeSeenIn: readonly string[];
  readonly groups: readonly string[];
  /**
   * Groups that the state of origin drives out by the record of the case, in every scenario the
   * same: those whom the counts of refugees mean. All groups where it drives out none.
   */
  readonly persecuted: readonly string[];
  readonly regions: readonly string[];
  /** Countries whose stock the record follows: together they are the region. */
  readonly countries: readonly string[];
  /** Crossings that lead to each country. */
  readonly crossingsInto: ReadonlyMap<string, readonly string[]>;
}

/**
 * What it takes to read the curves of the record from a run.
 * @param source the case without a scenario
 * @param world of the case with its scenario
 */
export function settingOf(source: Case, world: World): Setting {
  const { groupIds } = world;
  const violence = source.tables.violence.map(({ kind, group }) => ({
    kind,
    group: groupIds.indexOf(group),
  }));
  const drivenOut = persecutedGroups({ groupIds, violence });
  const persecuted = groupIds.filter((_, g) => drivenOut[g]);
  const countries = new Set(
    source.tables.record.flatMap((row) =>
      row.measure === 'stock' && row.comparable === 'yes' && world.countryIds.includes(row.place)
        ? [row.place]
        : [],
    ),
  );
  const crossingsInto = new Map<string, string[]>();
  for (const { crossing, to } of world.entryRoutes) {
    if (crossing < 0) continue;
    const country = world.countryIds[world.placeCountry[to]!]!;
    const list = crossingsInto.get(country) ?? [];
    const id = world.placeIds[crossing]!;
    if (!list.includes(id)) list.push(id);
    crossingsInto.set(country, list);
  }
  return {
    firstDay: dayNumber(source.start),
    days: world.days,
    lagDays: source.recordLagDays,
    leftHomeSeenIn: source.leftHomeSeenIn === '' ? world.countryIds : [source.leftHomeSeenIn],
    groups: groupIds,
    persecuted: persecuted.length > 0 ? persecuted : groupIds,
    regions: world.regionIds,
    countries: [...countries],
    crossingsInto,
  };
}

/** Measures that are printed with the date of a bulletin, after the state of things. */
const printedLater = new Set<string>([
  'stock',
  'stock_and_waiting',
  'evacuated_cum',
  'returned_cum',
  'second_wave_cum',
  'outflow_cum',
  ...shelterLines,
]);

/** Day of the simulation that a row of the record speaks of. */
export function dayOfRow(
  row: Pick<Row<'record'>, 'date' | 'measure'>,
  setting: Pick<Setting, 'firstDay' | 'lagDays'>,
): number {
  const day = dayNumber(row.date) - setting.firstDay;
  return printedLater.has(row.measure) ? day - setting.lagDays : day;
}

/** Name of the curve that a row of the record belongs to: what charts and checks refer to. */
export function seriesOfRow(row: Pick<Row<'record'>, 'place' | 'measure'>): string {
  return row.place === '*' ? row.measure : `${row.measure}.${row.place}`;
}

/** A curve that is a sum of sums of series: names by group. */
type Sums = readonly (readonly string[])[];

/** Names made once: a curve is read on every day of every world. */
const knownSums = new WeakMap<Setting, Map<string, Sums | null>>();

/**
 * What the model says to an observation. Pure.
 * @param curve measure, or measure.place
 * @returns NaN for a measure that the model has no counterpart for
 */
export function observe(read: Reader, setting: Setting, curve: string, day: number): number {
  const groups = sumsOf(setting, curve);
  if (groups) {
    let total = 0;
    for (const names of groups) {
      let sum = 0;
      for (const name of names) sum += read(name, day);
      total += sum;
    }
    return total;
  }
  const [measure, place] = partsOf(curve);
  switch (measure) {
    case 'left_home_cum': {
      return leftHomeSeries(setting, place).reduce(
        (left, name) => left + upTo(read, setting, name, day),
        0,
      );
    }
    case 'deaths_per_1000_month':
      return deathsPer1000Month(read, setting, day);
    case 'expelled_share':
      return expelledShare(read, setting, day);
    default:
      return Number.NaN;
  }
}

/** Flows whose running totals make up the people who left home in a place. */
export function leftHomeSeries(setting: Setting, place: string): string[] {
  const region = place.slice('region:'.length);
  return setting.leftHomeSeenIn.map((country) => `left.${region}.to.${country}`);
}

/** Running totals of deaths of the persecuted groups. */
export function deathSeries(setting: Setting): string[] {
  return setting.persecuted.flatMap((group) =>
    ['violence', 'shortfall', 'natural'].map((cause) => `deaths.${group}.${cause}`),
  );
}

/** Measure and place of a curve; `*` stands for everywhere. */
export function partsOf(curve: string): readonly [measure: string, place: string] {
  const dot = curve.indexOf('.');
  return dot < 0 ? [curve, '*'] : [curve.slice(0, dot), curve.slice(dot + 1)];
}

/** The sums of sums of series that a curve is; null for a curve that is none. */
export function sumsOf(setting: Setting, curve: string): Sums | null {
  let known = knownSums.get(setting);
  if (!known) {
    known = new Map();
    knownSums.set(setting, known);
  }
  let sums = known.get(curve);
  if (sums === undefined) {
    sums = makeSums(setting, ...partsOf(curve));
    known.set(curve, sums);
  }
  return sums;
}

function makeSums(setting: Setting, measure: string, place: string): Sums | null {
  const stockOf = (country: string) => setting.persecuted.map((g) => `stock.${country}.${g}`);
  switch (measure) {
    case 'stock':
      return place === '*' ? setting.countries.map(stockOf) : [stockOf(place)];
    case 'stock_and_waiting':
      return [
        stockOf(place),
        (setting.crossingsInto.get(place) ?? []).map((id) => `waiting.${id}`),
      ];
    case 'entries':
    case 'waiting':
      return [[`${measure}.${place}`]];
    case 'evacuated_cum':
      return [[place === '*' ? 'evacuated' : `evacuated.${place}`]];
    case 'returned_cum':
      return [[place === '*' ? 'returned' : `returned.${place}`]];
    case 'second_wave_cum':
      return [[place === '*' ? 'secondWave' : `secondWave.to.${place}`]];
    case 'outflow_cum':
      // Those held in the field at a frontier were counted as gone by the bulletins.
      return [
        ['outflow'],
        [...new Set([...setting.crossingsInto.values()].flat())].map((id) => `waiting.${id}`),
      ];
    case 'hostFamily':
    case 'centre':
    case 'camp':
      return [[`shelter.${place}.${measure}`]];
    case 'idp_stock':
      return [setting.persecuted.map((g) => `idp.${g}`)];
    default:
      return null;
  }
}

/** Deaths of the persecuted groups in the 30 days up to the day, per 1,000 of them. */
function deathsPer1000Month(read: Reader, setting: Setting, day: number): number {
  const dead = deathSeries(setting).reduce(
    (n, name) => n + read(name, day) - read(name, day - 30),
    0,
  );
  const people = read('people', 0);
  return people > 0 ? (1000 * dead) / people : Number.NaN;
}

/** Share expelled outright among all who set out abroad up to the day. */
function expelledShare(read: Reader, setting: Setting, day: number): number {
  let expelled = 0;
  let fled = 0;
  for (const region of setting.regions) {
    expelled += upTo(read, setting, `left.${region}.expelled`, day);
    fled += upTo(read, setting, `left.${region}.fled`, day);
  }
  return expelled + fled > 0 ? expelled / (expelled + fled) : Number.NaN;
}

/** Running totals of flows that have been asked for, by reader. */
const runningTotals = new WeakMap<Reader, Map<string, Float64Array>>();

/** Sum of a flow from the first day up to a day, included. */
function upTo(read: Reader, setting: Setting, series: string, day: number): number {
  if (day < 0) return 0;
  let known = runningTotals.get(read);
  if (!known) {
    known = new Map();
    runningTotals.set(read, known);
  }
  let totals = known.get(series);
  if (!totals) {
    totals = new Float64Array(setting.days);
    let sum = 0;
    for (let d = 0; d < setting.days; d++) {
      sum += read(series, d);
      totals[d] = sum;
    }
    known.set(series, totals);
  }
  return totals[Math.min(day, setting.days - 1)]!;
}

/** A reader over the block of one world; adds `people`: the persecuted groups on the first day. */
export function readerOf(
  names: ReadonlyMap<string, number>,
  values: Float32Array | Float64Array,
  days: number,
  people: number,
): Reader {
  const read = (series: string, day: number) => {
    if (series === 'people') return people;
    const index = names.get(series);
    if (index === undefined || day < 0) return 0;
    return values[index * days + Math.min(day, days - 1)]!;
  };
  const row = (series: string) => {
    const index = names.get(series);
    return index === undefined ? null : values.subarray(index * days, (index + 1) * days);
  };
  return Object.assign(read, { row });
}

/** Position of each series. */
export function indexNames(names: readonly string[]): Map<string, number> {
  return new Map(names.map((name, index) => [name, index]));
}

/** People of the persecuted groups on the first day, wherever they stand. */
export function persecutedPeople(world: World, setting: Setting): number {
  const groups = world.groupIds.length;
  let people = 0;
  for (let i = 0; i < world.initial.length; i++) {
    if (setting.persecuted.includes(world.groupIds[i % groups]!)) people += world.initial[i]!;
  }
  return people;
}

export type FitWindow = 'fit' | 'holdout';

/** Measures of return and of the second wave have a fit window of their own. */
const returnMeasures = new Set(['returned_cum', 'second_wave_cum']);

/** Whether a figure may be used for fitting: its date lies in a fit window of the case. */
export function windowOf(source: Case, row: Pick<Row<'record'>, 'date' | 'measure'>): FitWindow {
  const inside = source.fit.some(
    ({ from, until }) =>
      row.date <= until &&
      (from === undefined
        ? !returnMeasures.has(row.measure)
        : returnMeasures.has(row.measure) && row.date >= from),
  );
  return inside ? 'fit' : 'holdout';
}
