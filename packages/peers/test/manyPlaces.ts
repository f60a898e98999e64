/** Ways in which a conflict of Flee can be long. */
export const longConflicts = [
  'places with roads',
  'places without a road',
  'names without a Latin letter',
  'roads to unknown places',
  'coordinates in words',
] as const;
export type LongConflict = (typeof longConflicts)[number];

/**
 * The files of an invented conflict of so many places: nine tenths in the country of origin, on a
 * line of roads, the others camps in two countries, each with a series and a closure.
 */
export function conflictOf(places: number, kind: LongConflict): Map<string, string> {
  const days = 20;
  const camps = Math.max(2, Math.floor(places / 10));
  const isCamp = (i: number) => i >= places - camps;
  const country = (i: number) => (isCamp(i) ? ['BBB', 'CCC'][i % 2]! : 'AAA');
  const name = (i: number) => {
    if (kind !== 'names without a Latin letter') return `Place ${i}`;
    return String.fromCharCode(...[...String(i)].map((digit) => 0x627 + Number(digit)));
  };
  const list = Array.from({ length: places }, (_, i) => i);
  // A spiral of the golden angle: no two places alike, none far from the next.
  const lat = (i: number) => 10 + 3 * Math.sqrt(i / places) * Math.sin(i * 2.4);
  const lon = (i: number) => 20 + 3 * Math.sqrt(i / places) * Math.cos(i * 2.4);
  const degrees = (x: number) => (kind === 'coordinates in words' ? 'ten' : x.toFixed(5));
  const locations = list.map((i) =>
    [
      name(i),
      'North',
      country(i),
      degrees(lat(i)),
      degrees(lon(i)),
      isCamp(i) ? 'camp' : i % 3 === 0 ? 'conflict_zone' : 'town',
      0,
      isCamp(i) ? 500 : 1000 + i,
    ].join(','),
  );
  const to = (i: number) => (kind === 'roads to unknown places' ? `Palce ${i}` : name(i));
  const roads =
    kind === 'places without a road'
      ? [`${name(0)},${to(places - 1)},10,`]
      : list.slice(1).map((i) => `${name(isCamp(i) ? i - camps : i - 1)},${to(i)},${5 + (i % 7)},`);
  const ofCamps = list.filter(isCamp);
  const closures = ofCamps.map((i) => `location,${name(i)},,${i % 9},${(i % 9) + 3}`);
  closures.push('country,AAA,BBB,2,4');
  const conflict = Array.from({ length: days }, (_, day) =>
    [day, ...list.map((i) => (i % 3 === 0 && !isCamp(i) ? 0.5 : 0))].join(','),
  );
  const files = new Map([
    [
      'input_csv/locations.csv',
      ['#name,region,country,latitude,longitude,location_type,conflict_date,population'].concat(
        locations,
      ),
    ],
    ['input_csv/routes.csv', ['#name1,name2,distance,forced_redirection'].concat(roads)],
    [
      'input_csv/closures.csv',
      ['#closure_type,name1,name2,closure_start,closure_end'].concat(closures),
    ],
    ['input_csv/conflicts.csv', [['#Day', ...list.map(name)].join(',')].concat(conflict)],
    ['input_csv/sim_period.csv', ['StartDate,2020-01-01', `Length,${days}`]],
    [
      'source_data/data_layout.csv',
      ['total,refugees.csv'].concat(ofCamps.map((i) => `${name(i)},camp${i % 50}.csv`)),
    ],
    ['source_data/refugees.csv', ['2020-01-01,0', '2020-01-20,9000']],
    ...ofCamps
      .slice(0, 50)
      .map((i): [string, string[]] => [
        `source_data/camp${i % 50}.csv`,
        ['2020-01-01,10', '2020-01-11,210', '2020-01-18,300'],
      ]),
  ] as [string, string[]][]);
  return new Map([...files].map(([file, lines]) => [file, `${lines.join('\n')}\n`]));
}
