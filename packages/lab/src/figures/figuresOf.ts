import type { Case } from '@asylia/cases';
import { compileSocietyContext } from '@asylia/cases';
import type { World } from '@asylia/engine';
import { hostingCountries } from '@asylia/engine';
import type { Measure } from '@asylia/security';
import { headlinesOf, measuresOf, objectsOf } from '@asylia/security';
import { settingOf } from '../observe.ts';
import type { About, Counts, MovementFigure, Taken } from './declared.ts';
import { movementFigures } from './declared.ts';

/** One number of a run that a user can ask about. Plain values. */
export interface Figure {
  /** Such as peak.region, peak.ALB, deaths.shortfall, or a measure: host.armedConflict.MKD. */
  readonly id: string;
  /** Label where there is little room: that of a measure, else the id. */
  readonly code: string;
  readonly title: string;
  readonly unit: string;
  readonly about: About;
}

/** A figure of the movement in a case, with all that it takes to read it from a run. */
export interface RunFigure extends Figure {
  /** Row of the list of figures that it comes from. */
  readonly declared: string;
  /** Country that it is about; '' = everywhere. */
  readonly country: string;
  readonly counts: Counts;
  readonly taken: Taken;
  readonly direction: MovementFigure['direction'];
  /** Series whose sum it is taken from; those that a run has not count as nobody. */
  readonly series: readonly string[];
}

/**
 * The figures of the movement in a case, in the order of the list; who is persecuted is said by
 * `settingOf`. The region is the countries that the record counts; where it counts none, all that
 * can host.
 * @param source the case without a scenario
 * @param world of the case with its scenario
 */
export function figuresOfRun(source: Case, world: World): RunFigure[] {
  const setting = settingOf(source, world);
  const isHost = hostingCountries(world);
  const hosts = source.tables.states
    .map((row) => row.country)
    .filter((id) => isHost[world.countryIds.indexOf(id)]);
  const region = setting.countries.length > 0 ? setting.countries : hosts;
  const crossings = world.placeIds.filter((_, place) => world.placeKind[place] === 'crossing');
  const names = new Map(source.tables.states.map((row) => [row.country, row.name]));
  const seriesOf = ({ counted, counts }: MovementFigure, country: string): string[] => {
    const groups = counts === 'persecuted' ? setting.persecuted : world.groupIds;
    const stock = (place: string) => groups.map((group) => `stock.${place}.${group}`);
    switch (counted.of) {
      case 'stockInRegion':
        return region.flatMap(stock);
      case 'stockInCountry':
        return stock(country);
      case 'displacedInside':
        return groups.map((group) => `idp.${group}`);
      case 'waiting':
        return crossings.map((id) => `waiting.${id}`);
      case 'unsheltered':
        return hosts.map((id) => `shelter.${id}.unsheltered`);
      case 'deaths':
        return groups.map((group) => `deaths.${group}.${counted.cause}`);
      case 'series':
        return [counted.name];
    }
  };
  return movementFigures.flatMap((declared) => {
    const { id, title, unit, counts, taken, direction } = declared;
    const places = id.includes('{country}') ? hosts : [''];
    return places.map((country) => ({
      id: id.replace('{country}', country),
      code: id.replace('{country}', country),
      title: title.replace('{country}', names.get(country) ?? country),
      ...{ unit, about: 'movement' as const, declared: id, country, counts, taken, direction },
      series: seriesOf(declared, country),
    }));
  });
}

/**
 * Headline measures of each object, in the order of the article's table.
 * @param outcomes all measures of a case; `index` of a figure is the place in this list
 */
export function measureFigures(outcomes: readonly Measure[]): (Figure & { index: number })[] {
  return objectsOf(outcomes).flatMap((about) =>
    headlinesOf(about, outcomes).map(({ id, code, title, unit }) => ({
      ...{ id, code, title, unit, about },
      index: outcomes.findIndex((one) => one.id === id),
    })),
  );
}

/**
 * Everything a user can ask about: of the movement of people, and the headline measures of each
 * object of security, which say something under a theory only.
 */
export function figuresOf(source: Case, world: World): Figure[] {
  const measures = measuresOf(compileSocietyContext(source, world));
  return [...figuresOfRun(source, world), ...measureFigures(measures)].map(named);
}

/** A figure without the way to it. */
export const named = ({ id, code, title, unit, about }: Figure): Figure => ({
  ...{ id, code, title, unit, about },
});
