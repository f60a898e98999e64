/**
 * Where a person stands, and in what sort of country: the state of origin, a neighbour, a receiving
 * state. The dead keep their cause, so that nobody is lost. The order is that of the counts of a
 * state, and of everything that lists situations.
 */
const table = [
  { id: 'home', in: 'origin' },
  { id: 'displaced', in: 'origin' },
  { id: 'hostFamily', in: 'neighbour', isShelter: true },
  { id: 'centre', in: 'neighbour', isShelter: true },
  { id: 'camp', in: 'neighbour', isShelter: true },
  { id: 'unsheltered', in: 'neighbour' },
  { id: 'evacuated', in: 'receiving' },
  { id: 'claimed', in: 'receiving' },
  { id: 'irregular', in: 'receiving' },
  { id: 'returned', in: 'origin' },
  { id: 'deadViolence', cause: 'violence' },
  { id: 'deadShortfall', cause: 'shortfall' },
  { id: 'deadNatural', cause: 'natural' },
] as const;
type Row = (typeof table)[number];
type IdOf<Which> = Extract<Row, Which>['id'];
type Sort = Extract<Row, { in: string }>['in'];

export type Situation = Row['id'];
export const situations: readonly Situation[] = table.map(({ id }) => id);

/** Index of each situation in the count array. */
export const at = Object.fromEntries(situations.map((id, index) => [id, index])) as Readonly<
  Record<Situation, number>
>;

const idsIn = <S extends Sort>(sort: S) =>
  table.flatMap((row) => ('in' in row && row.in === sort ? [row.id] : [])) as IdOf<{ in: S }>[];

/** Situations of those who fled, by country: in a neighbour (the last without a roof), and beyond. */
export const inNeighbour = idsIn('neighbour');
export const inReceivingState = idsIn('receiving');

/** Situations in which people can be when the period begins. */
export const firstDaySituations = ['home', 'displaced', ...inNeighbour] as const;

/** Lines of shelter, in persons: each is a situation in a neighbouring country. */
export type ShelterLine = IdOf<{ isShelter: true }>;
export const shelterLines = table.flatMap((row) =>
  'isShelter' in row ? [row.id] : [],
) as readonly ShelterLine[];

/** Causes of death told apart. */
export type DeathCause = Extract<Row, { cause: string }>['cause'];
export const deathCauses = table.flatMap((row) =>
  'cause' in row ? [row.cause] : [],
) as readonly DeathCause[];
/** Situations of the dead, in the order of the causes. */
export const dead = table.flatMap((row) => ('cause' in row ? [row.id] : [])) as readonly IdOf<{
  cause: string;
}>[];
