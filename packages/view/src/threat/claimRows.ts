import type { ThreatSummary } from '@asylia/lab';
import type { Verdict } from '@asylia/security';

/** Contradicted under any theory, else supported under any, else open. */
export type ClaimGroup = 'contradicted' | 'supported' | 'open';

export function groupOf(verdicts: readonly (Verdict | undefined)[]): ClaimGroup {
  if (verdicts.includes('contradicted')) return 'contradicted';
  return verdicts.includes('supported') ? 'supported' : 'open';
}

/** One claim of the article with what the runs say of it. */
export interface ClaimRow {
  readonly claim: ThreatSummary['claimDefinitions'][number];
  readonly group: ClaimGroup;
  /** [theory] */
  readonly verdicts: readonly {
    readonly theory: string;
    readonly verdict: Verdict;
    /** The figures behind it, in words. */
    readonly by: string;
  }[];
}

/** Every claim that was judged, in the order of the article. */
export function claimRows({
  theories,
  claims: judged,
  claimDefinitions,
}: ThreatSummary): ClaimRow[] {
  const by = new Map(judged.map((one) => [`${one.id} ${one.theory}`, one]));
  return claimDefinitions.flatMap((claim) => {
    const verdicts = theories.flatMap(({ id: theory }) => {
      const found = by.get(`${claim.id} ${theory}`);
      return found ? [{ theory, verdict: found.verdict, by: found.by }] : [];
    });
    if (verdicts.length === 0) return [];
    return [{ claim, group: groupOf(verdicts.map((one) => one.verdict)), verdicts }];
  });
}

/** The conclusion of the article for one object. */
export interface ConclusionRow {
  readonly claim: number;
  readonly object: string;
  readonly title: string;
  readonly verdicts: ClaimRow['verdicts'];
}

export function conclusionRows({ theories, objects, conclusion }: ThreatSummary): ConclusionRow[] {
  const first = theories[0]?.id;
  return conclusion
    .filter((one) => one.theory === first)
    .map(({ id, object }) => ({
      claim: id,
      object,
      title: objects.find((one) => one.id === object)?.title ?? object,
      verdicts: theories.flatMap(({ id: theory }) => {
        const found = conclusion.find(
          (one) => one.id === id && one.object === object && one.theory === theory,
        );
        return found ? [{ theory, verdict: found.verdict, by: found.by }] : [];
      }),
    }));
}
