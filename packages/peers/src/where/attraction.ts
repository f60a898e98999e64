/** One number of the model of destinations, declared once. */
export interface AttractionDeclaration {
  readonly id: keyof Attraction;
  readonly title: string;
  readonly default: number;
  /** Values tried while fitting; a single one is not fitted. */
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
  /** spread between worlds of what a destination draws, sd of ln */
  readonly spread: number;
  /** after N days known: weight of the shares seen in them */
  readonly seenShare: number;
}

export const attractionDeclarations: readonly AttractionDeclaration[] = [
  {
    id: 'quietShare',
    title: 'Weight of residents of a place not in conflict, against one that is',
    default: 0.2,
    grid: [0.2],
    priorSdLog: 1,
    source: 'assumed: lists of places in conflict are never complete, and fear travels ahead',
  },
  {
    id: 'softeningKm',
    title: 'Softening of distance by road',
    default: 100,
    grid: [100],
    priorSdLog: 1,
    source: 'assumed: within a day or two of travel nearness decides little',
  },
  {
    id: 'distancePower',
    title: 'Power of distance by road',
    default: 2,
    grid: [1, 1.5, 2, 2.5, 3],
    priorSdLog: 0.25,
    source: 'the classical exponent of gravity, about which published fits scatter; fitted',
  },
  {
    id: 'countryShare',
    title: 'How far the camps of one country share its pull',
    default: 0.75,
    grid: [0.25, 0.5, 0.75, 1],
    priorSdLog: 0.5,
    source: 'people choose or reach a country first, a camp within it afterwards; fitted',
  },
  {
    id: 'provinceFactor',
    title: 'Pull of a destination that stands for a province or its chief town',
    default: 3,
    grid: [1, 2, 3, 5, 8],
    priorSdLog: 1,
    source: 'a province has many sites and its own people to stay with; fitted',
  },
  {
    id: 'spread',
    title: 'Spread between worlds of what a destination draws',
    default: 1,
    grid: [1],
    priorSdLog: 1,
    source:
      'assumed: what decides between two camps (kin, a road, a rumour) is mostly not in the data',
  },
  {
    id: 'seenShare',
    title: 'Weight of shares already seen, when the first days are known',
    default: 0.25,
    grid: [0.25],
    priorSdLog: 1,
    source: 'assumed: the first to flee have other means and goals than those who follow',
  },
];

export const defaultAttraction = Object.fromEntries(
  attractionDeclarations.map(({ id, default: value }) => [id, value]),
) as unknown as Attraction;
