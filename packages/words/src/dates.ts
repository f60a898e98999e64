import type { Style } from './language.ts';
import { digitsIn } from './numbers.ts';

/** Dates as a language writes them, from yyyy-mm-dd. */
export interface Dates {
  /** 1999-06-07 -> 7 June 1999. */
  readonly longDate: (iso: string) => string;
  /** 1999-06-07 -> 7 Jun. */
  readonly shortDate: (iso: string) => string;
  /** 1999-06-07 -> Jun 1999. */
  readonly monthAndYear: (iso: string) => string;
}

export function datesIn({
  dates,
  months,
  numbers,
}: Pick<Style, 'dates' | 'months' | 'numbers'>): Dates {
  const inDigits = digitsIn(numbers);
  const dated = (iso: string, pattern: string, names: readonly string[]) => {
    const [year, month, day] = iso.split('-').map(Number) as [number, number, number];
    return pattern
      .replace('{day}', inDigits(day === 1 ? dates.firstDay : String(day)))
      .replace('{month}', names[month - 1]!)
      .replace('{year}', inDigits(String(year)));
  };
  return {
    longDate: (iso) => dated(iso, dates.long, months.long),
    shortDate: (iso) => dated(iso, dates.short, months.short),
    monthAndYear: (iso) => dated(iso, dates.monthAndYear, months.short),
  };
}
