import type { CheckEvaluator } from './evidence.ts';
import { percent, undecided } from './evidence.ts';
import { mostDisplaced, safeFrom, totalBy } from './record.ts';

const words = {
  returned_cum: (share: string) => `${share} of the most displaced at once had returned`,
  second_wave_cum: (share: string) =>
    `people of other groups were displaced later, ${share} of the most displaced before`,
} as const;

/** Who went home, or was driven out in turn, so many days after home became safe. */
export const afterSafety: CheckEvaluator<'afterSafety'> = (args, { case: source }) => {
  const safe = safeFrom(source);
  const most = mostDisplaced(source, '*');
  const total = safe && totalBy(source, args.measure, '*', safe + args.daysAfterSafety);
  if (!safe || !most || !total) return undecided('the record of the case does not count it');
  const share = total.value / most;
  const text = `record: ${words[args.measure](percent(share))} by ${total.date}; the theory expects ${args.atMost !== undefined ? `at most ${percent(args.atMost)}` : `at least ${percent(args.atLeast!)}`} within ${args.daysAfterSafety} days of safety`;
  const bound = args.atMost ?? args.atLeast!;
  // A running total that has passed the bound stays past it; below, an old count decides nothing.
  if (share <= bound && !total.isFresh) return undecided(`${text}; no later count`);
  return { refuted: args.atMost !== undefined ? share > bound : share < bound, evidence: text };
};
