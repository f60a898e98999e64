/** What every control of a multiplier has in common, but for its largest value. */
export const multiplier = {
  kind: 'number',
  unit: 'times',
  min: 0,
  step: 0.1,
  baseline: 1,
  varies: false,
} as const;

/** What every control of a share has in common. */
export const shareRange = { kind: 'number', unit: 'share', min: 0, max: 1, step: 0.01 } as const;

const steps = [1000, 500, 100, 50, 10, 5];

/** A step for a control of whole numbers: about a hundred to the range, and at baseline is one. */
export function wholeStep(baseline: number, max: number): number {
  return steps.find((step) => step <= max / 100 && baseline % step === 0) ?? 1;
}

/** The next number with one or two digits that is not smaller. */
export function roundUp(n: number): number {
  let unit = 1;
  while (n / unit > 100) unit *= 10;
  return Math.ceil(n / unit) * unit;
}

/** Whole numbers in proportion to the weights that sum to n, by largest remainders. */
export function shareOut(n: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((a, b) => a + b, 0);
  const exact = weights.map((w, i) => (sum > 0 ? (n * w) / sum : i === 0 ? n : 0));
  const parts = exact.map(Math.floor);
  const left = n - parts.reduce((a, b) => a + b, 0);
  exact
    .map((x, i) => ({ i, rest: x - parts[i]! }))
    .sort((a, b) => b.rest - a.rest || a.i - b.i)
    .slice(0, left)
    .forEach(({ i }) => {
      parts[i]! += 1;
    });
  return parts;
}

/** A number as it stands in the text of a scenario file: 12,000. */
export function digits(n: number): string {
  const [whole, rest] = String(n).split('.') as [string, string?];
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, ',');
  return rest ? `${grouped}.${rest}` : grouped;
}

/** A multiplier in that text; what a slider adds up to (0.30000000000000004) is said as meant. */
export function times(n: number | string): string {
  return `×${digits(Number(Number(n).toPrecision(6)))}`;
}
