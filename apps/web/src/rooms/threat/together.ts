import type { ThreatSummary } from '@asylia/lab';

type ByTheory = { readonly theory: string };

/**
 * One attribution out of two: the chosen theory first, with its intervals, then the others as far
 * as they are there. Without its own yet, the chosen theory is taken from the theories side by side.
 * @param chosen under one theory
 * @param sides all theories in the expected run, under the same inputs; null = not yet computed
 */
export function together(
  chosen: ThreatSummary,
  sides: ThreatSummary | null,
  theory: string,
): ThreatSummary {
  const isOwn = chosen.theories[0]?.id === theory;
  if (!sides) return chosen;
  if (!sides.theories.some((one) => one.id === theory)) return chosen;
  const first = isOwn ? chosen : only(sides, theory);
  const rest = <T extends ByTheory>(list: readonly T[]) =>
    list.filter((one) => one.theory !== theory);
  return {
    ...sides,
    worlds: first.worlds,
    theories: [...first.theories, ...sides.theories.filter((one) => one.id !== theory)],
    cells: [...first.cells, ...rest(sides.cells)],
    levels: [...first.levels, ...rest(sides.levels)],
    remedies: [...first.remedies, ...rest(sides.remedies)],
    answers: [...first.answers, ...rest(sides.answers)],
    claims: [...first.claims, ...rest(sides.claims)],
    conclusion: [...first.conclusion, ...rest(sides.conclusion)],
    checks: [...first.checks, ...rest(sides.checks)],
  };
}

/** What one theory says, out of several. */
function only(summary: ThreatSummary, theory: string): ThreatSummary {
  const own = <T extends ByTheory>(list: readonly T[]) =>
    list.filter((one) => one.theory === theory);
  return {
    ...summary,
    theories: summary.theories.filter((one) => one.id === theory),
    cells: own(summary.cells),
    levels: own(summary.levels),
    remedies: own(summary.remedies),
    answers: own(summary.answers),
    claims: own(summary.claims),
    conclusion: own(summary.conclusion),
    checks: own(summary.checks),
  };
}
