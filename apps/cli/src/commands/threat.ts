import { join } from 'node:path';
import type { ThreatSummary } from '@asylia/study';
import { cellsOfOrders } from '@asylia/study';
import { toCsv } from '@asylia/view';
import { UserError } from '../errors.ts';
import type { Effects } from '../shell/effects.ts';
import type { LoadedCase } from '../shell/loadCase.ts';
import { loadCase } from '../shell/loadCase.ts';
import { textTable } from '../textTable.ts';
import type { ThreatOptions } from '../threat.ts';
import { prepareThreat, runThreat } from '../threat.ts';
import { writeThreat } from '../threatResults.ts';
import { causeIfAny } from './cause.ts';

/** Only the question: the matrix of objects and sources, under one or all theories. */
export async function threat(
  effects: Effects,
  name: string,
  options: ThreatOptions & { readonly json: boolean; readonly orders?: number },
): Promise<void> {
  if (options.worlds % options.perDraw !== 0) {
    throw new UserError(
      `--worlds: expected a multiple of --per-draw (${options.perDraw}), got ${options.worlds}.`,
    );
  }
  const loaded = loadCase(effects, name);
  effects.err(`${loaded.case.title}: ${loaded.case.start} to ${loaded.case.end}, no fault found\n`);
  if (options.orders !== undefined) {
    sampleOrders(effects, loaded, options, options.orders);
    return;
  }
  const cause = causeIfAny(effects, name, options.data);
  const finished = await runThreat(effects, loaded, options, cause);
  await writeThreat(effects, finished);
  const { summary, folder } = finished;
  if (options.json) effects.out(`${JSON.stringify(threatJson(summary))}\n`);
  else effects.out(`${threatText(summary)}\nReport: ${join(folder, 'threat.html')}\n`);
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
        cell.outcome,
        cell.factor,
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
    seconds: summary.seconds,
    theories: summary.theories.map((theory) => theory.id),
    frames: summary.frames.map((frame) => frame.id),
    factors: summary.factors.map(({ id, on, off }) => ({ id, on, off })),
    outcomes: summary.outcomes.map(({ id, object, unit, direction }) => ({
      id,
      object,
      unit,
      direction,
    })),
    cells: summary.cells,
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

/** The article's table in words for a terminal: who leads for each object, theory by theory. */
export function threatText(summary: ThreatSummary): string {
  const heads = summary.objects.map((object) => ({ object, outcome: object.headlines[0] }));
  const rows = heads.flatMap(({ object, outcome }) => {
    if (!outcome) return [];
    const cells = summary.theories.map((theory) => {
      const answer = summary.answers.find(
        (one) => one.theory === theory.id && one.outcome === outcome,
      );
      if (!answer || answer.leader === '') return 'nothing';
      const given = answer.leaderGiven === '' ? '-' : answer.leaderGiven;
      return `${answer.leader}, then ${given}`;
    });
    return [[object.title, outcome, ...cells]];
  });
  const table = textTable({
    id: 'leaders',
    title: '',
    columns: ['object', 'measure', ...summary.theories.map((theory) => theory.id)],
    rows,
  });
  const refuted = summary.checks.filter((check) => check.refuted === true);
  const held = summary.checks.filter((check) => check.refuted === false);
  const placebo =
    summary.placebo === null ? '' : `Placebo: largest contribution ${summary.placebo}.\n`;
  return [
    'Largest contribution, then the largest given that the regime of origin acts; causal contributions under the assumptions of each theory, not guilt.',
    '',
    table,
    '',
    `${placebo}Checks on the record: ${refuted.length} refute a theory, ${held.length} could have and do not, ${summary.checks.length - refuted.length - held.length} cannot be decided here.`,
    ...refuted.map((check) => `  ${check.theory} ${check.title}: ${check.evidence}`),
    ...summary.notes,
  ].join('\n');
}
