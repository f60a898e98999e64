import { keyOf } from '@asylia/cases';
import type { JourneyClosure, JourneyNetwork, JourneyRoad, Observed } from '@asylia/destinations';
import type { FleeCase } from './model.ts';
import { isCamp, kindOfType } from './model.ts';
import { arrivalsOf } from './observed.ts';

/** A conflict of Flee as a journey network. With `blind`, no capacity of any camp is known. */
export function networkOf(
  flee: FleeCase,
  observed: Observed,
  options: { readonly blind: boolean } = { blind: false },
): JourneyNetwork {
  const index = new Map(flee.locations.map((location, i) => [location.name, i]));
  const countries = new Map<string, number>();
  for (const { country } of flee.locations) {
    if (!countries.has(country)) countries.set(country, countries.size);
  }
  const countryOf = (name: string) => countries.get(name) ?? -1;
  const camps = new Map(observed.camps.map((name, c) => [name, c]));
  return {
    days: flee.days,
    placeIds: flee.locations.map((location) => location.name),
    placeKey: Uint32Array.from(flee.locations, (location) => keyOf(location.name)),
    placeKind: flee.locations.map((location) => kindOfType(location.type)),
    placeCountry: Int32Array.from(flee.locations, (l) => countryOf(l.country)),
    population: Float64Array.from(flee.locations, (l) =>
      isCamp(l) ? 0 : Math.max(0, l.population),
    ),
    capacity: Float64Array.from(flee.locations, (l) =>
      isCamp(l) && !options.blind ? l.population : -1,
    ),
    roads: flee.roads.flatMap(({ from, to, km, forced, attributes }): JourneyRoad[] => {
      const speed = Number(attributes.max_move_speed ?? Number.NaN);
      const road = {
        from: index.get(from)!,
        to: index.get(to)!,
        km,
        kmPerDay: speed > 0 ? speed : Number.NaN,
      };
      return forced === 1 ? [road, road] : [road];
    }),
    closures: flee.closures.flatMap((closure): JourneyClosure[] => {
      const fromDay = closure.fromDay;
      const toDay = closure.toDay < 0 ? Number.POSITIVE_INFINITY : closure.toDay;
      switch (closure.type) {
        case 'country': {
          const [one, other] = [countryOf(closure.one), countryOf(closure.other)];
          return [{ what: 'countries', one, other, fromDay, toDay }];
        }
        case 'location':
          return [{ what: 'place', place: index.get(closure.one)!, fromDay, toDay }];
        case 'camp':
        case 'idpcamp':
          return [{ what: 'camp', place: index.get(closure.one)!, fromDay, toDay }];
        default:
          return [];
      }
    }),
    conflict: flee.conflict,
    initial: Float64Array.from(flee.locations, (location) => {
      const camp = camps.get(location.name);
      const known = Number(location.attributes.initial_idps ?? 0) || 0;
      return camp === undefined ? 0 : observed.counts[camp * flee.days]! + known;
    }),
    arrivals: arrivalsOf(observed.total),
  };
}
