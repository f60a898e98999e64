import { ownValue } from '@asylia/engine';
import type { RunSummary } from '@asylia/lab';
import { number } from './words.ts';

/** What is said of a case in three sentences: of the expected run alone, or of all worlds. */
export interface Findings {
  readonly most: Amount & { readonly date: string };
  /** What runs short first, and for how many people to prepare there. */
  readonly short: {
    readonly what: string;
    readonly date: string;
    readonly prepareFor: number;
  } | null;
  readonly end: {
    readonly date: string;
    readonly returned: Amount;
    readonly evacuated: Amount;
    readonly secondWave: Amount;
  };
  /** Checks against the record that hold, of so many. */
  readonly held: number;
  readonly checks: number;
}

/** Persons: the median of the worlds, and what 90 of 100 lie between. */
interface Amount {
  readonly people: number;
  readonly low90: number;
  readonly high90: number;
}

export function findingsOf(summary: RunSummary): Findings {
  const { bands, dates, checks } = summary;
  const at = (name: string, onDay: number): Amount => {
    const band = ownValue(bands, name);
    return {
      people: band?.q50[onDay] ?? 0,
      low90: band?.q05[onDay] ?? 0,
      high90: band?.q95[onDay] ?? 0,
    };
  };
  const stock = bands.stock?.q50 ?? [];
  const day = stock.indexOf(Math.max(...stock));
  const last = summary.case.days - 1;
  return {
    most: { ...at('stock', day), date: dates[day] ?? dates[0]! },
    short: firstShort(summary),
    end: {
      date: dates[last]!,
      returned: at('returned', last),
      evacuated: at('evacuated', last),
      secondWave: at('secondWave', last),
    },
    held: checks.filter((check) => check.pass).length,
    checks: checks.length,
  };
}

function firstShort({ gaps, places, dates }: RunSummary): Findings['short'] {
  const gap = gaps
    .filter(({ known, firstDay }) => known && firstDay.q50 !== null)
    .sort((a, b) => a.firstDay.q50! - b.firstDay.q50!)[0];
  if (!gap) return null;
  const place = places.find(({ id }) => id === gap.place)?.name ?? gap.place;
  return {
    what: `${gap.line} in ${place}`,
    date: dates[Math.round(gap.firstDay.q50!)]!,
    prepareFor: gap.prepareFor,
  };
}

/** The first answer: the same sentences, before any world was sampled. */
export function preliminaryText({ most, short, end, held, checks }: Findings): string {
  const lines = [
    'Preliminary, from the expected run; bands follow:',
    `- At most ${number(most.people)} displaced persons in the region on ${most.date}.`,
  ];
  if (short) {
    lines.push(
      `- First to run short: ${short.what}, by ${short.date}; prepare for ${number(short.prepareFor)} people there.`,
    );
  }
  lines.push(
    `- By ${end.date}: ${number(end.returned.people)} returned, ${number(end.evacuated.people)} had been evacuated, ${number(end.secondWave.people)} people of other groups were displaced later.`,
  );
  if (checks > 0) lines.push(`Against the record: ${held} of ${checks} checks hold.`);
  return `${lines.join('\n')}\n`;
}

/** The main findings in sentences: each figure with its band, and beside it that of the expected run. */
export function findingsText(all: Findings, expected: Findings): string {
  const { most, short, end, held, checks } = all;
  const range = ({ low90, high90 }: Amount) =>
    `90 of 100 worlds: ${number(low90)} to ${number(high90)}`;
  const banded = (of: 'returned' | 'evacuated' | 'secondWave', what: string) =>
    `${number(end[of].people)} ${what} (${range(end[of])}; expected run: ${number(expected.end[of].people)})`;
  const lines = [
    `- At most ${number(most.people)} displaced persons in the region on ${most.date} (${range(most)}; expected run: ${number(expected.most.people)} on ${expected.most.date}).`,
  ];
  const first = expected.short
    ? `expected run: ${expected.short.what}, by ${expected.short.date}, ${number(expected.short.prepareFor)} people`
    : 'expected run: nothing runs short';
  if (short) {
    lines.push(
      `- First to run short: ${short.what}, by ${short.date}; prepare for ${number(short.prepareFor)} people there (9 in 10 worlds stay below; ${first}).`,
    );
  } else if (expected.short) {
    lines.push(`- Nothing runs short in the median world (${first}).`);
  }
  lines.push(
    `- By ${end.date}: ${banded('returned', 'returned')}, ${banded('evacuated', 'had been evacuated')}, ${banded('secondWave', 'people of other groups were displaced later')}.`,
  );
  if (checks > 0) {
    lines.push(
      `Against the record: ${held} of ${checks} checks hold (in the expected run ${expected.held}); the misses are explained in the report.`,
    );
  }
  return `${lines.join('\n')}\n`;
}
