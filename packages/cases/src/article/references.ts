import { ownValue, parameters } from '@asylia/engine';
import {
  assumptions,
  builtInFactors,
  defaultRemedies,
  definitionsOfRefugee,
  idOf,
  measuresOf,
  objectsOf,
  remedyOf,
} from '@asylia/security';
import type { Fault } from '../faults.ts';
import { fault, hint } from '../faults.ts';
import { frameIds } from '../theories/schema.ts';
import type { ClaimRule } from './rules.ts';
import type { Article, ArticleNames, MappingKind } from './schema.ts';

/** What an argument of a rule names, by its name. */
const argumentNames: Readonly<Record<string, MappingKind>> = {
  outcomes: 'outcome',
  top: 'outcome',
  bottom: 'outcome',
  factor: 'factor',
  factors: 'factor',
  others: 'factor',
  with: 'factor',
  remedy: 'remedy',
  than: 'remedy',
  check: 'validation',
  object: 'object',
};

/** Every name in an article that names nothing. Theories are not looked at: the user chooses them. */
export function articleReferences(file: string, article: Article, names: ArticleNames): Fault[] {
  const known = knownNames(names);
  const unknown = (column: string, kind: string, name: string): Fault[] => {
    const list = known[kind as MappingKind];
    if (
      !list ||
      list.includes(name) ||
      list.includes(idOf(name)) ||
      (kind === 'remedy' && remedyOf(name))
    )
      return [];
    const expected = `a known ${kind}`;
    return [fault('unknownReference', file, null, column, expected, `"${name}"`, hint(name, list))];
  };
  const inRule = (at: string, rule: ClaimRule): Fault[] =>
    Object.entries(rule).flatMap(([key, value]) => {
      if (key === 'that') return inRule(`${at}.that`, value as ClaimRule);
      if (key === 'rules')
        return (value as ClaimRule[]).flatMap((one, i) => inRule(`${at}.rules.${i}`, one));
      const kind = ownValue(argumentNames, key);
      return kind === undefined
        ? []
        : [value].flat().flatMap((name) => unknown(`${at}.${key}`, kind, String(name)));
    });
  return [
    ...article.claims.flatMap(({ maps, test }, i) => [
      ...maps.flatMap((mapping, m) =>
        Object.entries(mapping).flatMap(([kind, name]) =>
          unknown(`claims.${i}.maps.${m}.${kind}`, kind, name),
        ),
      ),
      ...(test ? inRule(`claims.${i}.test`, test) : []),
    ]),
    ...Object.keys(article.measures).flatMap((id) => unknown(`measures.${id}`, 'outcome', id)),
  ];
}

/** [kind of place] the names that there are in a case. */
function knownNames(names: ArticleNames): Partial<Record<MappingKind, readonly string[]>> {
  const { groups, neighbours } = names;
  const outcomes = measuresOf({
    groupIds: groups,
    countryIds: neighbours,
    hosts: new Uint8Array(neighbours.length).fill(1),
  });
  const ids = outcomes.map(({ id }) => id);
  const families = outcomes.flatMap(({ declared, object }) =>
    object.startsWith('neighbour:') ? [declared] : [],
  );
  return {
    outcome: [...ids, ...[...new Set(families)].map((stem) => `${stem}.*`)],
    factor: [...builtInFactors.map(({ id }) => id), ...names.factors],
    parameter: parameters.map(({ id }) => id),
    assumption: assumptions.map(({ id }) => id),
    scenario: names.scenarios,
    validation: names.checks,
    definition: definitionsOfRefugee.map(({ id }) => id),
    object: objectsOf(outcomes),
    frame: frameIds,
    remedy: defaultRemedies,
  };
}
