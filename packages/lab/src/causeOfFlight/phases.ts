import type { Case } from '@asylia/cases';
import { dayNumber } from '@asylia/cases';
import type { CauseDeclaration } from './declaration.ts';
import type { PeriodRow } from './types.ts';

const kindOf = {
  leaving: 'expulsion',
  killings: 'killing',
  strikes: 'bombing',
  battles: 'insurgency',
} as const;

/**
 * What a case itself can say: totals by region and phase from its spells of violence, of the
 * declared source only, so that no row that the editors set or fitted tests itself. A spell over
 * the end of a phase is spread evenly over its days.
 */
export function phaseRows(
  violence: Case['tables']['violence'],
  declaration: CauseDeclaration,
): PeriodRow[] {
  const rows = violence.filter(
    (row) =>
      row.source === declaration.source &&
      row.place.startsWith('region:') &&
      row.unit !== 'per_person_per_day' &&
      row.flag !== 'memory',
  );
  const regions = [...new Set(rows.map((row) => row.place.slice('region:'.length)))].sort();
  return regions.flatMap((region) =>
    declaration.phases.map(({ from, to }) => {
      const total = (kind: string) =>
        rows
          .filter((row) => row.place === `region:${region}` && row.kind === kind)
          .reduce((sum, row) => sum + row.amount * shareWithin(row, from, to), 0);
      return {
        region,
        from,
        to,
        leaving: total(kindOf.leaving),
        killings: total(kindOf.killings),
        strikes: total(kindOf.strikes),
        battles: total(kindOf.battles),
        insurgentKillings: null,
      };
    }),
  );
}

/** Share of a spell's days that lie within a period. */
function shareWithin(
  spell: { readonly from: string; readonly to: string },
  from: string,
  to: string,
): number {
  const first = Math.max(dayNumber(spell.from), dayNumber(from));
  const last = Math.min(dayNumber(spell.to), dayNumber(to));
  const days = dayNumber(spell.to) - dayNumber(spell.from) + 1;
  return Math.max(0, last - first + 1) / days;
}

/** Regions that places of a case belong to, sorted. */
export function regionsOf(places: Case['tables']['places']): string[] {
  return [...new Set(places.map((place) => place.region).filter((region) => region !== ''))].sort();
}
