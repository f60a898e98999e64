/** One number of the model of destinations, declared once. */
export interface AttractionDeclaration {
  readonly id: keyof Attraction;
  readonly title: string;
  readonly default: number;
  /** Which scores it is fitted on: blind, capacities given, or what the bands hold. */
  readonly fittedOn: 'blind' | 'given' | 'bands' | null;
  /** Values tried while fitting. */
  readonly grid: readonly number[];
  /** sd of ln about the default while fitting */
  readonly priorSdLog: number;
  readonly source: string;
}

/** How strongly places abroad draw people. */
export interface Attraction {
  /** weight of residents of a place that is not in conflict, against one that is */
  readonly quietShare: number;
  readonly softeningKm: number;
  readonly distancePower: number;
  /** 0: every camp counts; 1: the camps of a country share what one would have */
  readonly countryShare: number;
  /** how much more a destination draws that stands for a province or its chief town */
  readonly provinceFactor: number;
  /** with capacities known: power of distance, and of a camp's capacity in what it draws */
  readonly roomDistancePower: number;
  readonly sizePower: number;
  /** spread between worlds of what a destination draws, sd of ln; the same with capacities known */
  readonly spread: number;
  readonly spreadGiven: number;
  /** spread between worlds of a camp's count a year after the last that is known, sd of ln */
  readonly drift: number;
  /** after N days known: weight of the shares seen in them */
  readonly seenShare: number;
}

export const attractionDeclarations: readonly AttractionDeclaration[] = [
  {
    id: 'quietShare',
    title: 'Weight of residents of a place not in conflict, against one that is',
    default: 0.2,
    fittedOn: null,
    grid: [0.2],
    priorSdLog: 1,
    source: 'assumed: lists of places in conflict are never complete, and fear travels ahead',
  },
  {
    id: 'softeningKm',
    title: 'Softening of distance by road',
    default: 100,
    fittedOn: null,
    grid: [100],
    priorSdLog: 1,
    source: 'assumed: within a day or two of travel nearness decides little',
  },
  {
    id: 'distancePower',
    title: 'Power of distance by road',
    default: 2,
    fittedOn: 'blind',
    grid: [1, 1.5, 2, 2.5, 3],
    priorSdLog: 0.25,
    source: 'the classical exponent of gravity, about which published fits scatter; fitted',
  },
  {
    id: 'countryShare',
    title: 'How far the camps of one country share its pull',
    default: 0.75,
    fittedOn: 'blind',
    grid: [0.25, 0.5, 0.75, 1],
    priorSdLog: 0.5,
    source: 'people choose or reach a country first, a camp within it afterwards; fitted',
  },
  {
    id: 'provinceFactor',
    title: 'Pull of a destination that stands for a province or its chief town',
    default: 3,
    fittedOn: 'blind',
    grid: [1, 2, 3, 5, 8],
    priorSdLog: 1,
    source: 'a province has many sites and its own people to stay with; fitted',
  },
  {
    id: 'roomDistancePower',
    title: 'Power of distance by road, when capacities are known',
    default: 2,
    fittedOn: 'given',
    grid: [1, 1.5, 2, 2.5, 3],
    priorSdLog: 0.25,
    source:
      'as above: the nearest camps fill first, those behind them when no room is left; fitted',
  },
  {
    id: 'sizePower',
    title: 'Power of its capacity in what a camp draws',
    default: 1,
    fittedOn: 'given',
    grid: [0.25, 0.5, 0.75, 1],
    priorSdLog: 0.5,
    source:
      'in proportion, or less: people know of a camp before it has its size, and sites are enlarged because they fill; fitted',
  },
  {
    id: 'spread',
    title: 'Spread between worlds of what a destination draws',
    default: 1,
    fittedOn: 'bands',
    grid: [0.5, 0.75, 1, 1.25, 1.5, 2],
    priorSdLog: 1,
    source:
      'what decides between two camps (kin, a road, a rumour) is mostly not in the data; fitted so that bands hold what they say',
  },
  {
    id: 'spreadGiven',
    title: 'The same when capacities are known',
    default: 1,
    fittedOn: 'bands',
    grid: [0.5, 0.75, 1, 1.25, 1.5, 2],
    priorSdLog: 1,
    source:
      'a capacity tells part of what else is scatter; fitted so that bands hold what they say',
  },
  {
    id: 'drift',
    title: "Spread between worlds of a camp's count, a year after the last that is known",
    default: 0.5,
    fittedOn: 'bands',
    grid: [0.25, 0.5, 0.75, 1, 1.25],
    priorSdLog: 1,
    source:
      'people move on, authorities move them, registers are cleaned; grows with the root of time; fitted so that bands hold what they say',
  },
  {
    id: 'seenShare',
    title: 'Weight of shares already seen, when the first days are known',
    default: 0.25,
    fittedOn: null,
    grid: [0.25],
    priorSdLog: 1,
    source: 'assumed: the first to flee have other means and goals than those who follow',
  },
];

export const defaultAttraction = Object.fromEntries(
  attractionDeclarations.map(({ id, default: value }) => [id, value]),
) as unknown as Attraction;
