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

/** What is said of a source of threat where it is declared. */
export interface FactorText {
  readonly id: string;
  /** Label where there is little room, such as O1; accepted wherever an id is. */
  readonly code: string;
  readonly title: string;
  readonly actor: Actor;
  /** What it is at baseline, and what the world is like without it. */
  readonly on: string;
  readonly off: string;
  /** Another way to imagine its absence, and the level that stands for it. */
  readonly offAlternative: string;
  readonly alternativeLevel: number;
  /** Whether its absence can be thought together with the rest at baseline. */
  readonly coTenability: string;
  /** Factors without which it has nothing to act on. */
  readonly presupposes: readonly string[];
}

interface FactorDeclaration extends FactorText {
  /** Factors that it is together; it is nothing but these. */
  readonly covers?: readonly string[];
  /** The one set that it belongs to; those without belong to both. */
  readonly only?: 'default' | 'extended';
}

const wider = {
  actor: 'widerStates',
  alternativeLevel: 0.5,
  coTenability:
    'Far outside what was observed: flights for hundreds of thousands; the pace and the share who would go are assumptions. Closures by neighbours stay as they were.',
  presupposes: [],
} as const;

/** Every source of threat that is built in, declared once; all else that names them derives. */
export const declaredFactors = [
  {
    id: 'persecution',
    code: 'O1',
    title: 'Persecution and expulsion by the state of origin',
    actor: 'origin',
    on: 'the campaign of the case: expulsion and killing, and the reprisals that answered to it',
    off: 'no campaign: nobody is expelled or killed by it; those displaced before the period stay displaced. A theory that ascribes a share of the flight to air strikes keeps that share while the strikes go on',
    offAlternative: 'a tenth of the campaign goes on',
    alternativeLevel: 0.1,
    coTenability:
      'Without a campaign nobody is pursued, no fighters come with the displaced, and there is nothing to answer: O2, D1, X1 and reprisals are moot.',
    presupposes: [],
  },
  {
    id: 'crossBorderAttacks',
    code: 'O2',
    title: 'Attacks on the displaced across the frontier',
    actor: 'origin',
    on: 'the recorded attacks, less those that answered to fighters',
    off: 'the frontier is respected',
    offAlternative: 'half as many attacks',
    alternativeLevel: 0.5,
    coTenability: 'Needs displaced persons near the frontier, so O1; can be thought absent alone.',
    presupposes: ['persecution'],
  },
  {
    ...wider,
    title: 'Exclusion by wider states',
    id: 'exclusion',
    code: 'W',
    on: 'quotas, their pace and queue; no onward movement; status withheld',
    off: 'all who would go are received by a fair key (half population, half product), with status on arrival',
    offAlternative: 'half of them are, the rest by half the quotas',
    covers: ['movementRefused', 'statusWithheld'],
    only: 'default',
  },
  {
    ...wider,
    id: 'movementRefused',
    code: 'W',
    title: 'Exclusion by wider states: movement',
    on: 'quotas, their pace and queue; no onward movement',
    off: 'all who would go are received by a fair key (half population, half product)',
    offAlternative: 'half of them are, the rest by half the quotas',
    only: 'extended',
  },
  {
    id: 'statusWithheld',
    code: 'W2',
    title: 'Exclusion by wider states: status withheld',
    actor: 'widerStates',
    on: 'temporary protection at best, claims decided slowly',
    off: 'Convention status on arrival in every receiving state',
    offAlternative: 'half of them hold it',
    alternativeLevel: 0.5,
    coTenability: 'Status could have been granted to those who did come.',
    presupposes: [],
    only: 'extended',
  },
  {
    id: 'incapacity',
    code: 'N1',
    title: 'Incapacity of the neighbours',
    actor: 'neighbours',
    on: 'shelter and supplies as they were; lines without a figure fall short as assumed',
    off: 'needs funded to standard, shared with hosts: room for all who come, supplies met, papers issued, work allowed',
    offAlternative: 'half of the gap is closed',
    alternativeLevel: 0.5,
    coTenability:
      'Money could have come while all else stayed at baseline; better supply might have drawn people, which is not modelled.',
    presupposes: [],
  },
  {
    id: 'borderEncampment',
    code: 'N2',
    title: 'Encampment at the border',
    actor: 'neighbours',
    on: 'camps and centres near the frontier, with the transport inland that there was',
    off: 'nobody is kept near the frontier where it has camps or centres: all are moved inland, guests of families there too',
    offAlternative: 'transport inland doubled, half as many refuse',
    alternativeLevel: 0.5,
    coTenability: 'Inland there must be room: with N1 on many who are moved find none.',
    presupposes: [],
  },
  {
    id: 'intolerance',
    code: 'H',
    title: 'Intolerance in receiving societies, near and far',
    actor: 'receivingSocieties',
    on: 'hostility as assumed, also where nobody arrived; kin of the displaced kept from power as recorded',
    off: 'no hostility; kin in equal standing',
    offAlternative: 'half of it',
    alternativeLevel: 0.5,
    coTenability: 'Policies of states stay as they were, although intolerance may be behind them.',
    presupposes: [],
    covers: ['hostIntolerance', 'receivingIntolerance'],
    only: 'default',
  },
  {
    id: 'hostIntolerance',
    code: 'HN',
    title: 'Intolerance in neighbouring societies',
    actor: 'neighbours',
    on: 'kin of the displaced kept from power as recorded',
    off: 'kin in equal standing',
    offAlternative: 'half of it',
    alternativeLevel: 0.5,
    coTenability: 'Their standing is older than the crisis.',
    presupposes: [],
    only: 'extended',
  },
  {
    id: 'receivingIntolerance',
    code: 'HE',
    title: 'Intolerance in receiving societies far away',
    actor: 'receivingSocieties',
    on: 'hostility as assumed, also where nobody arrived',
    off: 'no hostility',
    offAlternative: 'half of it',
    alternativeLevel: 0.5,
    coTenability: 'Policies of states stay as they were, although intolerance may be behind them.',
    presupposes: [],
    only: 'extended',
  },
  {
    id: 'fighters',
    code: 'D1',
    title: 'Fighters among the displaced',
    actor: 'displaced',
    on: 'fighters among the displaced near the frontier, who draw a share of the attacks',
    off: 'no fighters among the displaced; attacks in answer to them do not happen',
    offAlternative: 'half of these attacks',
    alternativeLevel: 0.5,
    coTenability:
      'The insurgency inside goes on; only what it does from among the displaced is gone.',
    presupposes: ['persecution'],
  },
  {
    id: 'presence',
    code: 'D2',
    title: 'Presence effects: identity, ethnic balance, abuse',
    actor: 'displaced',
    on: 'what the theory says that presence does to identity, balance and attitudes',
    off: 'presence does none of this; numbers are unchanged',
    offAlternative: 'half of it',
    alternativeLevel: 0.5,
    coTenability: 'A change of what presence means to others, not of how many come.',
    presupposes: [],
  },
  {
    id: 'airStrikes',
    code: 'X1',
    title: 'Air strikes',
    actor: 'interveners',
    on: 'the strikes, and the share of expulsion and flight that answered to them if a theory says so',
    off: 'no strikes; what the state of origin did without them goes on',
    offAlternative: 'half of them',
    alternativeLevel: 0.5,
    coTenability:
      'The strikes also ended the campaign: without them the day of return would not have come when it did. That is not changed here, so read this factor for flight only.',
    presupposes: ['persecution'],
    only: 'extended',
  },
  {
    id: 'encouragedExpulsion',
    code: 'M',
    title: 'Moral hazard: reception encourages expulsion',
    actor: 'origin',
    on: 'expulsion answers to reception abroad as the theory says; at baseline, by construction, it is as recorded',
    off: 'expulsion does not answer to reception',
    offAlternative: 'half of it',
    alternativeLevel: 0.5,
    coTenability: 'Shows only where reception differs from what it was.',
    presupposes: ['persecution'],
    only: 'extended',
  },
  {
    id: 'placebo',
    code: 'P0',
    title: 'Placebo: does nothing',
    actor: 'nobody',
    on: 'nothing',
    off: 'nothing',
    offAlternative: 'nothing',
    alternativeLevel: 0,
    coTenability: 'Its contribution must be exactly 0; anything else is a fault of the program.',
    presupposes: [],
  },
] as const satisfies readonly FactorDeclaration[];
