import type { CauseOfFlight, ExplanationVerdict, Trough } from '@asylia/lab';
import type { Words } from '@asylia/words';
import { escapeHtml } from '../html.ts';
import { inEnglish } from '../languages/nameOf.ts';
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

export function causeOfFlightSentences(words: Words, value: CauseOfFlight): CauseSentences {
  const { together } = value;
  const caveats = [
    ...(value.resolution === 'phases' ? [phasesSentence(words, value)] : []),
    ...(value.leftHomeSeenIn ? [words.say('cause.seenIn', { country: value.leftHomeSeenIn })] : []),
    words.say('cause.caveat.timing'),
    words.say('cause.caveat.killings'),
    ...(together.killingsInStep !== null && together.killingsInStep > 0.1
      ? [words.say('cause.caveat.step', { share: words.percent(together.killingsInStep) })]
      : []),
    ...value.notes,
  ];
  return {
    notices: value.notices.map((notice) => words.say('cause.notice', { notice })),
    verdicts: value.verdicts.map((verdict) => verdictSentence(words, value, verdict)),
    together: [
      ...(together.meanCorrelation !== null && value.resolution === 'periods'
        ? [
            words.say('cause.together', {
              rho: two(words, together.meanCorrelation),
              p: pOf(words, together.p),
            }),
          ]
        : []),
      ...(value.resolution === 'periods'
        ? together.troughs.map((trough) => troughSentence(words, value, trough))
        : []),
    ],
    caveats,
  };
}

/** A section of the report: verdicts, small multiples, tables, and the keepers' notice before all. */
export function causeOfFlightSection(words: Words, context: Origin, value: CauseOfFlight): string {
  const said = causeOfFlightSentences(words, value);
  const list = (lines: readonly string[], kind = '', english: readonly string[] = []) =>
    lines.length > 0
      ? `<ul${kind}>${lines.map((line) => `<li>${english.includes(line) ? inEnglish(words, line) : escapeHtml(line)}</li>`).join('')}</ul>`
      : '';
  const [phases, ...others] = causeOfFlightTables(words, value).reverse();
  const title = words.say('cause.figure', {
    from: words.longDate(value.periods[0]!.from),
    to: words.longDate(value.periods.at(-1)!.to),
  });
  const picture = figureBlock(words, context, {
    id: 'cause-of-flight',
    title,
    picture: causeChart(words, value, title),
    sources: [],
    table: phases!,
    summary: words.say('cause.figure.note'),
  });
  const notices = said.notices.map((line) => `<p class="note">${escapeHtml(line)}</p>`).join('');
  return `<p>${escapeHtml(words.say('cause.intro'))}</p>${notices}${list(said.verdicts, ' class="findings"')}${picture}${list(said.together)}${list(said.caveats, '', value.notes)}${others
    .reverse()
    .map((table) => `<h3>${escapeHtml(table.title)}</h3>${tableBlock(words, table)}`)
    .join('')}`;
}

function verdictSentence(words: Words, value: CauseOfFlight, verdict: ExplanationVerdict): string {
  const { explanation } = verdict;
  const name = words.say(`cause.name.${explanation}`);
  const head = words.say('cause.sentence', {
    name,
    verdict: words.say(`cause.verdict.${verdict.verdict}`),
  });
  if (value.resolution === 'phases') return head;
  const what = words.say(`cause.of.${explanation}`);
  const timing = verdict.rules.find((rule) => rule.rule === 'timing')?.figures;
  const held = verdict.rules.filter((rule) => rule.rule === 'held');
  const sum = (figure: string) => held.reduce((n, rule) => n + (rule.figures[figure] ?? 0), 0);
  const unmet = verdict.rules.filter((rule) => rule.rule !== 'excluded' && rule.held !== true);
  const main = words.percent(value.rules.mainShare);
  const level = words.plain(value.rules.level);
  return [
    head,
    words.say('cause.figures', {
      reach: words.percent(verdict.upperBound),
      what,
      share: share(words, verdict.share),
      low: share(words, verdict.shareLow95),
      high: share(words, verdict.shareHigh95),
      rho: two(words, timing?.correlation ?? null),
      p: pOf(words, timing?.p ?? null),
    }),
    ...(verdict.verdict === 'supported' && sum('unsure') > 0
      ? [words.say('cause.forms', { forms: sum('forms'), unsure: sum('unsure') })]
      : []),
    words.say(`cause.other.${verdict.verdict}`, {
      what,
      main,
      level,
      rules: words.listed([...new Set(unmet.map((rule) => words.say(`cause.rule.${rule.rule}`)))]),
    }),
  ].join(' ');
}

function phasesSentence(words: Words, value: CauseOfFlight): string {
  const { lags, window } = value.windows[0]!;
  const same = (indicator: 'killings' | 'strikes' | 'battles') =>
    two(words, lags.find((row) => row.indicator === indicator && row.region === '')?.same ?? null);
  return words.say('cause.phases', {
    periods: window.periods,
    p: two(words, 1 / window.periods),
    killings: same('killings'),
    strikes: same('strikes'),
    battles: same('battles'),
  });
}

function troughSentence(words: Words, value: CauseOfFlight, trough: Trough): string {
  const { peakBefore, at, peakAfter } = trough;
  return [
    words.say('cause.trough', {
      date: words.longDate(trough.from),
      at: words.count(at.leaving),
      before: words.count(peakBefore.leaving),
      beforeDate: words.longDate(peakBefore.from),
      after: words.count(peakAfter.leaving),
      afterDate: words.longDate(peakAfter.from),
      fell: trough.regionsThatFell.length,
      regions: value.regions.length,
      killingsBefore: words.count(peakBefore.killings),
      killings: words.count(at.killings),
      killingsAfter: words.count(peakAfter.killings),
      strikesBefore: words.count(peakBefore.strikes),
      strikes: words.count(at.strikes),
      strikesAfter: words.count(peakAfter.strikes),
      battlesBefore: words.count(peakBefore.battles),
      battles: words.count(at.battles),
      battlesAfter: words.count(peakAfter.battles),
    }),
    ...trough.markers.map((marker) => words.say('cause.trough.marker', { marker })),
    ...(trough.closures.length > 0
      ? [words.say('cause.trough.closure', { closures: words.listed(trough.closures) })]
      : []),
  ].join(' ');
}

function two(words: Words, x: number | null): string {
  return x === null ? '-' : words.fixed(x, 2);
}

function share(words: Words, x: number | null): string {
  return x === null ? '-' : words.percent(x);
}

function pOf(words: Words, p: number | null): string {
  if (p === null) return '-';
  return p < 0.001 ? words.say('cause.pBelow', { p: words.plain(0.001) }) : words.fixed(p, 3);
}
