import type { Case, Theory } from '@asylia/cases';
import { version } from '@asylia/engine';
import { defaultFactors, defaultRemedies, frames } from '@asylia/security';
import type { StudyInput } from '../studyInput.ts';
import type { ThreatMeta } from '../threat/buildThreat.ts';
import { buildThreat } from '../threat/buildThreat.ts';
import { givenFactor } from '../threat/estimate.ts';
import type { ThreatChunks } from '../threat/parts.ts';
import type { TheoryInput } from '../threat/setting.ts';
import type { ThreatInput } from '../threat/threatInput.ts';
import type { ThreatSummary } from '../threat/threatSummary.ts';

/** What of a theory decides numbers. */
export function theoryInput({ id, title, frame, assumptions, parameters }: Theory): TheoryInput {
  return { id, title, frame, assumptions, parameters };
}

/** An attribution of a study under some theories; what is not chosen is as usual. */
export function attributionInput(
  study: StudyInput,
  theories: readonly TheoryInput[],
  chosen: Partial<Omit<ThreatInput, 'study' | 'theories'>> = {},
): ThreatInput {
  return {
    ...{ study, theories, factors: defaultFactors, frames: frames.map((frame) => frame.id) },
    ...{ given: givenFactor, remedies: [...defaultRemedies], alternative: [], ledgerDraws: 0 },
    ...chosen,
  };
}

/** Other cases that checks of some theories name. */
export function otherCaseNames(own: Case, theories: readonly Theory[]): string[] {
  const named = theories.flatMap(({ checks }) =>
    checks.flatMap(({ args }) => ('otherCase' in args ? [args.otherCase] : [])),
  );
  return [...new Set(named)].filter((name) => name !== own.name);
}

/** What is read of an attribution once its pieces are there; what is not said was not made. */
export function judge(
  parts: ThreatChunks,
  said: Pick<ThreatMeta, 'run' | 'theories' | 'observations'> & Partial<ThreatMeta>,
): ThreatSummary {
  return buildThreat(parts, {
    ...{ inputHash: '', version, seconds: 0, causeOfFlight: null, validation: {} },
    ...{ others: {}, notes: [], article: null },
    ...said,
  });
}
