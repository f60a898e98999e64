/**
 * Quantile of sorted values by linear interpolation between order statistics (type 7 of Hyndman
 * and Fan). @throws RangeError without values
 */
export function quantileSorted(ascending: ArrayLike<number>, p: number): number {
  if (ascending.length === 0) throw new RangeError('quantile: no values');
  const position = (ascending.length - 1) * p;
  const below = Math.floor(position);
  const above = Math.min(ascending.length - 1, below + 1);
  const low = ascending[below]!;
  return low + (position - below) * (ascending[above]! - low);
}

/** A sorted copy. */
export function sorted(values: ArrayLike<number>): Float64Array {
  return Float64Array.from(values).sort();
}

/** The positions that `quantileSorted` reads for some levels of so many values, ascending. */
export function ranksOf(count: number, levels: readonly number[]): Int32Array {
  const ranks = levels.flatMap((p) => {
    const below = Math.floor((count - 1) * p);
    return [below, Math.min(count - 1, below + 1)];
  });
  return Int32Array.from(new Set(ranks)).sort();
}

/** Parts of a list that are shorter are sorted by insertion. */
const shortest = 12;

/**
 * Moves values so that those at some positions are the ones that would stand there if all were
 * sorted: Hoare's quicksort that leaves alone the parts in which nobody looks. In place.
 * @param values none may be NaN, which has no place in an order
 * @param ranks positions, ascending
 */
export function placeRanks(values: Float64Array, ranks: Int32Array): void {
  place(values, 0, values.length - 1, ranks, 0, ranks.length);
}

/** @param from first of the ranks that lie within low to high; @param to after the last of them */
function place(
  values: Float64Array,
  low: number,
  high: number,
  ranks: Int32Array,
  from: number,
  to: number,
): void {
  while (from < to) {
    if (high - low < shortest) {
      insertionSort(values, low, high);
      return;
    }
    const pivot = medianOfThree(values[low]!, values[(low + high) >> 1]!, values[high]!);
    let i = low;
    let j = high;
    while (i <= j) {
      while (values[i]! < pivot) i++;
      while (values[j]! > pivot) j--;
      if (i > j) break;
      const value = values[i]!;
      values[i++] = values[j]!;
      values[j--] = value;
    }
    // low..j are at most the pivot, i..high at least; what may lie between is the pivot.
    let middle = from;
    while (middle < to && ranks[middle]! <= j) middle++;
    place(values, low, j, ranks, from, middle);
    while (middle < to && ranks[middle]! < i) middle++;
    from = middle;
    low = i;
  }
}

function medianOfThree(a: number, b: number, c: number): number {
  return a < b ? (b < c ? b : Math.max(a, c)) : a < c ? a : Math.max(b, c);
}

function insertionSort(values: Float64Array, low: number, high: number): void {
  for (let i = low + 1; i <= high; i++) {
    const value = values[i]!;
    let j = i - 1;
    while (j >= low && values[j]! > value) {
      values[j + 1] = values[j]!;
      j--;
    }
    values[j + 1] = value;
  }
}
