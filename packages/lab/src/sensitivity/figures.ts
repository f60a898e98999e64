import type { Case } from '@asylia/cases';
import { compileStakes } from '@asylia/cases';
import type { Series, World } from '@asylia/engine';
import type { Measure, ObjectId } from '@asylia/security';
import { headlinesOf, measuresOf, objectsOf } from '@asylia/security';
import { indexNames, settingOf } from '../observe.ts';

/** One number of a run that a user can ask about. */
export interface Figure {
  /** Such as peak.region, peak.ALB, deaths.shortfall, or a measure: host.armedConflict.MKD. */
  readonly id: string;
  /** Label where there is little room: that of a measure, else the id. */
  readonly code: string;
  readonly title: string;
  readonly unit: string;
  /** What it is about: the movement of people, or an object of security under a theory. */
  readonly about: 'movement' | ObjectId;
}

/** A figure with the way to it: from the series of a run, or from the measures of a theory. */
export interface FigureReader extends Figure {
  readonly read: (series: Series, measures: Float64Array | null) => number;
}

/** The figure that is asked about when none is named. */
export const regionPeak = 'peak.region';

/**
 * Everything a user can ask about: of the movement of people, and the headline measures of each
 * object of security, which say something under a theory only.
 */
export function figuresOf(source: Case, world: World): Figure[] {
  const measures = measuresOf(compileStakes(source, world));
  return [...movementFigures(source, world), ...measureFigures(measures)].map(
    ({ id, code, title, unit, about }) => ({ id, code, title, unit, about }),
  );
}

/**
 * Figures of the movement, in persons. The displaced in a country are those that the record
 * counts there: of the groups that the state of origin drives out; where it drives out nobody, all.
 */
export function movementFigures(source: Case, world: World): FigureReader[] {
  const setting = settingOf(source, world);
  const groups = setting.persecuted.length > 0 ? setting.persecuted : world.groupIds;
  const names = new Map(source.tables.states.map((row) => [row.country, row.name]));
  const hosts = hostsOf(world);
  const region = setting.countries.length > 0 ? setting.countries : hosts;
  const stocks = (countries: readonly string[]) =>
    countries.flatMap((country) => groups.map((group) => `stock.${country}.${group}`));
  const figure = (id: string, title: string, read: FigureReader['read']): FigureReader => ({
    id,
    code: id,
    title,
    unit: 'persons',
    about: 'movement',
    read,
  });
  const crossings = world.placeIds.filter((_, place) => world.placeKind[place] === 'crossing');
  return [
    figure(regionPeak, 'Most displaced persons in the region', (series) =>
      mostOf(series, stocks(region)),
    ),
    ...hosts.map((country) =>
      figure(
        `peak.${country}`,
        `Most displaced persons in ${names.get(country) ?? country}`,
        (series) => mostOf(series, stocks([country])),
      ),
    ),
    figure('deaths.shortfall', 'Deaths by shortfall', (series) =>
      lastOf(
        series,
        world.groupIds.map((group) => `deaths.${group}.shortfall`),
      ),
    ),
    figure('evacuated', 'Evacuated', (series) => lastOf(series, ['evacuated'])),
    figure('returned', 'Returned by the last day', (series) => lastOf(series, ['returned'])),
    figure('waiting', 'Most people waiting at frontiers', (series) =>
      mostOf(
        series,
        crossings.map((id) => `waiting.${id}`),
      ),
    ),
    figure('secondWave', 'People of other groups displaced in their turn', (series) =>
      lastOf(series, ['secondWave']),
    ),
  ];
}

/** Headline measures of each object, in the order of the article's table. */
export function measureFigures(outcomes: readonly Measure[]): FigureReader[] {
  return objectsOf(outcomes).flatMap((object) =>
    headlinesOf(object, outcomes).map(({ id, code, title, unit }) => {
      const index = outcomes.findIndex((one) => one.id === id);
      return {
        id,
        code,
        title,
        unit,
        about: object,
        read: (_: Series, measures: Float64Array | null) => measures?.[index] ?? Number.NaN,
      };
    }),
  );
}

/** Countries in whose towns and camps people can find refuge. */
function hostsOf(world: World): string[] {
  return world.countryIds.filter(
    (_, country) =>
      country !== world.originCountry &&
      world.placeKind.some(
        (kind, place) =>
          (kind === 'town' || kind === 'camp') && world.placeCountry[place] === country,
      ),
  );
}

/** Largest sum of some series on any day. */
function mostOf(series: Series, names: readonly string[]): number {
  const total = totalOf(series, names);
  return total.reduce((most, n) => Math.max(most, n), 0);
}

/** Sum of some series on the last day. */
function lastOf(series: Series, names: readonly string[]): number {
  return totalOf(series, names)[series.days - 1] ?? 0;
}

/** [day] sum of some series; series that do not exist count as nobody. */
function totalOf(series: Series, names: readonly string[]): Float64Array {
  const at = indexNames(series.names);
  const total = new Float64Array(series.days);
  for (const name of names) {
    const index = at.get(name);
    if (index === undefined) continue;
    for (let day = 0; day < series.days; day++)
      total[day]! += series.values[index * series.days + day]!;
  }
  return total;
}
