import type { FrameId } from '../threat/types.ts';
import type { Levels, Lever } from './levers.ts';
import { allOn } from './levers.ts';

/** Who acts in a factor: the groups of the Owen value. */
export type Actor =
  | 'origin'
  | 'widerStates'
  | 'neighbours'
  | 'receivingSocieties'
  | 'displaced'
  | 'interveners'
  | 'nobody'
  | 'case';

/** A source of threat that can be switched off. */
export interface Factor {
  readonly id: string;
  readonly title: string;
  readonly actor: Actor;
  /** What it is as it was, and what the world is like without it. */
  readonly on: string;
  readonly off: string;
  /** Another way to imagine its absence, and the level that stands for it. */
  readonly offAlternative: string;
  readonly alternativeLevel: number;
  /** Whether its absence can be thought together with the rest being as it was. */
  readonly coTenability: string;
  /** Factors without which it has nothing to act on. */
  readonly presupposes: readonly string[];
  /** Levers that it pulls; none for a factor that a case declares as a change of its data. */
  readonly levers: readonly Lever[];
}

const O1: Factor = {
  id: 'O1',
  title: 'Persecution and expulsion by the state of origin',
  actor: 'origin',
  on: 'the campaign of the case: expulsion and killing, and the reprisals that answered to it',
  off: 'no campaign: nobody is expelled or killed by it; those displaced before the period stay displaced. A theory that ascribes a share of the flight to air strikes keeps that share while the strikes go on',
  offAlternative: 'a tenth of the campaign goes on',
  alternativeLevel: 0.1,
  coTenability:
    'Without a campaign nobody is pursued, no fighters come with the displaced, and there is nothing to answer: O2, D1, X1 and reprisals are moot.',
  presupposes: [],
  levers: ['O1'],
};
const O2: Factor = {
  id: 'O2',
  title: 'Attacks on the displaced across the frontier',
  actor: 'origin',
  on: 'the recorded attacks, less those that answered to fighters',
  off: 'the frontier is respected',
  offAlternative: 'half as many attacks',
  alternativeLevel: 0.5,
  coTenability: 'Needs displaced persons near the frontier, so O1; can be thought absent alone.',
  presupposes: ['O1'],
  levers: ['O2'],
};
const N1: Factor = {
  id: 'N1',
  title: 'Incapacity of the neighbours',
  actor: 'neighbours',
  on: 'shelter and supplies as they were; lines without a figure fall short as assumed',
  off: 'needs funded to standard, shared with hosts: room for all who come, supplies met, papers issued, work allowed',
  offAlternative: 'half of the gap is closed',
  alternativeLevel: 0.5,
  coTenability:
    'Money could have come while all else was as it was; better supply might have drawn people, which is not modelled.',
  presupposes: [],
  levers: ['N1'],
};
const N2: Factor = {
  id: 'N2',
  title: 'Encampment at the border',
  actor: 'neighbours',
  on: 'camps and centres near the frontier, with the transport inland that there was',
  off: 'nobody is kept near the frontier where it has camps or centres: all are moved inland, guests of families there too',
  offAlternative: 'transport inland doubled, half as many refuse',
  alternativeLevel: 0.5,
  coTenability: 'Inland there must be room: with N1 on many who are moved find none.',
  presupposes: [],
  levers: ['N2'],
};
const D1: Factor = {
  id: 'D1',
  title: 'Fighters among the displaced',
  actor: 'displaced',
  on: 'fighters among the displaced near the frontier, who draw a share of the attacks',
  off: 'no fighters among the displaced; attacks in answer to them do not happen',
  offAlternative: 'half of these attacks',
  alternativeLevel: 0.5,
  coTenability:
    'The insurgency inside goes on; only what it does from among the displaced is gone.',
  presupposes: ['O1'],
  levers: ['D1'],
};
const D2: Factor = {
  id: 'D2',
  title: 'Presence effects: identity, ethnic balance, abuse',
  actor: 'displaced',
  on: 'what the theory says that presence does to identity, balance and attitudes',
  off: 'presence does none of this; numbers are unchanged',
  offAlternative: 'half of it',
  alternativeLevel: 0.5,
  coTenability: 'A change of what presence means to others, not of how many come.',
  presupposes: [],
  levers: ['D2'],
};
const P0: Factor = {
  id: 'P0',
  title: 'Placebo: does nothing',
  actor: 'nobody',
  on: 'nothing',
  off: 'nothing',
  offAlternative: 'nothing',
  alternativeLevel: 0,
  coTenability: 'Its contribution must be exactly 0; anything else is a fault of the program.',
  presupposes: [],
  levers: ['P0'],
};

const wider = {
  title: 'Exclusion by wider states',
  actor: 'widerStates',
  alternativeLevel: 0.5,
  coTenability:
    'Far outside what was observed: flights for hundreds of thousands; the pace and the share who would go are assumptions. Closures by neighbours stay as they were.',
  presupposes: [],
} as const;

/** The default set: eight sources of threat, and the placebo. */
export const defaultFactors: readonly Factor[] = [
  O1,
  O2,
  {
    ...wider,
    id: 'W',
    on: 'quotas, their pace and queue; no onward movement; status withheld',
    off: 'all who would go are received by a fair key (half population, half product), with status on arrival',
    offAlternative: 'half of them are, the rest by half the quotas',
    levers: ['W', 'W2'],
  },
  N1,
  N2,
  {
    id: 'H',
    title: 'Intolerance in receiving societies, near and far',
    actor: 'receivingSocieties',
    on: 'hostility as assumed, also where nobody arrived; kin of the displaced kept from power as recorded',
    off: 'no hostility; kin in equal standing',
    offAlternative: 'half of it',
    alternativeLevel: 0.5,
    coTenability: 'Policies of states stay as they were, although intolerance may be behind them.',
    presupposes: [],
    levers: ['HN', 'HE'],
  },
  D1,
  D2,
  P0,
];

/** The extended set: status apart from movement, near and far apart, air strikes, moral hazard. */
export const extendedFactors: readonly Factor[] = [
  O1,
  O2,
  {
    ...wider,
    id: 'W',
    title: 'Exclusion by wider states: movement',
    on: 'quotas, their pace and queue; no onward movement',
    off: 'all who would go are received by a fair key (half population, half product)',
    offAlternative: 'half of them are, the rest by half the quotas',
    levers: ['W'],
  },
  {
    id: 'W2',
    title: 'Exclusion by wider states: status withheld',
    actor: 'widerStates',
    on: 'temporary protection at best, claims decided slowly',
    off: 'Convention status on arrival in every receiving state',
    offAlternative: 'half of them hold it',
    alternativeLevel: 0.5,
    coTenability: 'Status could have been granted to those who did come.',
    presupposes: [],
    levers: ['W2'],
  },
  N1,
  N2,
  {
    id: 'HN',
    title: 'Intolerance in neighbouring societies',
    actor: 'neighbours',
    on: 'kin of the displaced kept from power as recorded',
    off: 'kin in equal standing',
    offAlternative: 'half of it',
    alternativeLevel: 0.5,
    coTenability: 'Their standing is older than the crisis.',
    presupposes: [],
    levers: ['HN'],
  },
  {
    id: 'HE',
    title: 'Intolerance in receiving societies far away',
    actor: 'receivingSocieties',
    on: 'hostility as assumed, also where nobody arrived',
    off: 'no hostility',
    offAlternative: 'half of it',
    alternativeLevel: 0.5,
    coTenability: 'Policies of states stay as they were, although intolerance may be behind them.',
    presupposes: [],
    levers: ['HE'],
  },
  D1,
  D2,
  {
    id: 'X1',
    title: 'Air strikes',
    actor: 'interveners',
    on: 'the strikes, and the share of expulsion and flight that answered to them if a theory says so',
    off: 'no strikes; what the state of origin did without them goes on',
    offAlternative: 'half of them',
    alternativeLevel: 0.5,
    coTenability:
      'The strikes also ended the campaign: without them the day of return would not have come when it did. That is not changed here, so read this factor for flight only.',
    presupposes: ['O1'],
    levers: ['X1'],
  },
  {
    id: 'M',
    title: 'Moral hazard: reception encourages expulsion',
    actor: 'origin',
    on: 'expulsion answers to reception abroad as the theory says; as it was, by construction, it is as recorded',
    off: 'expulsion does not answer to reception',
    offAlternative: 'half of it',
    alternativeLevel: 0.5,
    coTenability: 'Shows only where reception differs from what it was.',
    presupposes: ['O1'],
    levers: ['M'],
  },
  P0,
];

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
    fixed: ['H', 'HN', 'HE'],
  },
  {
    id: 'presenceFixed',
    title: 'Presence is given, disposition varies',
    fixed: ['D1', 'D2'],
  },
  {
    id: 'stateActors',
    title: 'Only states act (realist)',
    fixed: ['H', 'HN', 'HE', 'D1', 'D2'],
  },
];

/**
 * Levels of all levers when exactly the factors of a mask are on.
 *
 * @param factors those that may be switched; what they do not pull stays on
 * @param alternative which factors are off in their other way
 */
export function levelsOf(
  factors: readonly Factor[],
  mask: number,
  alternative: ReadonlySet<string> = new Set(),
): Levels {
  const levels: Record<Lever, number> = { ...allOn };
  factors.forEach((factor, i) => {
    if (mask & (1 << i)) return;
    for (const lever of factor.levers) {
      levels[lever] = alternative.has(factor.id) ? factor.alternativeLevel : 0;
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
