import type { ThreatSummary } from '@asylia/lab';
import { claimsTable, codeOf } from '@asylia/security';
import type { ReportTable } from '../export/table.ts';
import { say } from '../now.ts';
import { columns } from '../report/columns.ts';
import { markName } from '../report/tables.ts';
import { intervalTable } from './intervalTable.ts';

/** Every table of an attribution, for CSV and the workbook. */
export function threatTables(summary: ThreatSummary): ReportTable[] {
  const outcome = new Map(summary.outcomes.map((one) => [one.id, one]));
  const of = (id: string) => outcome.get(id)!;
  return [
    {
      id: 'contributions',
      title: say('table.contributions'),
      columns: columns(
        'theory',
        'frame',
        'object',
        'outcome',
        'title',
        'unit',
        'direction',
        'factor',
        'firstIn',
        'lastIn',
        'shapley',
        'conditional',
        'worlds',
      ),
      rows: summary.cells.map((cell) => [
        cell.theory,
        cell.frame,
        of(cell.outcome).object,
        codeOf(cell.outcome),
        of(cell.outcome).title,
        of(cell.outcome).unit,
        directionOf(of(cell.outcome)),
        codeOf(cell.factor),
        cell.firstIn,
        cell.lastIn,
        cell.shapley,
        cell.conditional,
        cell.worlds,
      ]),
    },
    intervalTable(summary),
    {
      id: 'agreement',
      title: say('table.agreement'),
      columns: columns('outcome', 'kendallW', 'factor', 'ranksFirst', 'adds', 'takesAway'),
      rows: summary.agreement.flatMap((row) =>
        row.factors.map((one) => [
          codeOf(row.outcome),
          row.concordance,
          codeOf(one.factor),
          one.first,
          one.up,
          one.down,
        ]),
      ),
    },
    {
      id: 'levels',
      title: say('table.levels'),
      columns: columns('theory', 'object', 'outcome', 'unit', 'asItWas', 'without'),
      rows: summary.levels.map((level) => [
        level.theory,
        of(level.outcome).object,
        codeOf(level.outcome),
        of(level.outcome).unit,
        level.asItWas,
        level.without,
      ]),
    },
    {
      id: 'remedies',
      title: say('table.remedies'),
      columns: columns(
        'remedy',
        'theory',
        'object',
        'outcome',
        'unit',
        'direction',
        'effect',
        'low90',
        'lowError',
        'high90',
        'highError',
      ),
      rows: summary.remedies.map((cell) => [
        cell.remedy,
        cell.theory,
        of(cell.outcome).object,
        codeOf(cell.outcome),
        of(cell.outcome).unit,
        directionOf(of(cell.outcome)),
        cell.effect,
        cell.low90,
        cell.lowError,
        cell.high90,
        cell.highError,
      ]),
    },
    {
      id: 'necessity',
      title: say('table.necessity'),
      columns: columns(
        'theory',
        'outcome',
        'threshold',
        'factor',
        'pn',
        'pnLow',
        'pnHigh',
        'psGiven',
        'necessityConsistency',
        'necessityCoverage',
        'sufficiencyConsistency',
        'responsibility',
      ),
      rows: summary.answers.flatMap((answer) =>
        answer.necessity.map((row) => [
          answer.theory,
          codeOf(answer.outcome),
          answer.threshold,
          codeOf(row.factor),
          row.pn,
          row.pnLow,
          row.pnHigh,
          row.ps,
          row.necessityConsistency,
          row.necessityCoverage,
          row.sufficiencyConsistency,
          row.responsibility,
        ]),
      ),
    },
    {
      id: 'paths',
      title: say('table.paths'),
      columns: columns('theory', 'outcome', 'on', 'off'),
      rows: summary.answers.flatMap((answer) =>
        answer.paths.map((path) => [
          answer.theory,
          codeOf(answer.outcome),
          path.on.map(codeOf).join(' '),
          path.off.map(codeOf).join(' '),
        ]),
      ),
    },
    {
      id: 'actors',
      title: say('table.actors'),
      columns: columns('theory', 'outcome', 'actor', 'owen'),
      rows: summary.answers.flatMap((answer) =>
        answer.actors.map((one) => [answer.theory, codeOf(answer.outcome), one.actor, one.owen]),
      ),
    },
    {
      id: 'interactions',
      title: say('table.interactions'),
      columns: columns('theory', 'outcome', 'one', 'other', 'value'),
      rows: summary.answers.flatMap((answer) =>
        answer.interactions.map((one) => [
          answer.theory,
          codeOf(answer.outcome),
          ...one.pair.map(codeOf),
          one.value,
        ]),
      ),
    },
    {
      id: 'ledger',
      title: say('table.ledger'),
      englishColumns: [12],
      columns: columns(
        'theory',
        'outcome',
        'leader',
        'assumption',
        'unit',
        'low',
        'value',
        'high',
        'atLow',
        'atHigh',
        'shapleyEffect',
        'mark',
        'source',
      ),
      rows: summary.answers.flatMap((answer) =>
        answer.ledger.map((row) => [
          answer.theory,
          codeOf(answer.outcome),
          codeOf(answer.leader),
          row.assumption,
          row.unit,
          row.low,
          row.value,
          row.high,
          row.atLow,
          row.atHigh,
          row.shapleyEffect,
          markName(row.mark),
          row.source,
        ]),
      ),
    },
    {
      id: 'switch-points',
      title: say('table.switchPoints'),
      columns: columns('theory', 'outcome', 'assumption', 'one', 'other', 'at'),
      rows: summary.answers.flatMap((answer) =>
        answer.switches.map((one) => [
          answer.theory,
          codeOf(answer.outcome),
          one.assumption,
          ...one.factors.map(codeOf),
          one.at,
        ]),
      ),
    },
    {
      id: 'claims',
      title: say('table.claims'),
      englishColumns: [1, 2, 3, 4, 5, 8, 9],
      columns: columns(
        'claim',
        'place',
        'says',
        'voice',
        'kind',
        'standsFor',
        'theory',
        'verdict',
        'by',
        'note',
      ),
      rows: claimsTable(summary.claims, summary.claimDefinitions).map((row) => [
        row.id,
        row.place,
        row.says,
        row.voice,
        row.kind,
        row.represented,
        row.theory,
        row.verdict,
        row.by,
        row.note,
      ]),
    },
    {
      id: 'checks',
      title: say('table.checks'),
      englishColumns: [2, 4],
      columns: columns('theory', 'id', 'title', 'refuted', 'evidence'),
      rows: summary.checks.map((check) => [
        check.theory,
        check.id,
        check.title,
        say(
          check.refuted === null
            ? 'threat.undecided'
            : check.refuted
              ? 'threat.refuted'
              : 'threat.notRefuted',
        ),
        check.evidence,
      ]),
    },
    {
      id: 'factors',
      title: say('table.factors'),
      englishColumns: [3, 4, 5, 6],
      columns: columns(
        'id',
        'title',
        'actor',
        'on',
        'off',
        'offAlternative',
        'coTenability',
        'presupposes',
      ),
      rows: summary.factors.map((factor) => [
        codeOf(factor.id),
        factor.title,
        factor.actor,
        factor.on,
        factor.off,
        factor.offAlternative,
        factor.coTenability,
        factor.presupposes.map(codeOf).join(' '),
      ]),
    },
    {
      id: 'outcomes',
      title: say('table.outcomes'),
      englishColumns: [5, 6],
      columns: columns(
        'id',
        'object',
        'title',
        'unit',
        'direction',
        'formula',
        'doesNotSee',
        'claims',
      ),
      rows: summary.outcomes.map((one) => [
        codeOf(one.id),
        one.object,
        one.title,
        one.unit,
        directionOf(one),
        one.formula,
        one.limitations,
        one.claims.join(' '),
      ]),
    },
  ];
}

function directionOf({ direction }: ThreatSummary['outcomes'][number]): string {
  return say(`direction.${direction}`);
}
