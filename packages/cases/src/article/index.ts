export type { ClaimsTableRow } from './claimsTable.ts';
export { claimsTable, representedBy } from './claimsTable.ts';
export { claimsByMeasure, forEachNeighbour } from './neighbours.ts';

export { readArticle, reasonOf } from './readArticle.ts';
export type { CellFigure, ClaimRule, RuleKind } from './rules.ts';
export { claimThresholds, joiningKinds, ruleKinds } from './rules.ts';
export type { Article, ArticleNames, Claim, ClaimMapping } from './schema.ts';
export { articleSchema, mappingKinds } from './schema.ts';
export { boundsInWords, ruleInWords } from './words.ts';
