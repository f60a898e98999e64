import type { ThreatSummary } from '@asylia/lab';
import type { NameKind, Words } from '@asylia/words';
import { assumptionName, unitName } from '../languages/nameOf.ts';
import { measureTitle, objectName } from '../languages/securityNames.ts';

type Titled = { readonly id: string; readonly title: string };

/**
 * An attribution with the names of sources, measures, objects, remedies, theories and frames in
 * the language of now: put in once at the door, so that no sentence or chart has to ask.
 */
export function inNames(words: Words, threat: ThreatSummary): ThreatSummary {
  if (words.language.id === 'en') return threat;
  const titled =
    (kind: NameKind) =>
    <T extends Titled>(one: T): T => ({ ...one, title: words.named(kind, one.id, one.title) });
  return {
    ...threat,
    theories: threat.theories.map(titled('theory')),
    frames: threat.frames.map(titled('frame')),
    case: { ...threat.case, title: words.named('case', 'title', threat.case.title) },
    factors: threat.factors.map(titled('factor')),
    remedyDefinitions: threat.remedyDefinitions.map(titled('remedy')),
    objects: threat.objects.map((one) => ({ ...one, title: objectName(words, one) })),
    outcomes: threat.outcomes.map((one) => ({
      ...one,
      title: measureTitle(words, one),
      unit: unitName(words, one.unit),
    })),
    answers: threat.answers.map((answer) => ({
      ...answer,
      ledger: answer.ledger.map((row) => ({
        ...row,
        title: assumptionName(words, row.assumption, row.title),
        unit: unitName(words, row.unit),
      })),
    })),
  };
}
