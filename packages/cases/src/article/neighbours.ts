import { idOf } from '@asylia/security';
import type { Article } from './schema.ts';

/** `NEI2.*` for every neighbour; any other id as it is. */
export function forEachNeighbour(id: string, neighbours: readonly string[]): readonly string[] {
  return id.endsWith('.*') ? neighbours.map((iso) => `${id.slice(0, -1)}${iso}`) : [id];
}

/** [measure] numbers of the claims of the article that it answers; none without an article. */
export function claimsByMeasure(
  article: Article | null,
  neighbours: readonly string[],
): ReadonlyMap<string, readonly number[]> {
  return new Map(
    Object.entries(article?.measures ?? {}).flatMap(([form, claims]) =>
      forEachNeighbour(form, neighbours).map((name) => [idOf(name), claims] as const),
    ),
  );
}
