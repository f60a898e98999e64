import type { ThreatSummary } from '@asylia/lab';
import { codeOf } from '@asylia/security';

const theories = ['T1', 'T2'];
const claims: ThreatSummary['claimDefinitions'] = Array.from({ length: 62 }, (_, i) => ({
  id: i + 1,
  place: `P${i + 1}`,
  says: `What the article claims, number ${i + 1}.`,
  voice: 'author',
  kind: 'fact',
  maps: [{ outcome: 'IND1' }],
  note: '',
}));
const factors = ['persecution', 'exclusion', 'placebo'];

/**
 * A table of two objects, two theories, three sources and one remedy. Persecution adds to deaths
 * and exclusion takes a little away, so signs differ there; both add to the loss of rights.
 */
export function inventedThreat(change: Partial<ThreatSummary> = {}): ThreatSummary {
  const outcomes: ThreatSummary['outcomes'] = [
    outcome('individuals.excessDeaths', 'individuals', 'Deaths', 'persons', 'moreIsWorse'),
    outcome('regime.accessToAsylum', 'regime', 'Access <i>to asylum</i>', 'share', 'moreIsBetter'),
  ];
  const shapley: Readonly<Record<string, Readonly<Record<string, number>>>> = {
    'individuals.excessDeaths': { persecution: 900, exclusion: -40, placebo: 0 },
    'regime.accessToAsylum': { persecution: -0.1, exclusion: -0.5, placebo: 0 },
  };
  const cells = theories.flatMap((theory) =>
    outcomes.flatMap(({ id }) =>
      factors.map((factor) => {
        const x = shapley[id]![factor]!;
        return {
          theory,
          frame: 'all' as const,
          outcome: id,
          factor,
          firstIn: x / 2,
          lastIn: x * 2,
          shapley: x,
          conditional: factor === 'persecution' ? null : x,
          low90: null,
          high90: null,
          worlds: 40,
          firstInInterval: around(x / 2),
          lastInInterval: around(x * 2),
        };
      }),
    ),
  );
  return {
    run: 'invented-threat-abc',
    inputHash: 'abcdef0123456789',
    version: '0.1.0',
    seed: 1,
    worlds: 40,
    intervals: { count: 20, medianError: 0.07, mostErrors: 0.12, worstError: 0.3 },
    seconds: 1,
    case: {
      name: 'invented',
      title: 'Invented</title><script>window.ran = 1</script>',
      start: '2001-01-01',
      end: '2001-06-30',
      notices: ['Do not <b>over-read</b>.'],
      unknowns: [],
    },
    theories: theories.map((id) => ({
      id,
      title: id === 'T1' ? 'Common <em>cause</em>' : 'Another',
      school: 'some school',
      terms: 'In their own terms.',
      frame: 'all',
      sources: ['A source'],
    })),
    frames: [{ id: 'all', title: 'Everything may vary' }],
    given: 'persecution',
    alternative: [],
    factors: factors.map((id) => ({
      id,
      code: codeOf(id),
      title: `Source ${codeOf(id)}`,
      actor: 'origin' as const,
      on: 'as it was',
      off: `${codeOf(id)} is not there`,
      offAlternative: `a tenth of ${codeOf(id)}`,
      alternativeLevel: 0.1,
      coTenability: 'Can be thought.',
      presupposes: [],
      covers: [],
    })) as unknown as ThreatSummary['factors'],
    objects: [
      {
        id: 'individuals',
        title: 'The people themselves',
        name: '',
        headlines: ['individuals.excessDeaths'],
      },
      {
        id: 'regime',
        title: 'The protection regime',
        name: '',
        headlines: ['regime.accessToAsylum'],
      },
    ],
    outcomes,
    cells,
    levels: theories.flatMap((theory) => [
      {
        theory,
        outcome: 'individuals.excessDeaths',
        baseline: 1000,
        without: 140,
        baselineInterval: around(1000),
        withoutInterval: around(140),
      },
      {
        theory,
        outcome: 'regime.accessToAsylum',
        baseline: 0.2,
        without: 0.8,
        baselineInterval: around(0.2),
        withoutInterval: around(0.8),
      },
    ]),
    remedyDefinitions: [{ id: 'protect', title: 'Protect', what: 'open admission' }],
    remedies: theories.flatMap((theory) => [
      { remedy: 'protect', theory, outcome: 'individuals.excessDeaths', effect: 80, ...around(80) },
      { remedy: 'protect', theory, outcome: 'regime.accessToAsylum', effect: 0.5, ...around(0.5) },
    ]),
    answers: theories.flatMap((theory) => [
      answer(theory, 'individuals.excessDeaths', 'persecution'),
      answer(theory, 'regime.accessToAsylum', 'exclusion'),
    ]),
    agreement: [],
    placebo: 0,
    runs: { coalitions: 8, theories: 2, outcomes: 2, sampledWorlds: 40 },
    claimDefinitions: claims,
    claims: claims.flatMap(({ id }) =>
      theories.map((theory) => ({
        id,
        theory,
        verdict:
          id === 1
            ? ('contradicted' as const)
            : id === 2
              ? ('supported' as const)
              : ('cannotBeTested' as const),
        by: `cells of <q>claim</q> ${id}`,
      })),
    ),
    conclusion: [
      { id: 57, object: 'individuals', theory: 'T1', verdict: 'supported', by: 'O1 leads' },
      { id: 57, object: 'individuals', theory: 'T2', verdict: 'contradicted', by: 'O1 does not' },
    ],
    checks: [
      { theory: 'T1', id: 'a', title: 'Seen or not', refuted: true, evidence: 'record: 3 of 4' },
      { theory: 'T2', id: 'a', title: 'Seen or not', refuted: null, evidence: 'nothing to decide' },
    ],
    causeOfFlight: null,
    notes: ['A note.'],
    ...change,
  };
}

/** An interval of one to each side, with its errors. */
const around = (x: number) => ({
  low90: x - 1,
  high90: x + 1,
  lowError: 0.125,
  highError: 0.25,
});

function outcome(
  id: string,
  object: 'individuals' | 'regime',
  title: string,
  unit: string,
  direction: 'moreIsWorse' | 'moreIsBetter',
): ThreatSummary['outcomes'][number] {
  return {
    id,
    code: codeOf(id),
    declared: id,
    name: title,
    member: '',
    object,
    title,
    unit,
    formula: `sum of ${codeOf(id)}`,
    direction,
    headline: 1,
    limitations: 'the rest',
    claims: [57],
  };
}

function answer(theory: string, id: string, leader: string): ThreatSummary['answers'][number] {
  return {
    theory,
    outcome: id,
    leader,
    leaderGiven: 'exclusion',
    actors: [{ actor: 'origin', owen: 1 }],
    interactions: [],
    necessity: [
      {
        factor: 'persecution',
        pn: 1,
        pnLow: 0.5,
        pnHigh: 1,
        ps: 1,
        necessityConsistency: 1,
        sufficiencyConsistency: 1,
        necessityCoverage: 1,
        responsibility: 1,
      },
    ],
    paths: [{ on: ['persecution'], off: ['exclusion'] }],
    threshold: 500,
    ledger: [
      {
        assumption: 'someRate',
        title: 'Some rate',
        unit: 'share',
        low: 0.1,
        value: 0.2,
        high: 0.4,
        atLow: 800,
        atHigh: 1000,
        shapleyEffect: null,
        source: 'assumed by us',
        mark: 'assumed',
      },
    ],
    explained: null,
    switches: [{ assumption: 'someRate', factors: ['persecution', 'exclusion'], at: 0.3 }],
  };
}
