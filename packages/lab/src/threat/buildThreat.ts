import type { Article, Case, Observation, Theory } from '@asylia/cases';
import { claimsByMeasure } from '@asylia/cases';
import { ownValue } from '@asylia/engine';
import type { CheckResult, MeasureDefinition } from '@asylia/security';
import { factorNamed, frames, idOf, neighboursOf, remedyOf } from '@asylia/security';
import { tidy } from '../bands.ts';
import type { CauseOfFlight } from '../causeOfFlight/index.ts';
import type { ClaimResults } from '../claims/index.ts';
import { judgeClaims, judgeConclusion } from '../claims/index.ts';
import { agreementOf } from './agreement.ts';
import { answersOf } from './answers.ts';
import { cellsOf, levelsOfParts, placeboOf, remedyCells } from './cells.ts';
import type { CaseEvidence } from './checks/index.ts';
import { runTheoryChecks } from './checks/index.ts';
import { estimate } from './estimate.ts';
import { intervalRule } from './interval.ts';
import { measuredOf } from './objects.ts';
import type { ThreatChunks } from './parts.ts';
import { effectRow, expectedLevels, expectedTable } from './parts.ts';
import type { Worlds } from './runner.ts';
import { societyContextOf } from './runner.ts';
import { intervalSummary, intervalsAmong } from './stopRule.ts';
import { expectedWorlds } from './task.ts';
import type { ThreatSummary } from './threatSummary.ts';

export interface ThreatMeta {
  readonly run: string;
  readonly inputHash: string;
  readonly version: string;
  readonly seconds: number;
  readonly theories: readonly Theory[];
  readonly observations: readonly Observation[];
  readonly causeOfFlight: CauseOfFlight | null;
  /** What is judged by the results; null = the case has no article. */
  readonly article: Article | null;
  /** [check of the case against the record] from a run of the case; empty when none was made */
  readonly validation: ClaimResults['validation'];
  /** Other cases that checks of the theories name, by name. */
  readonly others: Readonly<Record<string, Case>>;
  readonly notes: readonly string[];
  /** Worlds of the expected run that are there already. */
  readonly worlds?: Worlds;
}

/** Everything that report, page and scripts read of an attribution. Pure. */
export function buildThreat(parts: ThreatChunks, meta: ThreatMeta): ThreatSummary {
  const { input } = parts;
  const source = input.study.case;
  const societyContext = societyContextOf(meta.worlds ?? expectedWorlds(input.study));
  const { outcomes, objects } = measuredOf(source, societyContext);
  const headlines = objects.flatMap((object) =>
    object.headlines.map((id) => outcomes.find((one) => one.id === id) as MeasureDefinition),
  );
  const rule = intervalRule(parts.worldCount, input.study.seed);
  const cells = cellsOf(parts, rule);
  const levels = levelsOfParts(parts, rule);
  const remedies = remedyCells(parts, rule);
  const shown = new Set(headlines.map(({ id }) => id));
  const checks = checksOf(parts, meta);
  const claims = meta.article?.claims ?? [];
  const neighbours = neighboursOf(societyContext).map((c) => societyContext.countryIds[c]!);
  const answered = claimsByMeasure(meta.article, neighbours);
  const results: ClaimResults = {
    theories: input.theories.map((theory) => theory.id),
    cells,
    remedies,
    levels,
    outcomes,
    neighbours,
    validation: meta.validation,
    checks,
    causeOfFlight: meta.causeOfFlight
      ? Object.fromEntries(meta.causeOfFlight.verdicts.map((one) => [one.explanation, one.verdict]))
      : null,
  };
  return {
    run: meta.run,
    inputHash: meta.inputHash,
    version: meta.version,
    seed: input.study.seed,
    worlds: parts.worldCount,
    intervals: intervalSummary(
      intervalsAmong({ cells, levels, remedies }, (outcome) => shown.has(outcome)),
    ),
    seconds: meta.seconds,
    case: {
      name: source.name,
      title: source.title,
      start: source.start,
      end: source.end,
      notices: source.notices,
      unknowns: source.unknowns,
    },
    theories: meta.theories.map(({ id, title, school, terms, frame, sources }) => ({
      id,
      title,
      school,
      terms,
      frame,
      sources,
    })),
    frames: frames.flatMap(({ id, title }) => (input.frames.includes(id) ? [{ id, title }] : [])),
    given: input.given,
    alternative: input.alternative,
    factors: input.factors,
    objects,
    outcomes: outcomes.map((one) => ({ ...one, claims: answered.get(one.id) ?? [] })),
    cells,
    levels,
    remedyDefinitions: input.remedies.map((id) => {
      const { title, what } = remedyOf(id)!;
      return { id, title, what };
    }),
    remedies,
    answers: answersOf(parts, headlines),
    agreement: agreementOf(parts, headlines),
    placebo: placeboOf(parts),
    runs: {
      coalitions: 1 << input.factors.length,
      theories: input.theories.length,
      outcomes: outcomes.length,
      sampledWorlds: parts.worldCount,
    },
    claims: judgeClaims(claims, results),
    claimDefinitions: claims.map(({ test: _, ...claim }) => claim),
    conclusion: judgeConclusion(claims, results),
    checks,
    causeOfFlight: meta.causeOfFlight,
    notes: meta.notes,
  };
}

/** Every observation that a theory could fail, on this case. */
function checksOf(parts: ThreatChunks, meta: ThreatMeta): CheckResult[] {
  const verdicts = meta.causeOfFlight?.verdicts ?? null;
  return meta.theories.flatMap((theory) =>
    runTheoryChecks(theory, {
      ...evidenceOf(parts, theory.id),
      observations: meta.observations,
      causeOfFlight: verdicts ? { verdicts } : null,
      other: (name) => ownValue(meta.others, name) ?? null,
    }),
  );
}

function evidenceOf(parts: ThreatChunks, theoryId: string): CaseEvidence {
  const { input } = parts;
  const t = input.theories.findIndex((theory) => theory.id === theoryId);
  const position = (outcome: string) => parts.outcomes.indexOf(idOf(outcome));
  return {
    case: input.study.case,
    outcome: (outcome) => {
      const o = position(outcome);
      return t < 0 || o < 0 ? null : expectedLevels(parts, t, o)[0]!;
    },
    contribution: (outcome, factor) => {
      const o = position(outcome);
      const named = factorNamed(input.factors, factor);
      const i = named ? input.factors.indexOf(named) : -1;
      if (t < 0 || o < 0 || i < 0) return null;
      const v = Float64Array.from(expectedTable(parts, t, o));
      const effects = estimate(v, input.factors, ['all'], input.given);
      const from = effectRow(input, 0, i, 'firstIn');
      return {
        firstIn: tidy(effects[from]!),
        lastIn: tidy(effects[from + 1]!),
        shapley: tidy(effects[from + 2]!),
      };
    },
  };
}
