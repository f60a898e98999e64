import { claimsTable } from '@asylia/cases';
import type { ThreatSummary } from '@asylia/lab';
import { codeOf } from '@asylia/security';
import type { Words } from '@asylia/words';
import type { ReportTable } from '../export/table.ts';
import { tableOf } from '../report/columns.ts';
import { markName } from '../report/tables.ts';
import { intervalTable } from './intervalTable.ts';

/** Every table of an attribution, for CSV and the workbook. */
export function threatTables(words: Words, summary: ThreatSummary): ReportTable[] {
  return [
    ...effectTables(words, summary),
    ...necessityTables(words, summary),
    ...interactionTables(words, summary),
    ...judgedTables(words, summary),
    ...declaredTables(words, summary),
  ];
}

/** What each source and each remedy does to each measure. */
function effectTables(words: Words, summary: ThreatSummary): ReportTable[] {
  const outcome = new Map(summary.outcomes.map((one) => [one.id, one]));
  const of = (id: string) => outcome.get(id)!;
  return [
    tableOf(words, { id: 'contributions', title: 'table.contributions' }, summary.cells, [
      'theory',
      'frame',
      ['object', (row) => of(row.outcome).object],
      'outcome',
      ['title', (row) => of(row.outcome).title],
      ['unit', (row) => of(row.outcome).unit],
      ['direction', (row) => directionOf(words, of(row.outcome))],
      'factor',
      'firstIn',
      'lastIn',
      'shapley',
      'conditional',
      'worlds',
    ]),
    intervalTable(words, summary),
    tableOf(
      words,
      { id: 'agreement', title: 'table.agreement' },
      summary.agreement.flatMap((row) => row.factors.map((one) => ({ ...row, ...one }))),
      [
        'outcome',
        ['kendallW', (row) => row.concordance],
        'factor',
        ['ranksFirst', (row) => row.first],
        ['adds', (row) => row.up],
        ['takesAway', (row) => row.down],
      ],
    ),
    tableOf(words, { id: 'levels', title: 'table.levels' }, summary.levels, [
      'theory',
      ['object', (row) => of(row.outcome).object],
      'outcome',
      ['unit', (row) => of(row.outcome).unit],
      'baseline',
      'without',
    ]),
    tableOf(words, { id: 'remedies', title: 'table.remedies' }, summary.remedies, [
      'remedy',
      'theory',
      ['object', (row) => of(row.outcome).object],
      'outcome',
      ['unit', (row) => of(row.outcome).unit],
      ['direction', (row) => directionOf(words, of(row.outcome))],
      'effect',
      'low90',
      'lowError',
      'high90',
      'highError',
    ]),
  ];
}

/** What is necessary for a harm, on which paths it is reached, by which actors. */
function necessityTables(words: Words, summary: ThreatSummary): ReportTable[] {
  return [
    tableOf(
      words,
      { id: 'necessity', title: 'table.necessity' },
      inAnswers(summary, ({ necessity }) => necessity),
      [
        'theory',
        'outcome',
        'threshold',
        'factor',
        'pn',
        'pnLow',
        'pnHigh',
        ['psGiven', (row) => row.ps],
        'necessityConsistency',
        'necessityCoverage',
        'sufficiencyConsistency',
        'responsibility',
      ],
    ),
    tableOf(
      words,
      { id: 'paths', title: 'table.paths' },
      inAnswers(summary, ({ paths }) => paths),
      [
        'theory',
        'outcome',
        ['on', (row) => row.on.map(codeOf).join(' ')],
        ['off', (row) => row.off.map(codeOf).join(' ')],
      ],
    ),
    tableOf(
      words,
      { id: 'actors', title: 'table.actors' },
      inAnswers(summary, ({ actors }) => actors),
      ['theory', 'outcome', 'actor', 'owen'],
    ),
  ];
}

/** Which sources work together, and which numbers the answer hangs on. */
function interactionTables(words: Words, summary: ThreatSummary): ReportTable[] {
  return [
    tableOf(
      words,
      { id: 'interactions', title: 'table.interactions' },
      inAnswers(summary, ({ interactions }) => interactions),
      [
        'theory',
        'outcome',
        ['one', (row) => codeOf(row.pair[0])],
        ['other', (row) => codeOf(row.pair[1])],
        'value',
      ],
    ),
    tableOf(
      words,
      { id: 'ledger', title: 'table.ledger', englishColumns: [12] },
      inAnswers(summary, ({ ledger }) => ledger),
      [
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
        ['mark', (row) => markName(words, row.mark)],
        'source',
      ],
    ),
    tableOf(
      words,
      { id: 'switch-points', title: 'table.switchPoints' },
      inAnswers(summary, ({ switches }) => switches),
      [
        'theory',
        'outcome',
        'assumption',
        ['one', (row) => codeOf(row.factors[0])],
        ['other', (row) => codeOf(row.factors[1])],
        'at',
      ],
    ),
  ];
}

/** What the runs say of the claims and of the theories. */
function judgedTables(words: Words, summary: ThreatSummary): ReportTable[] {
  return [
    tableOf(
      words,
      { id: 'claims', title: 'table.claims', englishColumns: [1, 2, 3, 4, 5, 8, 9] },
      claimsTable(summary.claims, summary.claimDefinitions),
      [
        ['claim', (row) => row.id],
        'place',
        'says',
        'voice',
        'kind',
        ['standsFor', (row) => row.represented],
        'theory',
        'verdict',
        'by',
        'note',
      ],
    ),
    tableOf(
      words,
      { id: 'checks', title: 'table.checks', englishColumns: [2, 4] },
      summary.checks,
      [
        'theory',
        'id',
        'title',
        [
          'refuted',
          (row) =>
            words.say(
              row.refuted === null
                ? 'threat.undecided'
                : row.refuted
                  ? 'threat.refuted'
                  : 'threat.notRefuted',
            ),
        ],
        'evidence',
      ],
    ),
  ];
}

/** Sources and measures as they are declared. */
function declaredTables(words: Words, summary: ThreatSummary): ReportTable[] {
  return [
    tableOf(
      words,
      { id: 'factors', title: 'table.factors', englishColumns: [3, 4, 5, 6] },
      summary.factors,
      [
        ['id', (row) => row.code],
        'title',
        'actor',
        'on',
        'off',
        'offAlternative',
        'coTenability',
        ['presupposes', (row) => row.presupposes.map(codeOf).join(' ')],
      ],
    ),
    tableOf(
      words,
      { id: 'outcomes', title: 'table.outcomes', englishColumns: [5, 6] },
      summary.outcomes,
      [
        ['id', (row) => row.code],
        'object',
        'title',
        'unit',
        ['direction', (row) => directionOf(words, row)],
        'formula',
        ['doesNotSee', (row) => row.limitations],
        ['claims', (row) => row.claims.join(' ')],
      ],
    ),
  ];
}

/** Rows inside the answers, each with its answer. */
function inAnswers<Row extends object>(
  { answers }: ThreatSummary,
  rowsOf: (answer: ThreatSummary['answers'][number]) => readonly Row[],
) {
  return answers.flatMap((answer) => rowsOf(answer).map((row) => ({ ...answer, ...row })));
}

function directionOf(words: Words, { direction }: ThreatSummary['outcomes'][number]): string {
  return words.say(`direction.${direction}`);
}
