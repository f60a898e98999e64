import type { ParameterDeclaration } from '../parameters/declaration.ts';

/** A line of supply: a stock or a daily flow at a place, held against a standard per person. */
type SupplyDeclaration = {
  readonly id: string;
  /** Unit of an amount in the tables of a case. */
  readonly unit: string;
} & (
  | {
      /** Unit of supply, need and standard where they are shown for one person. */
      readonly unitPerPerson: string;
      /** What one person needs. */
      readonly standard: ParameterDeclaration;
    }
  /** What people pay, not what they are given: no card, policy or shortfall counts it. */
  | { readonly standard: null }
);

/**
 * The lines of supply, in the order in which they are kept and shown. To add one is to add a row
 * here and its words: parameters, tables of a case, needs, cards of places and policies derive.
 */
const table = [
  {
    id: 'water',
    unit: 'litres_per_day',
    unitPerPerson: 'litres per person a day',
    standard: {
      id: 'waterLitresPerPersonPerDay',
      symbol: 'std_w',
      title: 'Standard: drinking and washing water',
      unit: 'litres per person a day',
      default: 15,
      low: 7,
      high: 20,
      prior: { kind: 'fixed' },
      source: 'Sphere; UNHCR WASH manual: at least 15 in an emergency',
      mark: 'published',
    },
  },
  {
    id: 'food',
    unit: 'rations_per_day',
    unitPerPerson: 'rations per person a day',
    standard: {
      id: 'foodRationsPerPersonPerDay',
      symbol: 'std_f',
      title: 'Standard: food rations',
      unit: 'rations per person a day',
      default: 1,
      low: 0,
      high: 1,
      prior: { kind: 'fixed' },
      source: 'Sphere: 2,100 kcal per person a day is one ration',
      mark: 'published',
    },
  },
  {
    id: 'documents',
    unit: 'documents',
    unitPerPerson: 'documents per person',
    standard: {
      id: 'documentsPerPerson',
      symbol: 'std_d',
      title: 'Standard: persons who hold a document, of all',
      unit: 'documents per person',
      default: 1,
      low: 0,
      high: 1,
      prior: { kind: 'fixed' },
      source: 'UNHCR: registration of all, documents for every adult',
      mark: 'published',
    },
  },
  {
    id: 'education',
    unit: 'places',
    unitPerPerson: 'school places per person',
    standard: {
      id: 'schoolPlacesPerPerson',
      symbol: 'std_e',
      title: 'Standard: school places per displaced person (share of school age)',
      unit: 'places per person',
      default: 0.25,
      low: 0,
      high: 0.5,
      prior: { kind: 'fixed' },
      source: 'Sphere: a place for each child of 6 to 17; their share of the population is assumed',
      mark: 'assumed',
    },
  },
  {
    id: 'health',
    unit: 'posts',
    unitPerPerson: 'posts per person',
    standard: {
      id: 'healthPostsPerPerson',
      symbol: 'std_h',
      title: 'Standard: basic health units',
      unit: 'posts per person',
      default: 0.0001,
      low: 0,
      high: 0.001,
      prior: { kind: 'fixed' },
      source: 'Sphere: one basic health unit for 10,000 persons',
      mark: 'published',
    },
  },
  {
    id: 'employment',
    unit: 'jobs',
    unitPerPerson: 'jobs per person',
    standard: {
      id: 'jobsPerPerson',
      symbol: 'std_j',
      title: 'Standard: jobs per displaced person (share who would work)',
      unit: 'jobs per person',
      default: 0.3,
      low: 0,
      high: 0.6,
      prior: { kind: 'fixed' },
      source: 'no standard exists; share of adults who would work, assumed',
      mark: 'assumed',
    },
  },
  { id: 'taxes', unit: 'usd_per_year', standard: null },
] as const satisfies readonly SupplyDeclaration[];
type Row = (typeof table)[number];
type GivenRow = Exclude<Row, { standard: null }>;

export type SupplyLine = Row['id'];
export const supplyLines: readonly SupplyLine[] = table.map(({ id }) => id);

/** Units of amounts of the lines, each once, in the order of the lines. */
export const supplyUnits: readonly Row['unit'][] = [...new Set(table.map(({ unit }) => unit))];

const given = table.filter((row): row is GivenRow => row.standard !== null);

/** Lines that people are given, with a standard per person. */
export type GivenLine = GivenRow['id'];
export const givenLines: readonly GivenLine[] = given.map(({ id }) => id);

/** Unit of supply, need and standard of a line for one person. */
export const unitPerPerson = Object.fromEntries(
  given.map((row) => [row.id, row.unitPerPerson]),
) as Readonly<Record<GivenLine, string>>;

/** The standards as parameters of the model. */
export const standards: readonly GivenRow['standard'][] = given.map(({ standard }) => standard);

/** The parameter that says what one person needs of a line; null where there is no standard. */
export function standardOf(line: SupplyLine): GivenRow['standard'] | null {
  return table.find(({ id }) => id === line)!.standard;
}
