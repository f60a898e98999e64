import type { Case } from '@asylia/cases';
import type { Mark, World } from '@asylia/engine';
import { needPerPerson, standardOf } from '@asylia/engine';
import { shortage } from '@asylia/security';
import type { Daily } from './daily.ts';
import { daily } from './daily.ts';
import type { KnownLine, PlaceLine } from './linesAt.ts';
import { linesAt, placeLines, sourcesOfLine, unitOfLine } from './linesAt.ts';

/** What one person is held to need, and who says so. */
export interface Standard {
  readonly line: PlaceLine;
  /** Need per person, in `unit`. */
  readonly perPerson: number;
  readonly unit: string;
  /** Where the standard comes from; empty for shelter: one place a person. */
  readonly source: string;
  readonly mark: Mark | null;
}

/** One line of supply against the people of a place. */
export interface SupplyOfLine extends Standard {
  /** [day] in the unit of the standard, without "per person"; null before the first figure */
  readonly supply: Daily;
  readonly need: Daily;
  /** [day] supply / need, at most 1; null without people or without a figure */
  readonly coverage: Daily;
  /** First and last day on which coverage is below 1, and how many such days; null and 0 without. */
  readonly firstShortDay: number | null;
  readonly lastShortDay: number | null;
  readonly shortDays: number;
  readonly worstCoverage: number | null;
  /** Ids of the sources of the rows of the case. */
  readonly sources: readonly string[];
}

export interface Supply {
  readonly known: readonly SupplyOfLine[];
  /**
   * Lines with a standard for which the case has no figure at the place. Shelter is among them
   * where host families of a town are not limited by a figure.
   */
  readonly unknown: readonly Standard[];
}

/** @param persons [day] those who have fled and are at the place; NaN on days not simulated */
export function supplyOf(source: Case, world: World, place: number, persons: Float64Array): Supply {
  const lines = linesAt(world, place, world.days);
  const id = world.placeIds[place]!;
  return {
    known: lines.map((line) => ({
      ...neededOf(world, line.line),
      ...against(id, line, persons),
      sources: sourcesOfLine(source, id, line.line),
    })),
    unknown: placeLines
      .filter((line) => !lines.some((known) => known.line === line))
      .map((line) => neededOf(world, line))
      .filter(({ perPerson }) => perPerson > 0),
  };
}

function neededOf(world: World, line: PlaceLine): Standard {
  const standard = line === 'shelter' ? null : standardOf(line);
  return {
    line,
    perPerson: line === 'shelter' ? 1 : needPerPerson(world.parameters, line),
    unit: unitOfLine[line],
    source: standard?.source ?? '',
    mark: standard?.mark ?? null,
  };
}

function against(place: string, line: KnownLine, persons: Float64Array) {
  const need = persons.map((n) => n * line.needPerPerson);
  const coverage = need.map((amount, day) =>
    amount > 0 ? Math.min(1, line.supply[day]! / amount) : Number.NaN,
  );
  const simulated = persons.map((n) => (Number.isNaN(n) ? 0 : n));
  const { firstDay, worstCoverage } = shortage({ place, ...line }, simulated);
  const short = [...coverage.keys()].filter((day) => coverage[day]! < 1);
  return {
    supply: daily(line.supply),
    need: daily(need),
    coverage: daily(coverage),
    firstShortDay: firstDay,
    lastShortDay: short.at(-1) ?? null,
    shortDays: short.length,
    worstCoverage,
  };
}
