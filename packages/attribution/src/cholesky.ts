/** A pivot below this part of 1 (columns being standardised) adds nothing new. */
const leastPivot = 1e-10;

/**
 * Share of variance that standardised variables explain, from correlations: R^2 = r' C^-1 r, by
 * Cholesky row by row. A variable that is a combination of those before it is passed over.
 *
 * @param correlations [variable x variable], size p x p
 * @param withOutcome [variable] correlation with the outcome
 * @param chosen variables of the regression
 * @param coefficients [variable] if given, receives the standardised coefficients of the chosen
 */
export function explainedShare(
  correlations: Float64Array,
  withOutcome: Float64Array,
  chosen: readonly number[],
  coefficients?: Float64Array,
): number {
  const p = withOutcome.length;
  const rows: Float64Array[] = [];
  const kept: number[] = [];
  // Forward solution L z = r; R^2 is the sum of squares of z.
  const z: number[] = [];
  for (const variable of chosen) {
    const row = new Float64Array(rows.length + 1);
    let pivot = correlations[variable * p + variable]!;
    let rest = withOutcome[variable]!;
    for (let j = 0; j < rows.length; j++) {
      let dot = correlations[variable * p + kept[j]!]!;
      for (let m = 0; m < j; m++) dot -= row[m]! * rows[j]![m]!;
      row[j] = dot / rows[j]![j]!;
      pivot -= row[j]! * row[j]!;
      rest -= row[j]! * z[j]!;
    }
    if (pivot < leastPivot) continue;
    row[rows.length] = Math.sqrt(pivot);
    z.push(rest / row[rows.length]!);
    rows.push(row);
    kept.push(variable);
  }
  if (coefficients) {
    coefficients.fill(0);
    for (let j = rows.length - 1; j >= 0; j--) {
      let value = z[j]!;
      for (let m = j + 1; m < rows.length; m++) value -= rows[m]![j]! * coefficients[kept[m]!]!;
      coefficients[kept[j]!] = value / rows[j]![j]!;
    }
  }
  return z.reduce((sum, one) => sum + one * one, 0);
}
