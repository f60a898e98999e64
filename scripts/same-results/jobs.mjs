/**
 * What is computed. A job is a list of calls of the command, made in an empty folder of its own, or
 * the questions of the page (./askPage.mjs). `{case}` is the folder of the case, a copy; a call with
 * `{every shard}` is made for every shard of plan.json, the last first.
 */
const flee = 'two-valleys-over-flee';
const scenarios = {
  'kosovo-1999': [
    'as-it-was',
    'borders-stay-open',
    'fyrm-closed',
    'no-evacuation',
    'offers-x5',
    'relocation-10000',
  ],
  'two-valleys': [
    'as-it-was',
    'frontiers-stay-open',
    'moved-from-the-frontier',
    'no-expulsion',
    'no-offers',
    'no-pursuit',
    'no-reprisal',
    'offers-x5',
    'supplies-in-full',
  ],
  'hungary-1956': ['as-it-was', 'moved-on-as-in-1999', 'nobody-moved-on'],
  [flee]: ['as-it-was', 'given-arrivals'],
};

/** Sampled worlds of the threat: few on Kosovo, where each is 512 coalitions under 7 theories. */
const threatWorlds = (of) => (of === 'kosovo-1999' ? '2' : '4');

function jobsOfCase(of, n) {
  const worlds = ['--worlds', String(n), '--workers', '1', '--out', 'out'];
  const threat = ['threat', '{case}', '--workers', '1', '--out', 'out'];
  const figure = of === 'kosovo-1999' ? ['--figure', 'peak.ALB'] : [];
  const plan = ['shards', 'plan', '{case}', '--out', 'out', '--plan', 'plan.json'];
  const shard = ['shards', 'run', 'plan.json', '--index', '{every shard}'];
  const merge = ['shards', 'merge', 'plan.json'];
  const half = String(Math.max(1, n >> 1));
  const sampled = threatWorlds(of);
  return [
    ['run', ['run', '{case}', ...worlds, '--threat-worlds', sampled]],
    ['run-no-threat', ['run', '{case}', ...worlds, '--no-threat', '--json']],
    ['threat', [...threat, '--worlds', sampled, '--no-ledger']],
    [
      'threat-alternative',
      [...threat, '--worlds', '2', '--no-ledger', '--theory', 'T1', '--alternative', 'N1'],
    ],
    ['expected', [...threat, '--expected', '--no-ledger']],
    ['expected-arabic', [...threat, '--expected', '--theory', 'T1', '--language', 'ar', '--json']],
    ['orders', [...threat, '--orders', '60', '--theory', 'T1', '--json']],
    [
      'compare',
      ['compare', '{case}', ...worlds, ...scenarios[of].flatMap((one) => ['--scenario', one])],
    ],
    [
      'sensitivity',
      ['sensitivity', '{case}', '--theory', 'T1', '--json'],
      ['sensitivity', '{case}', ...figure],
    ],
    ['shards-run', [...plan, '--worlds', String(n), '--per-shard', half], shard, merge],
    [
      'shards-threat',
      [...plan, '--threat', '--theory', 'T2', '--worlds', '2', '--per-shard', '2'],
      shard,
      merge,
    ],
  ].map(([name, ...calls]) => ({ of, name, calls }));
}

/**
 * All jobs, or those whose case and name begin with one of the words.
 * @param n worlds of a run
 * @param only beginnings of names of cases or of jobs; cases and jobs are chosen apart
 */
export function jobsOf(n, only) {
  const jobs = [
    ...jobsOfCase('two-valleys', n),
    {
      of: 'two-valleys',
      name: 'flee',
      calls: [
        ['export', 'flee', '{case}', '--out', 'flee'],
        ['import', 'flee', 'flee', '--out', 'case'],
        ['validate', 'case/flee', '--worlds', '2', '--peer-worlds', '2', '--out', 'out'],
      ],
    },
    ...jobsOfCase(flee, n),
    ...jobsOfCase('hungary-1956', n),
    ...jobsOfCase('kosovo-1999', n),
    {
      of: 'kosovo-1999',
      name: 'calibrate',
      calls: [['calibrate', 'case', '--iterations', '1']],
      ownCase: true,
    },
    { of: 'kosovo-1999', name: 'cause', calls: [['cause', '{case}']] },
    ...Object.keys(scenarios).map((of) => ({ of, name: 'page', page: true })),
  ];
  const cases = only.filter((word) => Object.keys(scenarios).some((of) => of.startsWith(word)));
  const names = only.filter((word) => !cases.includes(word));
  return jobs.filter(
    ({ of, name }) =>
      (cases.length === 0 || cases.some((word) => of.startsWith(word))) &&
      (names.length === 0 || names.some((word) => name.startsWith(word))),
  );
}

/** The case of a job that is made from another: exported to Flee and imported again. */
export const importedFrom = (of) => (of === flee ? 'two-valleys' : null);
