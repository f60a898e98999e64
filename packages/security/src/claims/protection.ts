import type { Claim } from './types.ts';

/** Paragraphs 6 to 8 and first note: cause of flight, protection, its kinds. */
export const protectionClaims: readonly Claim[] = [
  {
    id: 33,
    place: 'P6',
    says: 'One should start from the threats that refugees face and that drive them out of the protection of their state.',
    voice: 'author',
    kind: 'causal',
    maps: [
      { factor: 'O1' },
      { parameter: 'fleeingPerExpelled' },
      { parameter: 'fleeingInsidePerExpelled' },
      { validation: 'cause-of-flight' },
    ],
    test: { rule: 'flight', explanation: 'expulsion', isMain: true },
    note: 'Where to start is a choice; tested is whether violence of the state drove people out, by its timing.',
  },
  {
    id: 34,
    place: 'P6',
    says: 'This does not reopen the debate on root causes; it asks how the cause of flight, the kind of protection and the place where the protecting state is challenged hang together.',
    voice: 'author',
    kind: 'concept',
    maps: [
      { factor: 'O1' },
      { outcome: 'IND2' },
      { outcome: 'GLO1.status' },
      { outcome: 'GLO1.convention' },
      { frame: 'all' },
    ],
    test: null,
    note: 'because it proposes a question; the table of sources, statuses and objects follows it',
  },
  {
    id: 35,
    place: 'P7, n9',
    says: 'Refugee law was made for people who had lost the protection of their state.',
    voice: 'author',
    kind: 'concept',
    maps: [{ definition: 'lostProtection' }, { definition: 'convention' }],
    test: null,
    note: 'because it is about the purpose of law',
  },
  {
    id: 36,
    place: 'P7',
    says: 'An economic migrant keeps the protection of a state of origin; a refugee has none. That is the difference.',
    voice: 'author',
    kind: 'concept',
    maps: [
      { definition: 'lostProtection' },
      {
        outOfScope:
          'because everybody who moves in the case has lost the protection of a state: economic migrants and errors in telling them apart are not simulated',
      },
    ],
    test: null,
    note: '',
  },
  {
    id: 37,
    place: 'P7, n10',
    says: 'People forced to flee should have the right to seek and to enjoy asylum in another country (Universal Declaration, article 14).',
    voice: 'author',
    kind: 'duty',
    maps: [
      { outcome: 'GLO3' },
      { outcome: 'GLO2' },
      {
        outOfScope:
          'because a right is a norm: it stands in the normative layer; how many can use it is measured',
      },
    ],
    test: null,
    note: '',
  },
  {
    id: 38,
    place: 'P7, n11',
    says: 'Views held by scholars, by the extreme right and increasingly by other parties leave the displaced of Kosovo without asylum, or even lesser protection, beyond the states next to their own.',
    voice: 'author',
    kind: 'causal',
    maps: [
      { factor: 'W' },
      { factor: 'W2' },
      { outcome: 'GLO3' },
      { scenario: 'no-evacuation' },
      { scenario: 'offers-x5' },
    ],
    test: {
      rule: 'allOf',
      rules: [
        { rule: 'level', outcomes: ['GLO3'], atMost: 0.1, asks: 'at most a tenth has access' },
        { rule: 'necessary', factor: 'W', outcomes: ['GLO3'], asks: 'policy is why' },
      ],
    },
    note: 'Policies are simulated, not the views behind them.',
  },
  {
    id: 39,
    place: 'P8, n1, n11, n12',
    says: 'Protection comes in degrees: Convention status, temporary protection, mere non-return (article 33), or nothing.',
    voice: 'author',
    kind: 'concept',
    maps: [
      { assumption: 'rightsConvention' },
      { assumption: 'rightsTemporary' },
      { assumption: 'rightsNonRefoulement' },
      { assumption: 'rightsWithoutStatus' },
      { outcome: 'IND2' },
    ],
    test: null,
    note: 'because it is a distinction of law; the share of rights that goes with each degree is an assumption with a source',
  },
  {
    id: 40,
    place: 'n1',
    says: 'Everyday speech calls them refugees, but a state or UNHCR must recognise a person as one, and very few were: what security have they if no state does?',
    voice: 'author',
    kind: 'causal',
    maps: [
      { definition: 'grantedStatus' },
      { definition: 'convention' },
      { outcome: 'GLO1.status' },
      { outcome: 'GLO1.crossed' },
      { outcome: 'GLO1.convention' },
      { outcome: 'IND2' },
      { assumption: 'recognitionDays' },
      { factor: 'W' },
    ],
    test: {
      rule: 'allOf',
      rules: [
        { rule: 'level', outcomes: ['GLO1.convention'], atMost: 0.1, asks: 'very few recognised' },
        {
          rule: 'adds',
          factor: 'W',
          figure: 'conditional',
          sign: 'harm',
          outcomes: ['IND2'],
          asks: 'status withheld leaves them without rights',
        },
      ],
    },
    note: 'Under the declaratory reading of the Convention they are refugees before anybody says so: the count is shown both ways.',
  },
];
