/** One row of what follows from movement. */
export interface ConsequenceRow {
  readonly id: string;
  readonly title: string;
  readonly what: string;
  readonly reads: string;
  readonly writes: string;
  readonly switchedBy: readonly string[];
}

/**
 * What follows from movement, in the order of its computation. These rows read where people are
 * and move nobody: so coalitions of factors that move people alike share one run.
 */
export const consequenceRows: readonly ConsequenceRow[] = [
  {
    id: 'needs',
    title: 'Needs',
    what: 'Shortfall of known and of unseen lines of supply; what hosts lose by sharing (f4)',
    reads: 'people by country, known shortfall, product per head',
    writes: 'shortfall of the displaced and of hosts',
    switchedBy: ['N1'],
  },
  {
    id: 'attacks',
    title: 'Attacks across the frontier',
    what: 'The recorded ones, shared between answers to fighters and pursuit, following the people near the frontier (f6); host villagers displaced in their turn',
    reads: 'recorded attacks, people near the frontier now and as it was',
    writes: 'expected attacks, host villagers displaced',
    switchedBy: ['O2', 'D1', 'N2'],
  },
  {
    id: 'unrest',
    title: 'Unrest',
    what: 'Expected events by the displaced, by hosts and between host groups (f5)',
    reads: 'people, shortfalls, kin and their standing',
    writes: 'events by initiator',
    switchedBy: ['N1', 'H', 'D2'],
  },
  {
    id: 'onset',
    title: 'Conflict and dispute',
    what: 'Probability of armed conflict in a neighbour within 24 months (f7), and of an interstate dispute',
    reads: 'people at the peak, kin and their standing, capacity, attacks',
    writes: 'probabilities',
    switchedBy: ['N1', 'H', 'D1', 'D2', 'O2'],
  },
  {
    id: 'status',
    title: 'Status, rights, papers',
    what: 'Registration, recognition and papers with their time constants; rights held of those due (f2)',
    reads: 'people by country and way',
    writes: 'person-days by status, rights missing, people without papers',
    switchedBy: ['W', 'N1'],
  },
  {
    id: 'passage',
    title: 'Passage and assets',
    what: 'Revenue of smugglers, bribes in the queue, assets lost (f8)',
    reads: 'irregular passages, evacuated, expelled',
    writes: 'money and assets',
    switchedBy: ['W'],
  },
  {
    id: 'attitudes',
    title: 'Receiving societies',
    what: 'Hostility, also where nobody arrived, violence and vote (f10); identity, static and dynamic (f11); abuse',
    reads: 'people in receiving states, share of the duty met, attacks in the news',
    writes: 'hostility, violence, vote, identity, terror deaths',
    switchedBy: ['H', 'D2', 'W'],
  },
];
