import type { Case } from '@asylia/cases';
import { dayNumber, groupBy } from '@asylia/cases';

/**
 * [day x location], location fastest: intensity 0 to 1 of the expulsions of a case, people driven
 * out a day per resident, over the largest of all. Days without any keep the places of the nearest
 * day that has some: Flee needs a place in conflict whenever a count grows.
 */
export function intensities(
  source: Case,
  names: readonly string[],
  first: number,
  days: number,
  notes: string[],
): Float64Array {
  const index = new Map(names.map((name, i) => [name, i]));
  const homes = source.tables.places.filter(
    (place) => place.kind === 'settlement' && place.country === source.origin,
  );
  const groupsAt = groupBy(source.tables.groups, (row) => row.place);
  const residents = (place: string, group: string) =>
    (groupsAt.get(place) ?? [])
      .filter((row) => group === '*' || row.group === group)
      .reduce((sum, row) => sum + row.persons, 0);
  const { violence } = source.tables;
  const spells = violence.filter((spell) => spell.kind === 'expulsion' && spell.amount > 0);
  if (spells.length < violence.length) {
    notes.push(
      `${violence.length - spells.length} spells of violence other than expulsion are left out`,
    );
  }
  const result = new Float64Array(days * names.length);
  for (const spell of spells) {
    const [from, to] = [dayNumber(spell.from) - first, dayNumber(spell.to) - first];
    const hit = homes.filter((place) => isHit(spell.place, place));
    const people = hit.reduce((sum, place) => sum + residents(place.id, spell.group), 0);
    const perDay = spell.amount / (to - from + 1);
    for (const place of hit) {
      const at = index.get(place.id);
      const own = residents(place.id, '*');
      if (at === undefined || own <= 0 || people <= 0) continue;
      const rate =
        spell.unit === 'per_person_per_day'
          ? spell.amount
          : (perDay * residents(place.id, spell.group)) / people / own;
      for (let day = Math.max(0, from); day <= Math.min(days - 1, to); day++) {
        result[day * names.length + at]! += rate;
      }
    }
  }
  const most = result.reduce((a, b) => Math.max(a, b), 0);
  if (most <= 0) {
    // Nothing is known of where people were driven out: all homes alike.
    for (const place of homes) {
      const at = index.get(place.id);
      if (at !== undefined)
        for (let day = 0; day < days; day++) result[day * names.length + at] = 1;
    }
    notes.push('the case names no expulsion: all settlements are in conflict all the time');
    return result;
  }
  // Four digits say enough, and stay readable.
  for (let i = 0; i < result.length; i++) {
    if (result[i]! > 0) result[i] = Math.max(1e-4, Math.round((1e4 * result[i]!) / most) / 1e4);
  }
  fillQuietDays(result, names.length, days);
  notes.push(
    'intensity is that of expulsions per resident, over the largest; on days without any the places of the nearest day before (or else after) stay in conflict. Flee takes no change between two positive values into account',
  );
  return result;
}

function isHit(target: string, place: { readonly id: string; readonly region: string }): boolean {
  return target === '*' || target === place.id || target === `region:${place.region}`;
}

function fillQuietDays(result: Float64Array, places: number, days: number): void {
  const isQuiet = (day: number) =>
    result.subarray(day * places, (day + 1) * places).every((value) => value === 0);
  const loud = Array.from({ length: days }, (_, day) => day).filter((day) => !isQuiet(day));
  for (let day = 0; day < days; day++) {
    if (!isQuiet(day)) continue;
    const nearest = loud.findLast((other) => other < day) ?? loud[0]!;
    result.copyWithin(day * places, nearest * places, (nearest + 1) * places);
  }
}
