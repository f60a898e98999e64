import { hosts } from './hosts.ts';
import { individuals } from './individuals.ts';
import type { MeasureDeclaration } from './measure.ts';
import { origin } from './origin.ts';
import { receiving } from './receiving.ts';
import { regime } from './regime.ts';
import { region } from './region.ts';

/** Objects of security in the order of the table, the people themselves first, with measures. */
export const objectsMeasured = [individuals, origin, hosts, region, receiving, regime] as const;

/** Whose measure one is: that of one group or one country, or of the whole object. */
export type Each = 'group' | 'country' | null;

/** Every measure as declared, and of whom it is taken. */
export const declaredMeasures: readonly (readonly [MeasureDeclaration, Each])[] =
  objectsMeasured.flatMap(({ object, measures }) =>
    measures.map((one) => [one, object === 'neighbour' ? 'country' : (one.each ?? null)] as const),
  );
