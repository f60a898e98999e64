/** How far an outcome moves when one parameter moves through its range, the others as given. */
export interface ParameterRange {
  /** Number of the parameter. */
  readonly parameter: number;
  /** Measure with the parameter at its low and at its high end, less the outcome as given. */
  readonly atLow: number;
  readonly atHigh: number;
  /** Largest less smallest of the three outcomes, 0 or more. */
  readonly range: number;
}

/**
 * One-at-a-time ranges, widest first (equals in the order of the parameters). They do not see what
 * two parameters do together.
 *
 * @param base outcome with every parameter as given
 * @param atLow [parameter] outcome with this one at its low end
 * @param atHigh [parameter] at its high end
 */
export function oneAtATime(
  base: number,
  atLow: ArrayLike<number>,
  atHigh: ArrayLike<number>,
): ParameterRange[] {
  if (atLow.length !== atHigh.length) {
    throw new RangeError(
      `ranges: expected a low and a high outcome for each parameter, ` +
        `got ${atLow.length} and ${atHigh.length}`,
    );
  }
  return Array.from(atLow, (low, parameter) => {
    const high = atHigh[parameter]!;
    if (![base, low, high].every(Number.isFinite)) {
      throw new RangeError(
        `parameter ${parameter}: expected finite outcomes, got ${low}, ${base}, ${high}`,
      );
    }
    return {
      parameter,
      atLow: low - base,
      atHigh: high - base,
      range: Math.max(base, low, high) - Math.min(base, low, high),
    };
  }).sort((a, b) => b.range - a.range || a.parameter - b.parameter);
}
