/** A dated figure, days from the first day of the case. */
export interface Dated {
  readonly day: number;
  readonly value: number;
}

/** A naive predictor of a curve: day -> figure. Made from the fit window only. */
export type Predictor = (day: number) => number;

/** The last figure of the fit window, for ever. */
export function lastValue(known: readonly Dated[]): Predictor {
  const last = known.at(-1);
  return () => last?.value ?? Number.NaN;
}

/** Straight line by least squares through the figures of the last `spanDays` of the fit window. */
export function linearTrend(known: readonly Dated[], spanDays: number): Predictor {
  const end = known.at(-1)?.day ?? 0;
  const points = known.filter((point) => point.day > end - spanDays);
  const n = points.length;
  if (n < 2) return lastValue(known);
  const meanDay = points.reduce((sum, p) => sum + p.day, 0) / n;
  const meanValue = points.reduce((sum, p) => sum + p.value, 0) / n;
  const spread = points.reduce((sum, p) => sum + (p.day - meanDay) ** 2, 0);
  const slope =
    spread > 0
      ? points.reduce((sum, p) => sum + (p.day - meanDay) * (p.value - meanValue), 0) / spread
      : 0;
  return (day) => meanValue + slope * (day - meanDay);
}

/** A fixed share of another prediction: of the region, by nearness of the country. */
export function shareOf(total: Predictor, share: number): Predictor {
  return (day) => share * total(day);
}

/**
 * Shares of countries by nearness: residents of each settlement / km to the nearest place of the
 * country, summed, and divided by the sum over countries.
 *
 * @param settlements residents and km to each country, in the order of the countries
 */
export function sharesByDistance(
  settlements: readonly { readonly residents: number; readonly km: readonly number[] }[],
  countries: number,
): number[] {
  const pulls = Array.from({ length: countries }, (_, c) =>
    settlements.reduce((sum, s) => {
      const inverse = s.km.reduce((total, km) => total + 1 / km, 0);
      return sum + (s.residents * (1 / s.km[c]!)) / inverse;
    }, 0),
  );
  const all = pulls.reduce((a, b) => a + b, 0);
  return pulls.map((pull) => (all > 0 ? pull / all : 0));
}

/** Mean absolute distance of a prediction from figures. */
export function meanAbsoluteError(predict: Predictor, figures: readonly Dated[]): number {
  if (figures.length === 0) return Number.NaN;
  return figures.reduce((sum, f) => sum + Math.abs(predict(f.day) - f.value), 0) / figures.length;
}
