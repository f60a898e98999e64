/**
 * The single things that can be switched, each from 1 (as it was) to 0 (off). A factor pulls one
 * or several of them.
 */
export const levers = [
  'O1',
  'O2',
  'W',
  'W2',
  'N1',
  'N2',
  'HN',
  'HE',
  'D1',
  'D2',
  'X1',
  'M',
  'P0',
] as const;
export type Lever = (typeof levers)[number];

/** [lever] how far each is present, 0 to 1. */
export type Levels = Readonly<Record<Lever, number>>;

/** Everything as it was. */
export const allOn: Levels = Object.fromEntries(levers.map((lever) => [lever, 1])) as Record<
  Lever,
  number
>;
