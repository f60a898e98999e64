import type { AssumptionDeclaration } from './declaration.ts';

/**
 * What the world would be like with a source of threat switched off, and answers of the persecutor
 * (functions f8, f12).
 */
export const counterfactualParameters = [
  {
    id: 'willingShare',
    acts: 'movement',
    symbol: 'q_w',
    title: 'Share of the displaced who would go further away if they could',
    unit: 'share',
    default: 0.5,
    low: 0,
    high: 1,
    prior: { kind: 'normal', sd: 0.15 },
    source:
      'many said that they would not go far; those who paid smugglers would (claim 49): shares not known',
    mark: 'assumed',
  },
  {
    id: 'openPacePerDay',
    acts: 'movement',
    symbol: 'p_o',
    title:
      'Share of those who would go and have not gone who are received each day, admission being open',
    unit: '1/day',
    default: 0.1,
    low: 0.005,
    high: 1,
    prior: { kind: 'logNormal', sdLog: 0.5 },
    source:
      'Hungary 1956: 93,000 of 200,000 moved on in ten weeks under open admission, at least 0.01 a day of all; flights of 1999 reached 2,242 on one day',
    mark: 'assumed',
  },
  {
    id: 'moralHazard',
    acts: 'movement',
    symbol: 'm',
    title:
      'Share by which expulsion grows when everybody is received by states beyond the neighbours',
    unit: 'share',
    default: 0,
    low: 0,
    high: 1,
    prior: { kind: 'fixed' },
    source: 'no estimate found: none unless a theory sets it (claim 4)',
    mark: 'assumed',
    disputedBy: 'T7 (strategic): 0 to 0.3',
  },
  {
    id: 'flightByBombing',
    acts: 'movement',
    symbol: 'beta',
    title: 'Share of the recorded expulsion and flight that answered to the air strikes',
    unit: 'share',
    default: 0,
    low: 0,
    high: 1,
    prior: { kind: 'fixed' },
    source: 'Ball 2000: only a small fraction; Iacopino et al. 2001: 68 % expelled directly',
    mark: 'published',
    disputedBy: 'T7 (strategic): 0 to 0.5',
  },
] as const satisfies readonly AssumptionDeclaration[];
