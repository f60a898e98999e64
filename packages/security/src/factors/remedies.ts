import type { FactorLevels } from './levels.ts';
import { allOn } from './levels.ts';

/** What could have been done: levels of single factors that differ from baseline. */
export interface Remedy {
  readonly id: string;
  readonly title: string;
  readonly what: string;
  readonly levels: Partial<FactorLevels>;
  /** Receive nobody beyond the neighbours, and let nobody go on. */
  readonly sealed?: true;
  /** And move nobody inland from the frontier. */
  readonly heldAtFrontier?: true;
}

/** Remedies that the article weighs against each other, one by one. */
export const singleRemedies: readonly Remedy[] = [
  {
    id: 'exclude',
    title: 'Exclude',
    what: 'no evacuation and no claims: receiving states take nobody; what people do without permission goes on',
    levels: {},
    sealed: true,
  },
  {
    id: 'contain',
    title: 'Contain near the border',
    what: 'as exclude, and nobody is moved inland from the frontier',
    levels: {},
    sealed: true,
    heldAtFrontier: true,
  },
  {
    id: 'fund',
    title: 'Fund the neighbours',
    what: 'needs funded to standard and shared with hosts (N1 off)',
    levels: { incapacity: 0 },
  },
  {
    id: 'onward',
    title: 'Move onward by a fair share',
    what: 'all who would go are received by a key of half population, half product (W off, status at baseline)',
    levels: { movementRefused: 0 },
  },
  {
    id: 'stop',
    title: 'Stop the persecution',
    what: 'no campaign (O1 and O2 off)',
    levels: { persecution: 0, crossBorderAttacks: 0 },
  },
  {
    id: 'protect',
    title: 'Temporary protection across the union',
    what: 'open admission with status on arrival (W off, status too)',
    levels: { movementRefused: 0, statusWithheld: 0 },
  },
];

/** The single remedies and the mixes shown with them. */
export const defaultRemedies = [
  ...singleRemedies.map((remedy) => remedy.id),
  'fund+onward',
  'fund+protect',
] as const;

/**
 * A remedy by its id, or several joined with +.
 * @returns null when one of them is not known
 */
export function remedyOf(id: string): Remedy | null {
  const parts = id.split('+').map((part) => singleRemedies.find((remedy) => remedy.id === part));
  if (parts.some((part) => part === undefined)) return null;
  const list = parts as Remedy[];
  return {
    id,
    title: list
      .map(({ title }, i) => (i === 0 ? title : title[0]!.toLowerCase() + title.slice(1)))
      .join(', and '),
    what: list.map((part) => part.what).join('; '),
    levels: Object.assign({}, ...list.map((part) => part.levels)) as Partial<FactorLevels>,
    ...(list.some((part) => part.sealed) ? { sealed: true as const } : {}),
    ...(list.some((part) => part.heldAtFrontier) ? { heldAtFrontier: true as const } : {}),
  };
}

/** Levels of all single factors under a remedy. */
export function remedyLevels(remedy: Remedy): FactorLevels {
  return { ...allOn, ...remedy.levels };
}
