import type { ObjectId } from '../threat/types.ts';
import type { ClaimFactor } from './known.ts';
import type { ClaimRule } from './rule.ts';

/** One object of the conclusion: what is asked, what it answers, and the cells that decide. */
export interface ConclusionRow {
  readonly object: ObjectId;
  /** The question and the answer, in our words. */
  readonly asks: string;
  readonly outcomes: readonly string[];
  /** The regime of origin: expulsion, and attacks across the frontier. */
  readonly sources: readonly ClaimFactor[];
  /** What the conclusion adds as a further source, if anything (claim 58). */
  readonly added: { readonly factor: ClaimFactor; readonly asks: string } | null;
}

const regime: readonly ClaimFactor[] = ['O1', 'O2'];

/**
 * The last table of the article (P11), five sentences on six objects since it names two
 * neighbours, mapped to the table of numbers. Outcomes are those of security; shared burdens,
 * votes and rights that follow from policy stand elsewhere.
 */
export const conclusionRows: readonly ConclusionRow[] = [
  {
    object: 'region',
    asks: 'Security of the region and between states: threatened by the intolerance of the regime',
    outcomes: ['REG1', 'REG2', 'REG4'],
    sources: regime,
    added: null,
  },
  {
    object: 'individuals',
    asks: 'Security of Kosovo Albanians as persons: threatened by the intolerance of the regime',
    outcomes: ['IND1.albanian', 'IND2', 'IND3', 'IND4'],
    sources: regime,
    added: null,
  },
  {
    object: 'originSociety',
    asks: 'Society of Kosovo: threatened by the intolerance of the regime',
    outcomes: ['KOS1.albanian', 'KOS2.worst', 'KOS4', 'KOS5'],
    sources: regime,
    added: null,
  },
  {
    object: 'neighbour:ALB',
    asks: 'Society of Albania: threatened by the intolerance of the regime',
    outcomes: ['NEI1.ALB', 'NEI2.ALB', 'NEI5.ALB'],
    sources: regime,
    added: null,
  },
  {
    object: 'neighbour:MKD',
    asks: 'Society of FYR Macedonia: threatened by the intolerance of the regime',
    outcomes: ['NEI1.MKD', 'NEI2.MKD', 'NEI5.MKD'],
    sources: regime,
    added: { factor: 'H', asks: 'FYR Macedonia: the intolerance of the local Slav community too' },
  },
  {
    object: 'receivingSocieties',
    asks: 'Societies of the Union and its members: threatened, if at all, by the intolerance of the regime',
    outcomes: ['EU1a', 'EU1b', 'EU2', 'EU3'],
    sources: regime,
    added: { factor: 'H', asks: 'the Union: the intolerance of racists and xenophobes too' },
  },
];

/**
 * The common cause at one object: but for the regime most of the harm would be gone, and given
 * that it acts no other source adds more than the regime brings. The first can fail only where
 * harm does not need arrivals; the second can fail everywhere.
 */
export function commonCause(row: ConclusionRow): ClaimRule {
  return {
    rule: 'allOf',
    asks: row.asks,
    rules: [
      { rule: 'necessary', factor: 'O1', outcomes: row.outcomes, of: 'most' },
      { rule: 'leadsGivenO1', with: ['O2'], outcomes: row.outcomes, of: 'most' },
    ],
  };
}

/** The source that the conclusion adds at one object, given that the regime acts. */
export function addedCause(row: ConclusionRow): ClaimRule | null {
  return (
    row.added && {
      rule: 'adds',
      factor: row.added.factor,
      figure: 'conditional',
      sign: 'harm',
      outcomes: row.outcomes,
      of: 'most',
      asks: row.added.asks,
    }
  );
}
