import { tables } from './tables/index.ts';

/** Source, detail and flag of every row. */
const at = 'example,,estimate';
/** The rows of every table, as text. */
const rows: Record<keyof typeof tables, readonly string[]> = {
  places: [
    `north-town,North Town,,AAA,north,settlement,10.2,20.1,40,,${at}`,
    `south-town,South Town,,AAA,south,settlement,9.8,20.0,30,,${at}`,
    `river-village,River Village,,AAA,south,settlement,9.9,20.4,15,,${at}`,
    `bridge,Bridge,,AAA,,crossing,9.9,20.6,0,,${at}`,
    `pass,Mountain Pass,,AAA,,crossing,10.4,20.4,0,,${at}`,
    `border-town,Border Town,,BBB,,town,9.9,20.8,12,,${at}`,
    `inland-camp,Inland Camp,,BBB,,camp,9.7,21.6,90,,${at}`,
    `hill-town,Hill Town,,CCC,,town,10.6,20.5,25,,${at}`,
    `ddd,Far State,,DDD,,state,30,10,2500,,${at}`,
  ],
  routes: [
    `north-town,south-town,45,road,,${at}`,
    `south-town,river-village,35,road,,${at}`,
    `river-village,bridge,20,road,,${at}`,
    `bridge,border-town,12,road,,${at}`,
    `border-town,inland-camp,90,road,,${at}`,
    `north-town,pass,40,foot,,${at}`,
    `pass,hill-town,25,foot,,${at}`,
  ],
  groups: [
    `north-town,minority,home,60000,${at}`,
    `north-town,majority,home,90000,${at}`,
    `south-town,minority,home,40000,${at}`,
    `south-town,majority,home,120000,${at}`,
    `river-village,minority,home,8000,${at}`,
    `border-town,minority,hostFamily,500,${at}`,
  ],
  ties: [`minority,BBB,1,,1,${at}`, `minority,CCC,0.6,,1,${at}`],
  violence: [
    `expulsion-north,region:north,minority,expulsion,2025-01-10,2025-02-10,30000,persons,,${at}`,
    `expulsion-south,region:south,minority,expulsion,2025-01-20,2025-02-20,15000,persons,,${at}`,
    `killing,*,minority,killing,2025-01-10,2025-02-20,300,persons,,${at}`,
  ],
  frontier: [
    `bridge,2025-01-25,2025-01-31,closed,,,BBB,,${at}`,
    `pass,2025-01-10,,throughput,400,,CCC,,${at}`,
  ],
  hosting: [
    `border-town,relocation,2025-01-01,1500,persons_per_day,${at}`,
    `border-town,hostFamily,2025-01-01,6000,persons,${at}`,
    `border-town,food,2025-01-01,5000,rations_per_day,${at}`,
    `inland-camp,camp,2025-01-01,30000,persons,${at}`,
  ],
  offers: [`ddd-first,evacuation,DDD,2025-02-01,,3000,BBB,${at}`],
  states: [
    `AAA,Origin,origin,5000000,10000000000,none,,,,${at}`,
    `BBB,East Neighbour,neighbour,3000000,4000000000,temporary,0.8,,,${at}`,
    `CCC,North Neighbour,neighbour,2000000,6000000000,none,,,,${at}`,
    `DDD,Far State,receiving,60000000,1000000000000,temporary,1,2000,0.5,${at}`,
  ],
  societies: [`BBB,,no,0.1,0.5,,${at}`, `CCC,,no,,,,${at}`, `DDD,UNION,no,,,,${at}`],
  return: [`*,minority,2025-04-01,0.2,${at}`],
  record: [`2025-02-15,BBB,,stock,20000,,,yes,,${at}`],
  incidents: [],
  sources: [`example,Invented for this template,,,,,`],
};

/** What datapackage.json holds. */
const descriptorOf = (name: string) => ({
  $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
  name,
  title: name,
  version: '0.1.0',
  resources: Object.keys(tables).map((table) => ({
    name: table,
    path: `${table}.csv`,
    type: 'table',
    format: 'csv',
  })),
  asylia: {
    formatVersion: 1,
    start: '2025-01-01',
    end: '2025-06-30',
    origin: 'AAA',
    groups: [
      { id: 'minority', title: 'The minority' },
      { id: 'majority', title: 'The majority' },
    ],
    fit: [{ id: 'all', until: '2025-02-28' }],
    notices: [],
    unknowns: ['This case is invented.'],
  },
});

/** A scenario that comes with it. */
const scenario = {
  id: 'bridge-stays-open',
  title: 'The bridge stays open',
  description: 'No closure at the bridge.',
  changes: [{ table: 'frontier', where: { crossing: 'bridge' }, remove: true }],
};

/**
 * Files of a small invented case that passes the check and runs: a beginning for one's own.
 * @param name short name of the case, also its title
 * @returns name within the folder -> text
 * @example
 * ```js
 * import { newCase } from '@asylia/cases';
 * newCase('my-crisis').has('places.csv'); // is true
 * ```
 */
export function newCase(name: string): Map<string, string> {
  return new Map([
    ['datapackage.json', `${JSON.stringify(descriptorOf(name), null, 2)}\n`],
    ...Object.entries(tables).map(([table, { columns }]): [string, string] => [
      `${table}.csv`,
      `${[Object.keys(columns).join(','), ...rows[table as keyof typeof tables]].join('\n')}\n`,
    ]),
    ['scenarios/bridge-stays-open.json', `${JSON.stringify(scenario, null, 2)}\n`],
    [
      'README.md',
      `# ${name}\n\nAn invented crisis to begin with. Replace every row, keep the columns, name your sources.\n`,
    ],
  ]);
}
