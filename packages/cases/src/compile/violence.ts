import type { ViolenceSpell } from '@asylia/engine';
import { dayNumber } from '../dates.ts';
import type { Rows } from '../tables/index.ts';
import type { Indices } from './indices.ts';
import { groupsMeant, placesMeant } from './indices.ts';

type ViolenceRow = Rows['violence'][number];

/** What a row of violence says beside its amount, with all the places and groups that it means. */
export interface ViolenceMeant {
  readonly unit: ViolenceRow['unit'];
  /** People of the groups in the places when the period begins; 0 for events. */
  readonly people: number;
  readonly days: number;
  readonly places: readonly number[];
  /** one spell for each place and group, without an amount */
  readonly spells: readonly Omit<ViolenceSpell, 'amountPerDay'>[];
}

/** The columns of the table but the amount, cell by cell. */
type Columns = {
  readonly [K in
    | 'kind'
    | 'place'
    | 'group'
    | 'unit'
    | 'from'
    | 'to'
    | 'toward']: readonly ViolenceRow[K][];
};

/** [row] what each row of violence means. */
export function violenceMeant(
  inputs: Columns & {
    readonly indices: Indices;
    readonly residents: Float64Array;
    readonly firstDay: number;
  },
): ViolenceMeant[] {
  const { kind, unit, indices, residents, firstDay } = inputs;
  const groups = indices.groupIds.length;
  return kind.map((one, row) => {
    const places = placesMeant(indices, inputs.place[row]!);
    const fromDay = dayNumber(inputs.from[row]!) - firstDay;
    const toDay = dayNumber(inputs.to[row]!) - firstDay;
    const aimed = unit[row] === 'events' ? [-1] : groupsMeant(indices, inputs.group[row]!);
    const people = aimed.reduce(
      (sum, g) => sum + places.reduce((n, p) => n + (g < 0 ? 0 : residents[p * groups + g]!), 0),
      0,
    );
    const toward = inputs.toward[row] === '' ? -1 : indices.country.get(inputs.toward[row]!)!;
    return {
      unit: unit[row]!,
      people,
      days: toDay - fromDay + 1,
      places,
      spells: places.flatMap((place) =>
        aimed.map((group) => ({ row, kind: one, place, group, fromDay, toDay, toward })),
      ),
    };
  });
}

/**
 * Rows of violence as spells at single places. An amount in persons becomes a hazard: persons
 * over the residents of the group in all places meant, over the days. An amount in events is
 * spread evenly over the places and days.
 */
export function spellsOf(meant: readonly ViolenceMeant[], rows: Rows['violence']): ViolenceSpell[] {
  const spells: ViolenceSpell[] = [];
  rows.forEach(({ amount }, index) => {
    const row = meant[index]!;
    const amountPerDay = perDay(row, amount);
    for (const { row: ordinal, kind, place, group, fromDay, toDay, toward } of row.spells) {
      spells.push({ row: ordinal, kind, place, group, fromDay, toDay, toward, amountPerDay });
    }
  });
  return spells;
}

function perDay({ unit, people, days, places }: ViolenceMeant, amount: number): number {
  switch (unit) {
    case 'persons':
      return people > 0 ? amount / people / days : 0;
    case 'events':
      return amount / days / Math.max(1, places.length);
    case 'per_person_per_day':
      return amount;
  }
}
