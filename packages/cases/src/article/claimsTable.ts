import type { ClaimVerdict, Verdict } from '@asylia/security';
import type { Claim, ClaimMapping } from './schema.ts';

/** One claim under one theory, ready for a report or a file of commas. */
export interface ClaimsTableRow {
  readonly id: number;
  readonly place: string;
  readonly says: string;
  readonly voice: Claim['voice'];
  readonly kind: Claim['kind'];
  /** such as `outcome IND1; factor O1` */
  readonly represented: string;
  readonly theory: string;
  readonly verdict: Verdict;
  readonly by: string;
  readonly note: string;
}

/** Where a claim stands in the program, in words. */
export function representedBy(maps: readonly ClaimMapping[]): string {
  const byKind = new Map<string, string[]>();
  for (const mapping of maps) {
    for (const [kind, value] of Object.entries(mapping) as [string, string][]) {
      const said = kind === 'outOfScope' ? 'out of scope' : kind;
      const values = byKind.get(said) ?? [];
      if (!values.includes(value)) values.push(value);
      byKind.set(said, values);
    }
  }
  return [...byKind].map(([kind, values]) => `${kind} ${values.join(', ')}`).join('; ');
}

/**
 * The requirements table with its verdicts: a row for each verdict, in the order of the verdicts.
 *
 * @throws RangeError where a verdict is on a claim that the registry does not hold
 */
export function claimsTable(
  verdicts: readonly ClaimVerdict[],
  registry: readonly Omit<Claim, 'test'>[],
): ClaimsTableRow[] {
  const byId = new Map(registry.map((claim) => [claim.id, claim]));
  return verdicts.map(({ id, theory, verdict, by }) => {
    const claim = byId.get(id);
    if (!claim)
      throw new RangeError(
        `claims table: expected a claim of the registry, but there is no claim ${id}; judge with the same registry`,
      );
    const { place, says, voice, kind, maps, note } = claim;
    return {
      id,
      place,
      says,
      voice,
      kind,
      represented: representedBy(maps),
      theory,
      verdict,
      by,
      note,
    };
  });
}
