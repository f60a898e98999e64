/** Sum of a list. */
export function sum(list: ArrayLike<number>): number {
  let total = 0;
  for (let i = 0; i < list.length; i++) total += list[i]!;
  return total;
}

/** a / b, or 0 where there is nobody to divide by. */
export function ratio(a: number, b: number): number {
  return b > 0 ? a / b : 0;
}
