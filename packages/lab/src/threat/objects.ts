import type { Case } from '@asylia/cases';
import type { MeasureDefinition, SocietyContext } from '@asylia/security';
import { headlinesOf, measuresOf, objectsOf, objectTitle } from '@asylia/security';
import type { ObjectSummary } from './threatSummary.ts';

/** Objects of security of a case and how they are measured. */
export interface Measured {
  readonly outcomes: readonly MeasureDefinition[];
  readonly objects: readonly ObjectSummary[];
}

export function measuredOf(source: Case, societyContext: SocietyContext): Measured {
  const outcomes = measuresOf(societyContext).map(({ measure: _, ...definition }) => definition);
  const states = new Map(source.tables.states.map((row) => [row.country, row.name]));
  const objects = objectsOf(outcomes).map((id) => {
    const iso = id.split(':')[1];
    const union = id === 'receivingSocieties' ? societyContext.union : '';
    const name = iso === undefined ? union : (states.get(iso) ?? iso);
    const headlines = headlinesOf(id, outcomes).map((one) => one.id);
    return { id, title: objectTitle(id, name), name, headlines };
  });
  return { outcomes, objects };
}
