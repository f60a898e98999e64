/** What was reported, day by day. */
export interface Observed {
  readonly camps: readonly string[];
  /** [camp x day], day fastest: people reported, whole numbers between and beyond reports too */
  readonly counts: Float64Array;
  /** [day] sum over the camps */
  readonly total: Float64Array;
  /** Number of reports on which each camp rests. */
  readonly reports: readonly number[];
}
