import { join } from 'node:path';
import { hint } from '@asylia/cases';
import type { ThreatSummary } from '@asylia/lab';
import { cellsOfOrders, UserError } from '@asylia/lab';
import type { CompositeRow, Weight } from '@asylia/security';
import { codeOf, compositeOf, idOf } from '@asylia/security';
import { toCsv } from '@asylia/view';
import type { LanguageId } from '@asylia/words';
import { withCaseWords, wordsIn } from '@asylia/words';
import { languageCalled } from '@asylia/words/folder';
import { textTable } from '../output/textTable.ts';
import { writeThreat } from '../output/threatResults.ts';
import { preliminaryThreat, threatText } from '../output/threatWords.ts';
import type { FinishedThreat, ThreatOptions } from '../runs/attribution.ts';
import { prepareThreat, runThreat } from '../runs/attribution.ts';
import { causeIfAny } from '../runs/cause.ts';
import type { Effects } from '../shell/effects.ts';
import type { LoadedCase } from '../shell/loadCase.ts';
import { loadCase } from '../shell/loadCase.ts';

/** Only the question: the matrix of objects and sources, under one or all theories. */
export async function threat(
  effects: Effects,
  name: string,
  options: ThreatOptions & {
    readonly json: boolean;
    readonly orders?: number;
    readonly composite?: string;
    /** of the report */
    readonly language: LanguageId;
  },
): Promise<void> {
  const loaded = loadCase(effects, name);
  effects.err(`${loaded.case.title}: ${loaded.case.start} to ${loaded.case.end}, no fault found\n`);
  if (options.orders !== undefined) {
    sampleOrders(effects, loaded, options, options.orders);
    return;
  }
  const weights = options.composite === undefined ? [] : weightsOf(options.composite);
  const cause = causeIfAny(effects, loaded, options.data);
  const language = withCaseWords(languageCalled(options.language), loaded.words);
  const write = (done: FinishedThreat) => writeThreat(effects, done, wordsIn(language));
  const finished = await runThreat(effects, loaded, options, cause, write, (tables, prepared) => {
    // Where nothing else is to come, the answer itself is there at once.
    if (options.json || tables.length === prepared.tasks.length) return;
    effects.out(`${preliminaryThreat(prepared, tables)}\n`);
  });
  const { summary, folder } = finished;
  const composite = weights.length > 0 ? compositeRows(summary, weights) : null;
  if (options.json) {
    effects.out(
      `${JSON.stringify({ ...threatJson(summary), ...(composite ? { composite } : {}) })}\n`,
    );
    return;
  }
  if (composite) effects.out(`${compositeText(composite, weights)}\n`);
  effects.out(`${threatText(summary)}\nReport: ${join(folder, 'threat.html')}\n`);
}

/** Random weights under which the ranks of a composite are tried again. */
const randomWeights = 1000;

/** Measures with their weights, such as IND1=2,REC2=1. @throws UserError on any other form */
function weightsOf(text: string): Weight[] {
  return text.split(',').map((part) => {
    const [outcome, number] = part.split('=').map((word) => word.trim());
    const weight = Number(number);
    if (!outcome || !number || !(weight > 0) || !Number.isFinite(weight)) {
      throw new UserError(
        `--composite: expected measures with weights above 0, such as IND1=2,REC2=1, got "${part}".`,
      );
    }
    return { outcome: idOf(outcome), weight };
  });
}

function compositeRows(summary: ThreatSummary, weights: readonly Weight[]): CompositeRow[] {
  const ids = summary.outcomes.map((one) => one.id);
  for (const { outcome } of weights) {
    if (ids.includes(outcome)) continue;
    throw new UserError(
      `--composite: expected a measure of this case, got "${outcome}". ${hint(outcome, ids)}`,
    );
  }
  return compositeOf(summary.levels, summary.remedies, weights, summary.seed, randomWeights);
}

function compositeText(rows: readonly CompositeRow[], weights: readonly Weight[]): string {
  const said = weights.map(({ outcome, weight }) => `${codeOf(outcome)} ${weight}`).join(', ');
  return `Composite asked for (1 = as it was, 0 = without any source of threat; geometric mean; weights: ${said}).\nThe last column is the share of ${randomWeights} random weights under which the remedy has the least harm.\n${textTable(
    {
      id: 'composite',
      title: '',
      columns: ['theory', 'remedy', 'composite', 'rank', 'first'],
      rows: rows.map((row) => [row.theory, row.remedy, row.composite, row.rank, row.firstShare]),
    },
  )}`;
}

/** Shapley values from sampled orders, as CSV or JSON on standard output: no report, no answers. */
function sampleOrders(
  effects: Effects,
  loaded: LoadedCase,
  options: ThreatOptions & { readonly json: boolean },
  orders: number,
): void {
  if (orders % 2 !== 0) {
    throw new UserError(
      `--orders: expected an even number (each order comes with its reverse), got ${orders}.`,
    );
  }
  const { input, hash } = prepareThreat(effects, loaded, options);
  const cells = cellsOfOrders(input, orders);
  effects.err(
    `${orders} of ${input.factors.length}! orders in the expected run; intervals are those of the sampling of orders alone\n`,
  );
  if (options.json) {
    effects.out(`${JSON.stringify({ inputHash: hash, orders, cells })}\n`);
    return;
  }
  const columns = [
    'theory',
    'outcome',
    'factor',
    'first_in',
    'last_in',
    'shapley',
    'low90',
    'high90',
  ];
  effects.out(
    toCsv({
      id: 'orders',
      title: '',
      columns,
      rows: cells.map((cell) => [
        cell.theory,
        codeOf(cell.outcome),
        codeOf(cell.factor),
        cell.firstIn,
        cell.lastIn,
        cell.shapley,
        cell.low90,
        cell.high90,
      ]),
    }),
  );
}

/** What scripts read. */
export function threatJson(summary: ThreatSummary) {
  return {
    run: summary.run,
    inputHash: summary.inputHash,
    worlds: summary.worlds,
    intervals: summary.intervals,
    seconds: summary.seconds,
    theories: summary.theories.map((theory) => theory.id),
    frames: summary.frames.map((frame) => frame.id),
    factors: summary.factors.map(({ id, code, on, off }) => ({ id, code, on, off })),
    outcomes: summary.outcomes.map(({ id, code, object, unit, direction }) => ({
      id,
      code,
      object,
      unit,
      direction,
    })),
    cells: summary.cells,
    levels: summary.levels,
    remedies: summary.remedies,
    claims: summary.claims,
    checks: summary.checks.map(({ theory, id, refuted, evidence }) => ({
      theory,
      id,
      refuted,
      evidence,
    })),
  };
}
