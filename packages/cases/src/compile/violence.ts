import type { ViolenceSpell } from '@asylia/engine';
import { dayNumber } from '../dates.ts';
import type { Case } from '../readCase.ts';
import type { Indices } from './indices.ts';
import { groupsMeant, placesMeant } from './indices.ts';

/**
 * Rows of violence as spells at single places. An amount in persons becomes a hazard: persons
 * over the residents of the group in all places meant, over the days. An amount in events is
 * spread evenly over the places and days.
 */
export function spellsOf(source: Case, indices: Indices, residents: Float64Array): ViolenceSpell[] {
  const firstDay = dayNumber(source.start);
  const groups = indices.groupIds.length;
  return source.tables.violence.flatMap((row, index) => {
    const places = placesMeant(source, indices, row.place);
    const fromDay = dayNumber(row.from) - firstDay;
    const toDay = dayNumber(row.to) - firstDay;
    const days = toDay - fromDay + 1;
    const aimed = row.unit === 'events' ? [-1] : groupsMeant(indices, row.group);
    const people = aimed.reduce(
      (sum, g) => sum + places.reduce((n, p) => n + (g < 0 ? 0 : residents[p * groups + g]!), 0),
      0,
    );
    const amountPerDay = {
      persons: people > 0 ? row.amount / people / days : 0,
      events: row.amount / days / Math.max(1, places.length),
      per_person_per_day: row.amount,
    }[row.unit];
    const toward = row.toward === '' ? -1 : indices.country.get(row.toward)!;
    return places.flatMap((place) =>
      aimed.map((group) => ({
        row: index,
        kind: row.kind,
        place,
        group,
        fromDay,
        toDay,
        toward,
        amountPerDay,
      })),
    );
  });
}
