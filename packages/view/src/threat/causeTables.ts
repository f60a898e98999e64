import type { CauseOfFlight, RuleResult, WindowResult } from '@asylia/lab';
import type { MessageId, Words } from '@asylia/words';
import type { ReportTable } from '../export/table.ts';
import { column, columns, tableOf } from '../report/columns.ts';

export function seriesName(
  words: Words,
  id: 'leaving' | 'killings' | 'strikes' | 'battles' | 'insurgentKillings',
) {
  return words.say(`cause.series.${id}` satisfies MessageId);
}

export function windowName(
  words: Words,
  value: CauseOfFlight,
  id: WindowResult['window']['id'],
): string {
  return words.say(`cause.window.${id}`, { share: words.percent(value.rules.mostOfLeaving) });
}

export function heldName(words: Words, held: boolean | null): string {
  if (held === null) return words.say('cause.held.unknown');
  return held ? words.say('cause.held.yes') : words.say('cause.held.no');
}

/** All tables of the test, for the page, for text and for sheets; rows of the source stay out. */
export function causeOfFlightTables(words: Words, value: CauseOfFlight): ReportTable[] {
  return [
    verdictTable(words, value),
    rulesTable(words, value),
    sequenceTable(words, value),
    lagTable(words, value),
    shiftTable(words, value),
    regressionTable(words, value),
    peakTable(words, value),
    phaseTable(words, value),
  ].filter((table) => table.rows.length > 0);
}

function verdictTable(words: Words, value: CauseOfFlight): ReportTable {
  return tableOf(words, { id: 'cause-verdicts', title: 'cause.table.verdicts' }, value.verdicts, [
    ['explanation', (row) => words.say(`cause.name.${row.explanation}`)],
    ['verdict', (row) => words.say(`cause.verdict.${row.verdict}`)],
    ['mostItCanExplain', (row) => row.upperBound],
    ['shareOthersHeld', (row) => row.share],
    ['low', (row) => row.shareLow95],
    ['high', (row) => row.shareHigh95],
  ]);
}

function rulesTable(words: Words, value: CauseOfFlight): ReportTable {
  const figures = (rule: RuleResult) =>
    Object.entries(rule.figures)
      .flatMap(([name, x]) =>
        x === null ? [] : [`${name} ${words.plain(Number(x.toPrecision(3)))}`],
      )
      .join(', ');
  return tableOf(
    words,
    { id: 'cause-rules', title: 'cause.table.rules', englishColumns: [4] },
    value.verdicts.flatMap((v) => v.rules.map((rule) => ({ ...v, ...rule }))),
    [
      ['explanation', (row) => words.say(`cause.name.${row.explanation}`)],
      ['window', (row) => windowName(words, value, row.window)],
      ['rule', (row) => words.say(`cause.rule.${row.rule}`)],
      ['met', (row) => heldName(words, row.held)],
      ['figures', (row) => figures(row)],
    ],
  );
}

function sequenceTable(words: Words, value: CauseOfFlight): ReportTable {
  return tableOf(
    words,
    { id: 'cause-sequence', title: 'cause.table.sequence' },
    value.windows.flatMap((result) => result.sequence.map((row) => ({ ...result, ...row }))),
    [
      ['what', (row) => seriesName(words, row.indicator)],
      ['window', (row) => windowName(words, value, row.window.id)],
      ['regionPeriodsWithAny', (row) => row.periodsWithAny],
      ['leftWithAny', (row) => row.leavingSame],
      ['anyThenOrBefore', (row) => row.leavingSameOrBefore],
      ['onlyBefore', (row) => row.leavingOnlyBefore],
      ['neither', (row) => row.leavingNeither],
      ['beforeTheFirst', (row) => row.leavingBeforeFirst],
      ['aboveItsMean', (row) => row.leavingAboveMean],
      ['regionPeriodsAboveItsMean', (row) => row.periodsAboveMean],
    ],
  );
}

function lagTable(words: Words, value: CauseOfFlight): ReportTable {
  return tableOf(
    words,
    { id: 'cause-lags', title: 'cause.table.lags' },
    value.windows.flatMap((result) => result.lags.map((row) => ({ ...result, ...row }))),
    [
      ['what', (row) => seriesName(words, row.indicator)],
      ['window', (row) => windowName(words, value, row.window.id)],
      ['region', (row) => row.region || words.say('cause.mean')],
      'before2',
      'before1',
      'same',
      'after1',
      'after2',
    ],
  );
}

function shiftTable(words: Words, value: CauseOfFlight): ReportTable {
  return {
    id: 'cause-shifts',
    title: words.say('cause.table.shifts'),
    columns: [
      column(words, 'what'),
      column(words, 'window'),
      column(words, 'shifts'),
      column(words, 'correlation'),
      column(words, 'pAllTogether'),
      column(words, 'pEachApart'),
      ...value.regions.map((region) => words.say('cause.p', { region })),
      column(words, 'peaksOfLeavingMet'),
      column(words, 'pOfPeaks'),
    ],
    rows: value.windows.flatMap((result) =>
      result.shiftTests.map((test) => [
        seriesName(words, test.indicator),
        windowName(words, value, result.window.id),
        test.shifts,
        test.statistic,
        test.pTogether,
        test.pApart,
        ...test.pByRegion.map(({ p }) => p),
        test.peaksMet,
        test.pPeaks,
      ]),
    ),
  };
}

function regressionTable(words: Words, value: CauseOfFlight): ReportTable {
  const form = (r: WindowResult['regressions'][number]) =>
    words.listed([
      words.say(r.isMain ? 'cause.form.main' : 'cause.form.other'),
      words.say(r.exposure === 'same' ? 'cause.form.same' : 'cause.form.before'),
      words.say(r.effects === 'region' ? 'cause.form.regions' : 'cause.form.both'),
      seriesName(words, r.insurgencyBy),
    ]);
  return {
    id: 'cause-regression',
    title: words.say('cause.table.regression'),
    columns: columns(
      words,
      'form',
      'window',
      'explanation',
      'coefficient',
      'low',
      'high',
      'factorWhenDoubled',
      'share',
      'lowShare',
      'highShare',
      'devianceAlone',
      'devianceLast',
      'dispersion',
    ),
    rows: value.windows.flatMap((result) =>
      result.regressions.flatMap((r) =>
        r.terms.map((term) => [
          form(r),
          windowName(words, value, result.window.id),
          words.say(`cause.name.${term.explanation}`),
          term.coefficient,
          term.low95,
          term.high95,
          term.perDoubling,
          term.share,
          term.shareLow95,
          term.shareHigh95,
          term.devianceAlone,
          term.devianceLast,
          r.dispersion,
        ]),
      ),
    ),
  };
}

function peakTable(words: Words, value: CauseOfFlight): ReportTable {
  return tableOf(words, { id: 'cause-peaks', title: 'cause.table.peaks' }, value.peaks, [
    'region',
    ['peopleLeaving', (row) => row.leaving],
    ['killings', (row) => row.byIndicator.killings],
    ['airStrikes', (row) => row.byIndicator.strikes],
    ['battlesOfInsurgents', (row) => row.byIndicator.battles],
  ]);
}

function phaseTable(words: Words, value: CauseOfFlight): ReportTable {
  return {
    id: 'cause-phases',
    title: words.say('cause.table.phases'),
    columns: [
      column(words, 'from'),
      column(words, 'to'),
      column(words, 'peopleLeaving'),
      column(words, 'share'),
      column(words, 'killings'),
      column(words, 'airStrikes'),
      column(words, 'battlesOfInsurgents'),
      ...value.regions.map((region) => words.say('cause.leaving', { region })),
    ],
    rows: value.together.phases.map((phase) => [
      phase.from,
      phase.to,
      phase.leaving,
      phase.shareOfLeaving,
      phase.killings,
      phase.strikes,
      phase.battles,
      ...value.regions.map(
        (region) => phase.regions.find((row) => row.region === region)?.leaving ?? null,
      ),
    ]),
  };
}
