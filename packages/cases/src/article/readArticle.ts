import { readJson } from '../descriptor.ts';
import type { Fault } from '../faults.ts';
import { fault, hint, quoted } from '../faults.ts';
import { formFaults } from '../theories/shape.ts';
import { articleReferences } from './references.ts';
import type { RuleKind } from './rules.ts';
import { ruleKeys } from './rules.ts';
import type { Article, Claim } from './schema.ts';
import { articleKeys, articleSchema, claimKeys, mappingKinds } from './schema.ts';

/** What a claim can name of its own case. */
export interface ArticleNames {
  readonly groups: readonly string[];
  /** ids of countries that can host the displaced */
  readonly neighbours: readonly string[];
  /** ids of the sources of threat that the case declares itself */
  readonly factors: readonly string[];
  readonly scenarios: readonly string[];
  readonly checks: readonly string[];
}

/**
 * Reads the article of a case and checks its form and every name in it. Pure.
 * @returns the article, or every fault that was found; never throws on bad input
 */
export function readArticle(
  file: string,
  content: Uint8Array | string,
  names: ArticleNames,
): { readonly article: Article } | { readonly faults: readonly Fault[] } {
  const json = readJson(file, content);
  if ('faults' in json) return json;
  const parsed = articleSchema.safeParse(json.value);
  if (!parsed.success) {
    const form = formFaults(file, parsed.error, json.value, (path) => keysAt(json.value, path));
    return { faults: form.map(asChoice) };
  }
  const { $schema: _, ...article } = parsed.data as Article & { $schema?: string };
  const faults = [
    ...article.claims.flatMap((claim, i) => claimFaults(file, article, claim, i)),
    ...measureFaults(file, article),
    ...articleReferences(file, article, names),
  ];
  return faults.length > 0 ? { faults } : { article };
}

/** Known keys at a path, for hints. */
function keysAt(value: unknown, path: readonly PropertyKey[]): readonly string[] {
  if (path.length === 0) return articleKeys;
  if (path.includes('maps')) return Object.keys(mappingKinds);
  if (!path.includes('test')) return claimKeys;
  let at = value;
  for (const key of path) at = (at as Record<PropertyKey, unknown>)[key];
  return ruleKeys[(at as { rule: RuleKind }).rule];
}

/** An unknown kind of rule is told with near names. */
function asChoice(one: Fault): Fault {
  const guide = { ...one, fix: one.fix.replace('docs/theories.md', 'docs/case-format.md') };
  if (!one.column?.endsWith('.rule')) return guide;
  const given = one.received.replace(/^"|"$/g, '');
  return { ...guide, code: 'notChoice', fix: hint(given, Object.keys(ruleKeys)) };
}

/** Why the outcomes cannot test a claim: out of scope, or the note. */
export function reasonOf(claim: Claim): string {
  for (const { outOfScope } of claim.maps) {
    if (outOfScope !== undefined) return `out of scope, ${outOfScope}`;
  }
  return claim.note;
}

function claimFaults(file: string, { claims }: Article, claim: Claim, i: number): Fault[] {
  const faults: Fault[] = [];
  const wrong = (code: Fault['code'], key: string, ...words: [string, string, string]) =>
    faults.push(fault(code, file, null, `claims.${i}.${key}`, ...words));
  const first = claims.findIndex(({ id }) => id === claim.id);
  if (first !== i) {
    const received = `${claim.id}, as claims.${first}`;
    wrong('duplicateId', 'id', 'a number of its own', received, 'Number one of them otherwise.');
  }
  const scope = claim.maps.find(({ outOfScope }) => outOfScope !== undefined);
  if (claim.test && scope) {
    const received = quoted(scope.outOfScope!);
    wrong(
      'wrongShape',
      'test',
      'no test of what is out of scope',
      received,
      'Drop one of the two.',
    );
  }
  if (!claim.test && !/because \w+/.test(reasonOf(claim))) {
    const expected = "why nothing tests the claim: 'because ...'";
    wrong('missingValue', 'note', expected, quoted(claim.note), 'Say it here, or add a test.');
  }
  return faults;
}

/** Measures answer claims that are there. */
function measureFaults(file: string, { claims, measures }: Article): Fault[] {
  const known = claims.map(({ id }) => String(id));
  return Object.entries(measures).flatMap(([measure, ids]) =>
    ids
      .filter((id) => !known.includes(String(id)))
      .map((id) =>
        fault(
          'unknownReference',
          file,
          null,
          `measures.${measure}`,
          'numbers of claims',
          String(id),
          hint(String(id), known),
        ),
      ),
  );
}
