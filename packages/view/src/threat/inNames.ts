import type { ThreatSummary } from '@asylia/lab';
import type { NameKind } from '@asylia/words';
import { assumptionName, named, unitName } from '../languages/nameOf.ts';
import { measureTitle, objectName } from '../languages/securityNames.ts';
import { language } from '../now.ts';

type Titled = { readonly id: string; readonly title: string };

/**
 * An attribution with the names of sources, measures, objects, remedies, theories and frames in
 * the language of now: put in once at the door, so that no sentence or chart has to ask.
 */
export function inNames(threat: ThreatSummary): ThreatSummary {
  if (language().id === 'en') return threat;
  const titled =
    (kind: NameKind) =>
    <T extends Titled>(one: T): T => ({ ...one, title: named(kind, one.id, one.title) });
  return {
    ...threat,
    theories: threat.theories.map(titled('theory')),
    frames: threat.frames.map(titled('frame')),
    case: { ...threat.case, title: named('case', threat.case.name, threat.case.title) },
    factors: threat.factors.map((one) => ({
      ...one,
      title: named('factor', factorKey(threat, one), one.title),
    })),
    remedyDefinitions: threat.remedyDefinitions.map(titled('remedy')),
    objects: threat.objects.map((one) => ({ ...one, title: objectName(one) })),
    outcomes: threat.outcomes.map((one) => ({
      ...one,
      title: measureTitle(one),
      unit: unitName(one.unit),
    })),
    answers: threat.answers.map((answer) => ({
      ...answer,
      ledger: answer.ledger.map((row) => ({
        ...row,
        title: assumptionName(row.assumption, row.title),
        unit: unitName(row.unit),
      })),
    })),
  };
}

/** Key of a source of threat: those that a case declares are named for that case. */
export function factorKey(
  { case: { name } }: Pick<ThreatSummary, 'case'>,
  { id }: Pick<Titled, 'id'>,
): string {
  return `factor.${id}.${name}` in language().names ? `${id}.${name}` : id;
}
