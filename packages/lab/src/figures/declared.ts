import type { Direction, ObjectId } from '@asylia/security';

/** What a figure is about: the movement of people, or an object of security under a theory. */
export type About = 'movement' | ObjectId;

/** Whom a figure counts: everyone, or the groups that the state of origin drives out. */
export type Counts = 'everyone' | 'persecuted';

/** How a figure is taken from its days: the highest day, the last day, or the sum of all days. */
export type Taken = 'highestDay' | 'lastDay' | 'allDays';

/** Series that are counted: `people` names what is counted of each group. */
export type Counted =
  | { readonly of: 'stockInRegion' | 'stockInCountry' }
  | { readonly of: 'displacedInside' | 'waiting' | 'unsheltered' }
  | { readonly of: 'series'; readonly name: string }
  | { readonly of: 'deaths'; readonly cause: 'violence' | 'shortfall' };

/** One figure of the movement, declared for every case; by country where its id holds `{country}`. */
export interface MovementFigure {
  readonly id: string;
  /** Small letters at the start; `{country}` stands for the name of a country. */
  readonly title: string;
  readonly unit: 'persons' | 'person-days';
  readonly counts: Counts;
  readonly taken: Taken;
  readonly counted: Counted;
  /** Null where more of it is neither better nor worse by itself. */
  readonly direction: Direction | null;
}

const worse = 'moreIsWorse';
const persons = 'persons';
const everyone = 'everyone';

/**
 * The headline figures of the movement of people: the one list that comparisons, sensitivities,
 * the page and the report read. Two definitions of one thing are two rows with two titles.
 */
export const movementFigures: readonly MovementFigure[] = [
  {
    id: 'peak.region',
    title: 'most displaced persons of the persecuted groups in the region',
    ...{ unit: persons, counts: 'persecuted', taken: 'highestDay', direction: null },
    counted: { of: 'stockInRegion' },
  },
  {
    id: 'peak.{country}',
    title: 'most displaced persons of the persecuted groups in {country}',
    ...{ unit: persons, counts: 'persecuted', taken: 'highestDay', direction: null },
    counted: { of: 'stockInCountry' },
  },
  {
    id: 'peak.{country}.everyone',
    title: 'most displaced persons in {country}',
    ...{ unit: persons, counts: everyone, taken: 'highestDay', direction: null },
    counted: { of: 'stockInCountry' },
  },
  {
    id: 'waiting',
    title: 'most people waiting at frontiers',
    ...{ unit: persons, counts: everyone, taken: 'highestDay', direction: worse },
    counted: { of: 'waiting' },
  },
  {
    id: 'waiting.days',
    title: 'time spent waiting at frontiers',
    ...{ unit: 'person-days', counts: everyone, taken: 'allDays', direction: worse },
    counted: { of: 'waiting' },
  },
  {
    id: 'unsheltered',
    title: 'most people without shelter abroad',
    ...{ unit: persons, counts: everyone, taken: 'highestDay', direction: worse },
    counted: { of: 'unsheltered' },
  },
  {
    id: 'unsheltered.days',
    title: 'time spent without shelter abroad',
    ...{ unit: 'person-days', counts: everyone, taken: 'allDays', direction: worse },
    counted: { of: 'unsheltered' },
  },
  {
    id: 'inside.days',
    title: 'time spent displaced inside',
    ...{ unit: 'person-days', counts: everyone, taken: 'allDays', direction: worse },
    counted: { of: 'displacedInside' },
  },
  {
    id: 'evacuated',
    title: 'evacuated',
    ...{ unit: persons, counts: everyone, taken: 'lastDay', direction: null },
    counted: { of: 'series', name: 'evacuated' },
  },
  {
    id: 'irregular',
    title: 'moved on irregularly',
    ...{ unit: persons, counts: everyone, taken: 'lastDay', direction: null },
    counted: { of: 'series', name: 'irregular' },
  },
  {
    id: 'returned',
    title: 'returned',
    ...{ unit: persons, counts: everyone, taken: 'lastDay', direction: null },
    counted: { of: 'series', name: 'returned' },
  },
  {
    id: 'secondWave',
    title: 'people of other groups displaced later',
    ...{ unit: persons, counts: everyone, taken: 'lastDay', direction: worse },
    counted: { of: 'series', name: 'secondWave' },
  },
  {
    id: 'deaths.violence',
    title: 'killed',
    ...{ unit: persons, counts: everyone, taken: 'lastDay', direction: worse },
    counted: { of: 'deaths', cause: 'violence' },
  },
  {
    id: 'deaths.shortfall',
    title: 'dead by shortfall',
    ...{ unit: persons, counts: everyone, taken: 'lastDay', direction: worse },
    counted: { of: 'deaths', cause: 'shortfall' },
  },
];

/** What scenarios are compared by, in this order, on the same worlds. */
export const comparedFigures: readonly string[] = [
  'peak.{country}.everyone',
  'waiting.days',
  'unsheltered.days',
  'inside.days',
  'evacuated',
  'irregular',
  'returned',
  'deaths.violence',
  'deaths.shortfall',
];
