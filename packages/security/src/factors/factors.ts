import type { FrameId } from '../threat/types.ts';
import type { FactorText } from './declared.ts';
import { declaredFactors } from './declared.ts';
import type { FactorLevels, SingleFactorId } from './levels.ts';
import { allOn } from './levels.ts';

/** A source of threat that can be switched off. */
export interface Factor extends FactorText {
  /** Itself, or the single factors that it is together; none for a change of a case's data. */
  readonly covers: readonly SingleFactorId[];
}

const inSet = (set: 'default' | 'extended'): readonly Factor[] =>
  declaredFactors.flatMap((one): Factor[] => {
    if ('only' in one && one.only !== set) return [];
    const covers = 'covers' in one ? one.covers : [one.id];
    const { id, code, title, actor, on, off } = one;
    const { offAlternative, alternativeLevel, coTenability, presupposes } = one;
    return [
      {
        ...{ id, code, title, actor, on, off },
        ...{ offAlternative, alternativeLevel, coTenability, presupposes, covers },
      },
    ];
  });

/** The default set: eight sources of threat, and the placebo. */
export const defaultFactors = inSet('default');

/** The extended set: status apart from movement, near and far apart, air strikes, moral hazard. */
export const extendedFactors = inSet('extended');

/** The default set, then what the extended one has beside it. */
export const builtInFactors: readonly Factor[] = [
  ...defaultFactors,
  ...extendedFactors.filter((one) => !defaultFactors.some(({ id }) => id === one.id)),
];

/** The factor that does nothing: its contribution must be 0. */
export const isPlacebo = ({ id }: Pick<Factor, 'id'>): boolean => id === 'placebo';

const disposition = ['intolerance', 'hostIntolerance', 'receivingIntolerance'] as const;
const presence = ['fighters', 'presence'] as const;

/** [frame] factors that stay on and are no players. */
export const frames: readonly {
  readonly id: FrameId;
  readonly title: string;
  readonly fixed: readonly string[];
}[] = [
  { id: 'all', title: 'Everything may vary', fixed: [] },
  {
    id: 'dispositionFixed',
    title: 'Disposition is given, presence varies (problem-solving)',
    fixed: disposition,
  },
  {
    id: 'presenceFixed',
    title: 'Presence is given, disposition varies',
    fixed: presence,
  },
  {
    id: 'stateActors',
    title: 'Only states act (realist)',
    fixed: [...disposition, ...presence],
  },
];

/**
 * Levels of all single factors when exactly the factors of a mask are on.
 *
 * @param factors those that may be switched; what they do not cover stays on
 * @param alternative which factors are off in their other way
 */
export function levelsOf(
  factors: readonly Factor[],
  mask: number,
  alternative: ReadonlySet<string> = new Set(),
): FactorLevels {
  const levels: Record<SingleFactorId, number> = { ...allOn };
  factors.forEach((factor, i) => {
    if (mask & (1 << i)) return;
    for (const single of factor.covers) {
      levels[single] = alternative.has(factor.id) ? factor.alternativeLevel : 0;
    }
  });
  return levels;
}

/**
 * Factors that presuppose each other in a circle cannot be told apart.
 * @returns the ids of one circle, or null
 */
export function circleOf(factors: readonly Factor[]): string[] | null {
  const byId = new Map(factors.map((factor) => [factor.id, factor]));
  const done = new Set<string>();
  const visit = (id: string, path: readonly string[]): string[] | null => {
    const at = path.indexOf(id);
    if (at >= 0) return [...path.slice(at), id];
    if (done.has(id)) return null;
    for (const next of byId.get(id)?.presupposes ?? []) {
      const circle = visit(next, [...path, id]);
      if (circle) return circle;
    }
    done.add(id);
    return null;
  };
  for (const factor of factors) {
    const circle = visit(factor.id, []);
    if (circle) return circle;
  }
  return null;
}
