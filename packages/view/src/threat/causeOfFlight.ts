import type { CauseOfFlight, ExplanationVerdict, Trough } from '@asylia/lab';
import { escapeHtml } from '../html.ts';
import { inEnglish } from '../languages/nameOf.ts';
import { count, fixed, listed, longDate, percent, plain, say } from '../now.ts';
import type { Origin } from '../report/context.ts';
import { figureBlock, tableBlock } from '../report/context.ts';
import { causeChart } from './causeChart.ts';
import { causeOfFlightTables } from './causeTables.ts';

/** What the test says, in sentences: for the page and for the command alike. */
export interface CauseSentences {
  /** what the keepers of the data ask to be said */
  readonly notices: readonly string[];
  /** one for each explanation: verdict, figures, what would have to be seen for another */
  readonly verdicts: readonly string[];
  /** rise and fall across regions */
  readonly together: readonly string[];
  /** how little or much this can tell */
  readonly caveats: readonly string[];
}

export function causeOfFlightSentences(value: CauseOfFlight): CauseSentences {
  const { together } = value;
  const caveats = [
    ...(value.resolution === 'phases' ? [phasesSentence(value)] : []),
    ...(value.leftHomeSeenIn ? [say('cause.seenIn', { country: value.leftHomeSeenIn })] : []),
    say('cause.caveat.timing'),
    say('cause.caveat.killings'),
    ...(together.killingsInStep !== null && together.killingsInStep > 0.1
      ? [say('cause.caveat.step', { share: percent(together.killingsInStep) })]
      : []),
    ...value.notes,
  ];
  return {
    notices: value.notices.map((notice) => say('cause.notice', { notice })),
    verdicts: value.verdicts.map((verdict) => verdictSentence(value, verdict)),
    together: [
      ...(together.meanCorrelation !== null && value.resolution === 'periods'
        ? [say('cause.together', { rho: two(together.meanCorrelation), p: pOf(together.p) })]
        : []),
      ...(value.resolution === 'periods'
        ? together.troughs.map((trough) => troughSentence(value, trough))
        : []),
    ],
    caveats,
  };
}

/** A section of the report: verdicts, small multiples, tables, and the keepers' notice before all. */
export function causeOfFlightSection(context: Origin, value: CauseOfFlight): string {
  const said = causeOfFlightSentences(value);
  const list = (lines: readonly string[], kind = '', english: readonly string[] = []) =>
    lines.length > 0
      ? `<ul${kind}>${lines.map((line) => `<li>${english.includes(line) ? inEnglish(line) : escapeHtml(line)}</li>`).join('')}</ul>`
      : '';
  const [phases, ...others] = causeOfFlightTables(value).reverse();
  const title = say('cause.figure', {
    from: longDate(value.periods[0]!.from),
    to: longDate(value.periods.at(-1)!.to),
  });
  const picture = figureBlock(context, {
    id: 'cause-of-flight',
    title,
    picture: causeChart(value, title),
    sources: [],
    table: phases!,
    summary: say('cause.figure.note'),
  });
  const notices = said.notices.map((line) => `<p class="note">${escapeHtml(line)}</p>`).join('');
  return `<p>${escapeHtml(say('cause.intro'))}</p>${notices}${list(said.verdicts, ' class="findings"')}${picture}${list(said.together)}${list(said.caveats, '', value.notes)}${others
    .reverse()
    .map((table) => `<h3>${escapeHtml(table.title)}</h3>${tableBlock(table)}`)
    .join('')}`;
}

function verdictSentence(value: CauseOfFlight, verdict: ExplanationVerdict): string {
  const { explanation } = verdict;
  const name = say(`cause.name.${explanation}`);
  const head = say('cause.sentence', { name, verdict: say(`cause.verdict.${verdict.verdict}`) });
  if (value.resolution === 'phases') return head;
  const what = say(`cause.of.${explanation}`);
  const timing = verdict.rules.find((rule) => rule.rule === 'timing')?.figures;
  const held = verdict.rules.filter((rule) => rule.rule === 'held');
  const sum = (figure: string) => held.reduce((n, rule) => n + (rule.figures[figure] ?? 0), 0);
  const unmet = verdict.rules.filter((rule) => rule.rule !== 'excluded' && rule.held !== true);
  const main = percent(value.rules.mainShare);
  const level = plain(value.rules.level);
  return [
    head,
    say('cause.figures', {
      reach: percent(verdict.upperBound),
      what,
      share: share(verdict.share),
      low: share(verdict.shareLow95),
      high: share(verdict.shareHigh95),
      rho: two(timing?.correlation ?? null),
      p: pOf(timing?.p ?? null),
    }),
    ...(verdict.verdict === 'supported' && sum('unsure') > 0
      ? [say('cause.forms', { forms: sum('forms'), unsure: sum('unsure') })]
      : []),
    say(`cause.other.${verdict.verdict}`, {
      what,
      main,
      level,
      rules: listed([...new Set(unmet.map((rule) => say(`cause.rule.${rule.rule}`)))]),
    }),
  ].join(' ');
}

function phasesSentence(value: CauseOfFlight): string {
  const { lags, window } = value.windows[0]!;
  const same = (indicator: 'killings' | 'strikes' | 'battles') =>
    two(lags.find((row) => row.indicator === indicator && row.region === '')?.same ?? null);
  return say('cause.phases', {
    periods: window.periods,
    p: two(1 / window.periods),
    killings: same('killings'),
    strikes: same('strikes'),
    battles: same('battles'),
  });
}

function troughSentence(value: CauseOfFlight, trough: Trough): string {
  const { peakBefore, at, peakAfter } = trough;
  return [
    say('cause.trough', {
      date: longDate(trough.from),
      at: count(at.leaving),
      before: count(peakBefore.leaving),
      beforeDate: longDate(peakBefore.from),
      after: count(peakAfter.leaving),
      afterDate: longDate(peakAfter.from),
      fell: trough.regionsThatFell.length,
      regions: value.regions.length,
      killingsBefore: count(peakBefore.killings),
      killings: count(at.killings),
      killingsAfter: count(peakAfter.killings),
      strikesBefore: count(peakBefore.strikes),
      strikes: count(at.strikes),
      strikesAfter: count(peakAfter.strikes),
      battlesBefore: count(peakBefore.battles),
      battles: count(at.battles),
      battlesAfter: count(peakAfter.battles),
    }),
    ...trough.markers.map((marker) => say('cause.trough.marker', { marker })),
    ...(trough.closures.length > 0
      ? [say('cause.trough.closure', { closures: listed(trough.closures) })]
      : []),
  ].join(' ');
}

function two(x: number | null): string {
  return x === null ? '-' : fixed(x, 2);
}

function share(x: number | null): string {
  return x === null ? '-' : percent(x);
}

function pOf(p: number | null): string {
  if (p === null) return '-';
  return p < 0.001 ? say('cause.pBelow', { p: plain(0.001) }) : fixed(p, 3);
}
