import type { CauseOfFlight, RuleResult, WindowResult } from '@asylia/lab';
import type { MessageId } from '@asylia/words';
import type { ReportTable } from '../export/table.ts';
import { listed, percent, plain, say } from '../now.ts';
import { column, columns } from '../report/columns.ts';

export function seriesName(
  id: 'leaving' | 'killings' | 'strikes' | 'battles' | 'insurgentKillings',
) {
  return say(`cause.series.${id}` satisfies MessageId);
}

export function windowName(value: CauseOfFlight, id: WindowResult['window']['id']): string {
  return say(`cause.window.${id}`, { share: percent(value.rules.mostOfLeaving) });
}

export function heldName(held: boolean | null): string {
  if (held === null) return say('cause.held.unknown');
  return held ? say('cause.held.yes') : say('cause.held.no');
}

/** All tables of the test, for the page, for text and for sheets; rows of the source stay out. */
export function causeOfFlightTables(value: CauseOfFlight): ReportTable[] {
  return [
    verdictTable(value),
    rulesTable(value),
    sequenceTable(value),
    lagTable(value),
    shiftTable(value),
    regressionTable(value),
    peakTable(value),
    phaseTable(value),
  ].filter((table) => table.rows.length > 0);
}

function verdictTable(value: CauseOfFlight): ReportTable {
  return {
    id: 'cause-verdicts',
    title: say('cause.table.verdicts'),
    columns: columns(
      'explanation',
      'verdict',
      'mostItCanExplain',
      'shareOthersHeld',
      'low',
      'high',
    ),
    rows: value.verdicts.map((v) => [
      say(`cause.name.${v.explanation}`),
      say(`cause.verdict.${v.verdict}`),
      v.upperBound,
      v.share,
      v.shareLow95,
      v.shareHigh95,
    ]),
  };
}

function rulesTable(value: CauseOfFlight): ReportTable {
  const figures = (rule: RuleResult) =>
    Object.entries(rule.figures)
      .flatMap(([name, x]) => (x === null ? [] : [`${name} ${plain(Number(x.toPrecision(3)))}`]))
      .join(', ');
  return {
    id: 'cause-rules',
    title: say('cause.table.rules'),
    englishColumns: [4],
    columns: columns('explanation', 'window', 'rule', 'met', 'figures'),
    rows: value.verdicts.flatMap((v) =>
      v.rules.map((rule) => [
        say(`cause.name.${v.explanation}`),
        windowName(value, rule.window),
        say(`cause.rule.${rule.rule}`),
        heldName(rule.held),
        figures(rule),
      ]),
    ),
  };
}

function sequenceTable(value: CauseOfFlight): ReportTable {
  return {
    id: 'cause-sequence',
    title: say('cause.table.sequence'),
    columns: columns(
      'what',
      'window',
      'regionPeriodsWithAny',
      'leftWithAny',
      'anyThenOrBefore',
      'onlyBefore',
      'neither',
      'beforeTheFirst',
      'aboveItsMean',
      'regionPeriodsAboveItsMean',
    ),
    rows: value.windows.flatMap((result) =>
      result.sequence.map((row) => [
        seriesName(row.indicator),
        windowName(value, result.window.id),
        row.periodsWithAny,
        row.leavingSame,
        row.leavingSameOrBefore,
        row.leavingOnlyBefore,
        row.leavingNeither,
        row.leavingBeforeFirst,
        row.leavingAboveMean,
        row.periodsAboveMean,
      ]),
    ),
  };
}

function lagTable(value: CauseOfFlight): ReportTable {
  return {
    id: 'cause-lags',
    title: say('cause.table.lags'),
    columns: columns('what', 'window', 'region', 'before2', 'before1', 'same', 'after1', 'after2'),
    rows: value.windows.flatMap((result) =>
      result.lags.map((row) => [
        seriesName(row.indicator),
        windowName(value, result.window.id),
        row.region || say('cause.mean'),
        row.before2,
        row.before1,
        row.same,
        row.after1,
        row.after2,
      ]),
    ),
  };
}

function shiftTable(value: CauseOfFlight): ReportTable {
  return {
    id: 'cause-shifts',
    title: say('cause.table.shifts'),
    columns: [
      column('what'),
      column('window'),
      column('shifts'),
      column('correlation'),
      column('pAllTogether'),
      column('pEachApart'),
      ...value.regions.map((region) => say('cause.p', { region })),
      column('peaksOfLeavingMet'),
      column('pOfPeaks'),
    ],
    rows: value.windows.flatMap((result) =>
      result.shiftTests.map((test) => [
        seriesName(test.indicator),
        windowName(value, result.window.id),
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

function regressionTable(value: CauseOfFlight): ReportTable {
  const form = (r: WindowResult['regressions'][number]) =>
    listed([
      say(r.isMain ? 'cause.form.main' : 'cause.form.other'),
      say(r.exposure === 'same' ? 'cause.form.same' : 'cause.form.before'),
      say(r.effects === 'region' ? 'cause.form.regions' : 'cause.form.both'),
      seriesName(r.insurgencyBy),
    ]);
  return {
    id: 'cause-regression',
    title: say('cause.table.regression'),
    columns: columns(
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
          windowName(value, result.window.id),
          say(`cause.name.${term.explanation}`),
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

function peakTable(value: CauseOfFlight): ReportTable {
  return {
    id: 'cause-peaks',
    title: say('cause.table.peaks'),
    columns: columns('region', 'peopleLeaving', 'killings', 'airStrikes', 'battlesOfInsurgents'),
    rows: value.peaks.map((row) => [
      row.region,
      row.leaving,
      row.byIndicator.killings,
      row.byIndicator.strikes,
      row.byIndicator.battles,
    ]),
  };
}

function phaseTable(value: CauseOfFlight): ReportTable {
  return {
    id: 'cause-phases',
    title: say('cause.table.phases'),
    columns: [
      column('from'),
      column('to'),
      column('peopleLeaving'),
      column('share'),
      column('killings'),
      column('airStrikes'),
      column('battlesOfInsurgents'),
      ...value.regions.map((region) => say('cause.leaving', { region })),
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
