import type { Observed } from './observed.ts';

/**
 * Averaged relative difference: the mean over days of the sum over camps of |model - record| over
 * the people recorded that day (at least 1). `rescaled`: the model's counts of a day are first
 * scaled to the people recorded. 0 is perfect; 2 is everybody in the wrong camp.
 */
export function averagedRelativeDifference(
  model: Float64Array,
  { counts, total, camps }: Observed,
  rescaled = false,
): number {
  const days = total.length;
  let sum = 0;
  for (let day = 0; day < days; day++) {
    let people = 0;
    for (let c = 0; c < camps.length; c++) people += model[c * days + day]!;
    const scale = rescaled ? (people > 0 ? total[day]! / people : 0) : 1;
    let off = 0;
    for (let c = 0; c < camps.length; c++) {
      off += Math.abs(model[c * days + day]! * scale - counts[c * days + day]!);
    }
    sum += off / Math.max(1, total[day]!);
  }
  return sum / days;
}

/** Each camp's part of it: the sum of these is the whole. */
export function differenceByCamp(
  model: Float64Array,
  { counts, total, camps }: Observed,
): number[] {
  const days = total.length;
  return camps.map((_, c) => {
    let sum = 0;
    for (let day = 0; day < days; day++) {
      const i = c * days + day;
      sum += Math.abs(model[i]! - counts[i]!) / Math.max(1, total[day]!);
    }
    return sum / days;
  });
}

/**
 * Mean absolute scaled error: per camp the mean error of the rescaled model over all days, divided
 * by the mean error, after day k, of the count of day k kept for ever; camps weighted by people.
 * Below 1 the model beats the count of day k. Camps whose count never changed are left out.
 */
export function scaledError(model: Float64Array, observed: Observed, k: number): number {
  const { counts, total, camps } = observed;
  const days = total.length;
  let sum = 0;
  let weight = 0;
  for (let c = 0; c < camps.length; c++) {
    let off = 0;
    let naive = 0;
    let people = 0;
    for (let day = 0; day < days; day++) {
      let all = 0;
      for (let b = 0; b < camps.length; b++) all += model[b * days + day]!;
      const scaled = all > 0 ? (model[c * days + day]! * total[day]!) / all : 0;
      off += Math.abs(scaled - counts[c * days + day]!);
      if (day > k) naive += Math.abs(counts[c * days + k]! - counts[c * days + day]!);
      people += counts[c * days + day]!;
    }
    if (naive <= 0) continue;
    sum += (people * (off / days)) / (naive / (days - 1 - k));
    weight += people;
  }
  return weight > 0 ? sum / weight : Number.NaN;
}

/**
 * Continuous ranked probability score of an ensemble, in the unit of the averaged relative
 * difference: for an ensemble of one it is that. Mean over days of the sum over camps of
 * E|X - x| - E|X - X'| / 2, over the people recorded.
 */
export function rankedProbability(worlds: readonly Float64Array[], observed: Observed): number {
  const { counts, total, camps } = observed;
  const days = total.length;
  const n = worlds.length;
  let sum = 0;
  for (let day = 0; day < days; day++) {
    let off = 0;
    for (let c = 0; c < camps.length; c++) {
      const i = c * days + day;
      const values = Float64Array.from(worlds, (world) => world[i]!).sort();
      let toRecord = 0;
      let spread = 0;
      values.forEach((x, rank) => {
        toRecord += Math.abs(x - counts[i]!);
        spread += (2 * rank + 1 - n) * x;
      });
      off += toRecord / n - spread / (n * n);
    }
    sum += off / Math.max(1, total[day]!);
  }
  return sum / days;
}

/**
 * [camp x day] the central part of the worlds: what lies between is the band that coverage tests.
 */
export function bandOf(
  worlds: readonly Float64Array[],
  middle: number,
): { low: Float64Array; high: Float64Array } {
  const cut = Math.floor(((1 - middle) / 2) * (worlds.length - 1));
  const low = new Float64Array(worlds[0]!.length);
  const high = new Float64Array(worlds[0]!.length);
  for (let i = 0; i < low.length; i++) {
    const values = Float64Array.from(worlds, (world) => world[i]!).sort();
    low[i] = values[cut]!;
    high[i] = values[worlds.length - 1 - cut]!;
  }
  return { low, high };
}

/** Share of camps and days from a day on whose record lies in the central part of the worlds. */
export function coverage(
  worlds: readonly Float64Array[],
  { counts, total, camps }: Observed,
  middle: number,
  fromDay: number,
): number {
  const days = total.length;
  const { low, high } = bandOf(worlds, middle);
  let inside = 0;
  let points = 0;
  for (let c = 0; c < camps.length; c++) {
    for (let day = fromDay; day < days; day++) {
      const i = c * days + day;
      // Half a person of rounding on either side: records are cut to whole people.
      if (low[i]! - 0.5 <= counts[i]! && counts[i]! <= high[i]! + 0.5) inside += 1;
      points += 1;
    }
  }
  return points > 0 ? inside / points : Number.NaN;
}
