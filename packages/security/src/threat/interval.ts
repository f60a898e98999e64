/** Fewest draws behind an interval, and behind a share of draws. */
export const fewestDraws = 32;

/**
 * The range of a figure over draws of the assumptions and chance, with the bootstrap standard error
 * of both ends. In the unit of the figure.
 */
export interface Interval {
  /** 5 % and 95 % quantiles */
  readonly low90: number;
  readonly high90: number;
  readonly lowError: number;
  readonly highError: number;
}
