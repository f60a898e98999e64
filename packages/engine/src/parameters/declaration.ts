/**
 * How the value of a parameter is uncertain. All priors live on [low, high] of the declaration.
 * - fixed: not varied (a convention or a definition)
 * - uniform: equally likely anywhere between low and high
 * - logNormal: median = default, sdLog = standard deviation of the natural logarithm
 * - normal: mean = default, sd = standard deviation
 */
export type Prior =
  | { readonly kind: 'fixed' }
  | { readonly kind: 'uniform' }
  | { readonly kind: 'logNormal'; readonly sdLog: number }
  | { readonly kind: 'normal'; readonly sd: number };

/** How well a default is founded: measured on the case, published elsewhere, or assumed by us. */
export type Mark = 'measured' | 'published' | 'assumed';

/**
 * One number that is not a fact of a case, declared once. Types, documentation, the ledger of
 * assumptions and the command line derive from this declaration.
 */
export interface ParameterDeclaration<Id extends string = string> {
  readonly id: Id;
  readonly symbol: string;
  readonly title: string;
  readonly unit: string;
  readonly default: number;
  /** Smallest value that makes sense, included. */
  readonly low: number;
  /** Largest value that makes sense, included. */
  readonly high: number;
  readonly prior: Prior;
  readonly source: string;
  readonly mark: Mark;
  readonly disputedBy?: string;
}
