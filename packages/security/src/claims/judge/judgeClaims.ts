import type { ClaimVerdict } from '../../threat/types.ts';
import { forEachNeighbour } from '../known.ts';
import { addedCause, commonCause, conclusionRows } from '../objects.ts';
import type { ClaimRule } from '../rule.ts';
import type { Claim } from '../types.ts';
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

/** Why the outcomes cannot test a claim: out of scope, or the note. */
export function reasonOf(claim: Claim): string {
  for (const mapping of claim.maps) {
    if ('outOfScope' in mapping) return `out of scope, ${mapping.outOfScope}`;
  }
  return claim.note;
}

/** One sentence of the conclusion, or one addition to it, under one theory. */
export interface ConclusionVerdict extends Omit<ClaimVerdict, 'id'> {
  /** 57 for the common cause, 58 for what is added */
  readonly id: 57 | 58;
  readonly object: string;
}

/** The conclusion object by object, for the table of numbers. */
export function judgeConclusion(results: ClaimResults): ConclusionVerdict[] {
  const find = finder(results);
  return conclusionRows.flatMap((row) =>
    results.theories.flatMap((theory) => {
      const found = find(theory);
      const verdictOn = (id: 57 | 58, rule: ClaimRule): ConclusionVerdict => {
        const { verdict, by } = judge(rule, found);
        return { id, object: row.object, theory, verdict, by };
      };
      const added = addedCause(row);
      return [verdictOn(57, commonCause(row)), ...(added ? [verdictOn(58, added)] : [])];
    }),
  );
}
