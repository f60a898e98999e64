import type { Case } from '@asylia/cases';
import type { GivenLine, ShelterLine, World } from '@asylia/engine';
import { givenLines, needPerPerson, shelterLines, unitPerPerson } from '@asylia/engine';

/** Lines of supply against which a place is held: shelter is families, centres and camps together. */
export const placeLines: readonly PlaceLine[] = ['shelter', ...givenLines];
export type PlaceLine = 'shelter' | GivenLine;

/** What supply, need and standard of a line are counted in. */
export const unitOfLine: Readonly<Record<PlaceLine, string>> = {
  shelter: 'places per person',
  ...unitPerPerson,
};

/** One line of supply that the case knows at a place. */
export interface KnownLine {
  readonly line: PlaceLine;
  /** [day], NaN while nothing is known */
  readonly supply: Float64Array;
  readonly needPerPerson: number;
}

/** Lines of supply that the case knows at a place; shelter = centres and camps and families. */
export function linesAt(world: World, place: number, days: number): KnownLine[] {
  const rows = world.hosting.filter((row) => row.place === place);
  const byDay = (line: string) => {
    const amounts = new Float64Array(days).fill(Number.NaN);
    for (const row of rows.filter((r) => r.line === line).sort((a, b) => a.fromDay - b.fromDay)) {
      amounts.fill(row.amount, Math.max(0, row.fromDay));
    }
    return amounts;
  };
  const lines: KnownLine[] = [];
  const sheltering = shelterLines.filter((line) => rows.some((row) => row.line === line));
  // A town whose host families are not limited by a figure cannot be said to run out of shelter.
  const limited = world.placeKind[place] === 'camp' || sheltering.includes('hostFamily');
  if (sheltering.length > 0 && limited) {
    const supply = new Float64Array(days);
    for (const line of sheltering) {
      const amounts = byDay(line);
      for (let day = 0; day < days; day++)
        supply[day]! += Number.isNaN(amounts[day]!) ? 0 : amounts[day]!;
    }
    lines.push({ line: 'shelter', supply, needPerPerson: 1 });
  }
  for (const line of givenLines) {
    const need = needPerPerson(world.parameters, line);
    if (need > 0 && rows.some((row) => row.line === line)) {
      lines.push({ line, supply: byDay(line), needPerPerson: need });
    }
  }
  return lines;
}

/** Ids of the sources of the rows behind a line at a place. */
export function sourcesOfLine(source: Case, place: string, line: PlaceLine): string[] {
  const behind = (name: string) =>
    line === 'shelter' ? shelterLines.includes(name as ShelterLine) : name === line;
  const rows = source.tables.hosting.filter((row) => row.place === place && behind(row.line));
  return [...new Set(rows.map((row) => row.source))];
}
