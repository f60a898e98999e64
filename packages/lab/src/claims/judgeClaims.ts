import type { Claim, ClaimRule } from '@asylia/cases';
import { forEachNeighbour, reasonOf } from '@asylia/cases';
import type { ClaimVerdict } from '@asylia/security';
import type { Answer } from './answer.ts';
import { allOf, anyOf, not, over } from './answer.ts';
import { judgeFactor } from './factorRules.ts';
import { judgeLevel, judgeRecord } from './otherRules.ts';
import type { ClaimResults, Found } from './results.ts';
import { finder } from './results.ts';

/** What results say of a rule under one theory. Never throws: what is missing is said. */
export function judgeRule(rule: ClaimRule, results: ClaimResults, theory: string): Answer {
  return judge(rule, finder(results)(theory));
}

function judge(rule: ClaimRule, found: Found): Answer {
  const answer = judgeUnnamed(rule, found);
  return rule.asks === undefined ? answer : { ...answer, by: `${rule.asks}: ${answer.by}` };
}

function judgeUnnamed(rule: ClaimRule, found: Found): Answer {
  switch (rule.rule) {
    case 'allOf':
      return allOf(rule.rules.map((part) => judge(part, found)));
    case 'anyOf':
      return anyOf(rule.rules.map((part) => judge(part, found)));
    case 'not':
      return not(judge(rule.that, found));
    case 'ratio':
    case 'record':
    case 'theoryFails':
    case 'flight':
      return judgeRecord(rule, found);
    case 'harmed':
    case 'level':
    case 'remedy':
    case 'beats':
      return overOutcomes(rule, found, (outcome) => judgeLevel(rule, found, outcome));
    default:
      return overOutcomes(rule, found, (outcome) => judgeFactor(rule, found, outcome));
  }
}

function overOutcomes(
  rule: { readonly outcomes: readonly string[]; readonly of?: 'each' | 'most' },
  found: Found,
  one: (outcome: string) => Answer,
): Answer {
  const outcomes = rule.outcomes.flatMap((id) => forEachNeighbour(id, found.results.neighbours));
  return over(outcomes.map(one), rule.of ?? 'each');
}

/** What the runs say of each claim under each theory, claims first, theories in their order. */
export function judgeClaims(registry: readonly Claim[], results: ClaimResults): ClaimVerdict[] {
  const find = finder(results);
  const founds = results.theories.map(find);
  return registry.flatMap((claim) =>
    founds.map((found): ClaimVerdict => {
      const { theory } = found;
      if (claim.test === null)
        return { id: claim.id, theory, verdict: 'cannotBeTested', by: reasonOf(claim) };
      const { verdict, by } = judge(claim.test, found);
      const built = claim.byConstruction ? `${claim.byConstruction} ` : '';
      return { id: claim.id, theory, verdict, by: `${built}${by}` };
    }),
  );
}

/** What a claim says of one object of security, under one theory. */
export interface ConclusionVerdict extends ClaimVerdict {
  readonly object: string;
}

type PartByObject = ClaimRule & { readonly object: string };

function partsByObject(rule: ClaimRule | null): readonly PartByObject[] {
  if (!rule) return [];
  if (rule.object !== undefined) return [rule as PartByObject];
  return 'rules' in rule ? rule.rules.flatMap(partsByObject) : [];
}

/** The conclusion object by object: every part of a test that answers for an object. */
export function judgeConclusion(
  claims: readonly Claim[],
  results: ClaimResults,
): ConclusionVerdict[] {
  const founds = results.theories.map(finder(results));
  const parts = claims.flatMap(({ id, test }) =>
    partsByObject(test).map((rule) => ({ id, object: rule.object, rule })),
  );
  return [...new Set(parts.map(({ object }) => object))].flatMap((object) =>
    founds.flatMap((found) =>
      parts
        .filter((part) => part.object === object)
        .map(({ id, rule }): ConclusionVerdict => {
          const { verdict, by } = judge(rule, found);
          return { id, object, theory: found.theory, verdict, by };
        }),
    ),
  );
}
