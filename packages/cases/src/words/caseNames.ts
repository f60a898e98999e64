import type { Article } from '../article/index.ts';
import type { Overlay } from '../overlay.ts';
import type { Case } from '../readCase.ts';

/** A source of threat as a case declares it. */
interface DeclaredFactor {
  readonly id: string;
  readonly title: string;
  readonly on: string;
  readonly off: string;
  readonly offAlternative: string;
  readonly coTenability: string;
}

/** What a case has names for: its folder, read. */
interface Named {
  readonly case: Case;
  readonly scenarios: readonly Overlay[];
  readonly factors: readonly DeclaredFactor[];
  readonly article: Article | null;
}

/**
 * [key] the English name of everything that a case names itself, such as `group.uplander` or
 * `scenario.no-offers.description`: the keys that its words in other languages can have.
 */
export function caseNames({ case: source, scenarios, factors, article }: Named) {
  const { states, societies } = source.tables;
  const unions = new Set(societies.map(({ union }) => union).filter((union) => union !== ''));
  return new Map<string, string>([
    ['case.title', source.title],
    ...source.groups.map(({ id, title }) => [`group.${id}`, title] as const),
    ...states.map(({ country, name }) => [`country.${country}`, name] as const),
    ...[...unions].map((union) => [`union.${union}`, union] as const),
    ...scenarios.flatMap(({ id, title, description }) => [
      [`scenario.${id}`, title] as const,
      [`scenario.${id}.description`, description] as const,
    ]),
    ...factors.flatMap(({ id, title, on, off, offAlternative, coTenability }) =>
      Object.entries({ '': title, on, off, offAlternative, coTenability }).map(
        ([part, text]) => [part === '' ? `factor.${id}` : `factor.${id}.${part}`, text] as const,
      ),
    ),
    ...(article?.claims ?? []).map(({ id, says }) => [`claim.${id}`, says] as const),
  ]);
}
