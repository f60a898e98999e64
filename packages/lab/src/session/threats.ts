import { factorNamed, idOf } from '@asylia/security';
import { readCaseFolder } from '../folder/readCaseFolder.ts';
import { movingAssumptions } from '../threat/answers.ts';
import type { ThreatMeta } from '../threat/buildThreat.ts';
import {
  contributionSensitivityStep,
  planContributionSensitivity,
  sumContributionSensitivity,
} from '../threat/ledger.ts';
import { collectChunks, expectedTable } from '../threat/parts.ts';
import { sampledWorlds } from '../threat/sampled.ts';
import type { ThreatChunk } from '../threat/task.ts';
import { runThreatTask } from '../threat/task.ts';
import type { ThreatInput } from '../threat/threatInput.ts';
import type { ThreatSummary } from '../threat/threatSummary.ts';
import type { BehindCell, Inputs, Result, ThreatAnswer } from './answers.ts';
import { attributionInput, judge, otherCaseNames } from './attribution.ts';
import type { CachedAttribution } from './cachedAttribution.ts';
import { intervalsOf } from './intervals.ts';
import { cachedFor, nameOfTheory } from './keptThreats.ts';
import type { Session } from './session.ts';
import { studyOf, theoryOf } from './session.ts';

/** The attribution that the command would compute under these inputs, for some theories. */
export function threatInput(
  session: Session,
  inputs: Inputs,
  theories: readonly string[],
): Result<ThreatInput> {
  const found = studyOf(session, inputs);
  if ('faults' in found) return found;
  const under = theories.map((theory) => theoryOf(session, { ...inputs, theory }));
  return { answer: attributionInput(found.answer, under) };
}

/** Every coalition of the sources of threat under the theory of the inputs: computed and cached. */
export function threatTable(session: Session, inputs: Inputs): Result<{ theory: string }> {
  const input = threatInput(session, inputs, [inputs.theory]);
  if ('faults' in input) return input;
  tableOf(cachedFor(session, inputs), input.answer, inputs, 0);
  return { answer: { theory: inputs.theory } };
}

/**
 * The attribution under some theories. Tables that are missing are computed.
 * @param draws with one theory: what its intervals rest on
 */
export function threatOf(
  session: Session,
  inputs: Inputs,
  theories: readonly string[],
  validation: ThreatMeta['validation'] = {},
  draws: readonly ThreatChunk[] = [],
): Result<ThreatAnswer> {
  const found = threatInput(session, inputs, theories);
  if ('faults' in found) return found;
  const input = found.answer;
  const kept = cachedFor(session, inputs);
  const tables = theories.map((one, t) => tableOf(kept, input, { ...inputs, theory: one }, t));
  const [theory] = theories;
  const ledger =
    theories.length === 1 ? kept.ledgers.get(nameOfTheory({ ...inputs, theory: theory! })) : null;
  const parts = collectChunks(input, [...tables, ...(ledger ? [ledger] : []), ...draws]);
  const known = input.theories.map(({ id }) => session.theories.find((one) => one.id === id)!);
  const names = otherCaseNames(session.folder.case, known);
  const summary = judge(parts, {
    ...{ run: 'page', theories: known, observations: session.observations, validation },
    article: session.folder.article,
    others: Object.fromEntries([...session.others].filter(([name]) => names.includes(name))),
    worlds: kept.worlds,
  });
  return {
    answer: {
      summary: theories.length === 1 ? summary : headlinesOnly(summary),
      intervals: intervalsOf(parts, summary),
    },
  };
}

/** Theories side by side show headline measures: the rest need not be handed over. */
function headlinesOnly(summary: ThreatSummary): ThreatSummary {
  const shown = new Set(summary.objects.flatMap((object) => object.headlines));
  const isShown = ({ outcome }: { readonly outcome: string }) => shown.has(outcome);
  return {
    ...summary,
    cells: summary.cells.filter(isShown),
    levels: summary.levels.filter(isShown),
    remedies: summary.remedies.filter(isShown),
  };
}

/** Coalitions of a draw in one call: two take a twentieth of a second at most. */
const coalitionsAtOnce = 2;

/** Goes on with one draw of the assumptions under the theory of the inputs. */
export function threatDraw(
  session: Session,
  inputs: Inputs,
  draw: number,
): Result<{ part: ThreatChunk | null }> {
  const input = threatInput(session, inputs, [inputs.theory]);
  if ('faults' in input) return input;
  const name = JSON.stringify([inputs, draw]);
  const steps =
    session.drawing?.name === name ? session.drawing.steps : sampledWorlds(input.answer, draw, 1);
  session.drawing = null;
  for (let i = 0; i < coalitionsAtOnce; i++) {
    const step = steps.next();
    if (!step.done) continue;
    const task = { what: 'worlds', theory: -1, firstWorld: draw, count: 1 } as const;
    return { answer: { part: { ...task, ...step.value } } };
  }
  session.drawing = { name, steps };
  return { answer: { part: null } };
}

/** Steps of a ledger in one call: short, so that what a person moves meanwhile need not wait. */
const sensitivityStepsAtOnce = 4;

/**
 * How contributions move with each assumption of the theory of the inputs: some steps more, kept.
 * It is there when all are done.
 */
export function threatLedger(
  session: Session,
  inputs: Inputs,
): Result<{ done: number; of: number }> {
  const input = threatInput(session, inputs, [inputs.theory]);
  if ('faults' in input) return input;
  const kept = cachedFor(session, inputs);
  const name = nameOfTheory(inputs);
  if (kept.ledgers.has(name)) return { answer: { done: 1, of: 1 } };
  if (kept.begun?.name !== name) {
    kept.begun = {
      name,
      plan: planContributionSensitivity(input.answer, input.answer.theories[0]!),
      steps: [],
    };
  }
  const { plan, steps } = kept.begun;
  const of = plan.moved.length;
  const until = Math.min(of, steps.length + sensitivityStepsAtOnce);
  while (steps.length < until) steps.push(contributionSensitivityStep(plan, steps.length));
  if (until === of) {
    const task = { what: 'ledger', theory: 0, firstWorld: 0, count: 0 } as const;
    kept.ledgers.set(name, { ...task, ...sumContributionSensitivity(plan, steps) });
    kept.begun = null;
  }
  return { answer: { done: until, of } };
}

/** What stands behind a cell: every run of the measure, and the assumptions that move it. */
export function behindCell(
  session: Session,
  inputs: Inputs,
  measure: string,
  source: string,
): Result<BehindCell> {
  const found = threatInput(session, inputs, [inputs.theory]);
  if ('faults' in found) return found;
  const input = found.answer;
  const kept = cachedFor(session, inputs);
  const parts = collectChunks(input, [tableOf(kept, input, inputs, 0)]);
  const outcome = idOf(measure);
  const factor = factorNamed(input.factors, source)?.id ?? source;
  const o = parts.outcomes.indexOf(outcome);
  if (o < 0) throw new RangeError(`cell: expected a measure of the case, got "${measure}"`);
  const ledger = kept.ledgers.get(nameOfTheory(inputs));
  return {
    answer: {
      outcome,
      factor,
      factors: input.factors.map((one) => one.id),
      values: Float64Array.from(expectedTable(parts, 0, o)),
      moving: ledger ? movingAssumptions(ledger, input.theories[0]!, outcome, factor) : null,
    },
  };
}

/** Keeps another case, on which some theories are checked too. */
export function openOther(
  session: Session,
  files: Readonly<Record<string, string | Uint8Array>>,
): Result<{ name: string }> {
  const read = readCaseFolder(new Map(Object.entries(files)));
  if ('faults' in read) return read;
  const { name } = read.folder.case;
  session.others.set(name, read.folder.case);
  return { answer: { name } };
}

function tableOf(
  kept: CachedAttribution,
  input: ThreatInput,
  inputs: Inputs,
  theory: number,
): ThreatChunk {
  const name = nameOfTheory(inputs);
  let part = kept.tables.get(name);
  if (!part) {
    const task = { what: 'expected', theory, firstWorld: 0, count: 0 } as const;
    part = runThreatTask(input, task, kept.worlds);
    kept.tables.set(name, part);
  }
  return { ...part, theory };
}
