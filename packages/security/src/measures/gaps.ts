/** Supply of one line at one place by day, against a need per person. */
export interface SupplyLineAtPlace {
  readonly place: string;
  readonly line: string;
  /** [day] amount; NaN before the first figure. */
  readonly supply: ArrayLike<number>;
  readonly needPerPerson: number;
}

/** How a line of supply went in one world. */
export interface Shortage {
  /** First day on which supply fell short of need, null if it never did. */
  readonly firstDay: number | null;
  /** Least coverage over the days with people and a figure of supply, 0 to 1; null without. */
  readonly worstCoverage: number | null;
}

/**
 * Coverage of a line by day: supply / (need per person x people), at most 1 (function f4); and
 * when it first fell below 1. Days without people or without a figure do not count.
 *
 * @param people [day] displaced persons at the place
 */
export function shortage(line: SupplyLineAtPlace, people: ArrayLike<number>): Shortage {
  let firstDay: number | null = null;
  let worst: number | null = null;
  for (let day = 0; day < people.length; day++) {
    const need = line.needPerPerson * people[day]!;
    const supply = line.supply[day]!;
    if (need <= 0 || Number.isNaN(supply)) continue;
    const coverage = Math.min(1, supply / need);
    if (worst === null || coverage < worst) worst = coverage;
    if (coverage < 1 && firstDay === null) firstDay = day;
  }
  return { firstDay, worstCoverage: worst };
}

/** Largest number of people and the first day on which it was reached. */
export function peak(people: ArrayLike<number>): { readonly people: number; readonly day: number } {
  let day = 0;
  for (let d = 1; d < people.length; d++) if (people[d]! > people[day]!) day = d;
  return { people: people[day]!, day };
}
