import type { ThreatSummary } from '@asylia/lab';
import type { NameKind, Words } from '@asylia/words';
import { assumptionName, unitName } from '../languages/nameOf.ts';

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
    factors: threat.factors.map((one) => ({
      ...one,
      title: words.named('factor', factorKey(threat, one), one.title),
    })),
    remedyDefinitions: threat.remedyDefinitions.map(titled('remedy')),
    objects: threat.objects.map((one) => ({ ...one, title: objectName(words, one) })),
    outcomes: threat.outcomes.map((one) => ({
      ...one,
      title: outcomeName(words, one),
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

/** Key of a source of threat: W has a narrower form. */
export function factorKey(
  { factors }: Pick<ThreatSummary, 'factors'>,
  { id }: Pick<Titled, 'id'>,
): string {
  // Where the refusal of status is a source of its own (W2), W is what it does to movement.
  return id === 'W' && factors.some((one) => one.id === 'W2') ? 'W.movement' : id;
}

/** How the titles of objects begin that carry a name of the case. */
const society = 'The society of ';
const union = 'Member societies of the ';

function objectName(words: Words, { id, title }: Titled): string {
  const [kind, country] = id.split(':');
  if (country !== undefined && title.startsWith(society)) {
    const name = words.named('country', country, title.slice(society.length));
    return words.named('object', kind!, `${society}{name}`).replace('{name}', name);
  }
  if (title.startsWith(union)) {
    const name = title.slice(union.length);
    const pattern = words.named('object', `${id}.union`, `${union}{name}`);
    return pattern.replace('{name}', words.named('union', name, name));
  }
  return words.named('object', id, title);
}

/**
 * A measure of one neighbour or one group is named by what it measures (`outcome.NEI2`,
 * `outcome.KOS1.group`), with the neighbour or group behind a colon as in English.
 */
function outcomeName(words: Words, { id, title }: Titled): string {
  const own = words.named('outcome', id, '');
  if (own !== '') return own;
  const stem = id.slice(0, id.lastIndexOf('.'));
  const colon = title.lastIndexOf(': ');
  if (stem === '' || colon < 0) return title;
  const part = title.slice(colon + 2);
  const measure = words.named('outcome', `${stem}.group`, words.named('outcome', stem, ''));
  return measure === '' ? title : `${measure}: ${words.named('group', part, part)}`;
}
