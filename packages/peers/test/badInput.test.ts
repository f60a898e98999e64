import { dayWithoutOrigin } from '@asylia/destinations';
import { runJourneys } from '@asylia/peers';
import { describe, expect, test } from 'vitest';
import { fleeValidation, networkOf, observe, reachOf } from '../src/index.ts';
import { faultsOf, folder, notesOf, sketch } from './sketch.ts';

const locations = folder().get('input_csv/locations.csv')!;
const routes = folder().get('input_csv/routes.csv')!;
const heads = '#name1,name2,distance,forced_redirection\n';
const conflicts = (columns: string, row: string) =>
  `#Day,${columns}\n${Array.from({ length: 40 }, (_, day) => `${day},${row}`).join('\n')}\n`;

/** People of the last day: at Home, Hill, Near, Far, and all together; and the record's total. */
function simulated(change: Record<string, string>) {
  const flee = sketch(change);
  const observed = observe(flee);
  const { people, onRoads } = runJourneys(networkOf(flee, observed), fleeValidation, {
    seed: 1,
    world: 0,
    mode: 'sampled',
  });
  const at = flee.locations.map((_, place) => people[place * 40 + 39]!);
  return { at, all: at.reduce((a, b) => a + b, onRoads[39]!), total: observed.total[39]! };
}

describe('a folder with a mistake is refused', () => {
  test.each([
    [
      'a count below 0',
      { 'source_data/near.csv': '2020-01-01,-10\n2020-01-21,210\n' },
      /^outOfRange near.csv 1/,
    ],
    [
      'residents below 0',
      { 'input_csv/locations.csv': locations.replace('5000', '-5000') },
      /^outOfRange locations.csv 2/,
    ],
    [
      'a capacity below 0',
      { 'input_csv/locations.csv': locations.replace(',300', ',-300') },
      /^outOfRange locations.csv 4/,
    ],
    [
      'a road of less than nothing',
      { 'input_csv/routes.csv': routes.replace('60', '-60') },
      /^outOfRange routes.csv 2/,
    ],
    [
      'conflict below 0',
      { 'input_csv/conflicts.csv': conflicts('Home,Hill,Near,Far', '-1,0,0,0') },
      /^outOfRange conflicts.csv 2/,
    ],
    [
      'a closure before the first day',
      { 'input_csv/closures.csv': 'country,AAA,CCC,-5,-3\n' },
      /^outOfRange closures.csv 1/,
    ],
    [
      'a closure that ends before it begins',
      { 'input_csv/closures.csv': 'country,AAA,CCC,9,3\n' },
      /^outOfRange closures.csv 1/,
    ],
    [
      'two columns for one place',
      { 'input_csv/conflicts.csv': conflicts('Home,Home,Near,Far', '1,0,0,0') },
      /^duplicateColumn conflicts.csv 1/,
    ],
    [
      'a forced redirection of an unknown kind',
      { 'input_csv/routes.csv': routes.replace('200,0', '200,3') },
      /^notChoice routes.csv 4/,
    ],
  ])('%s', (_, change, pattern) => {
    expect(faultsOf(change)).toEqual(expect.arrayContaining([expect.stringMatching(pattern)]));
  });
});

describe('what may be meant is said, and nobody is lost', () => {
  test('a camp in no network: nobody comes there', () => {
    const change = { 'input_csv/routes.csv': `${heads}Home,Near,60,0\nHome,Hill,30,0\n` };
    expect(notesOf(change)).toContain('Far has no road; nobody comes there');
    const { at, all, total } = simulated(change);
    expect(at[3]).toBe(observe(sketch(change)).counts[40]);
    expect(all).toBe(total);
  });

  test('a disconnected place: whoever sets out there stays', () => {
    const change = { 'input_csv/routes.csv': `${heads}Hill,Near,60,0\nHill,Far,200,0\n` };
    const said = notesOf(change);
    expect(said).toContain('Home has no road; whoever is there stays');
    expect(said).toContain('no road joins Near to a place in conflict');
    const { at, all, total } = simulated(change);
    expect([at[2], at[3], all]).toEqual([10, 0, total]);
  });

  test('dates before the first day: the line is drawn from them', () => {
    const change = { 'source_data/near.csv': '2019-12-12,0\n2020-01-21,400\n' };
    expect(notesOf(change)).toContain('near.csv: 1 of 2 dates lie before the first day');
    expect(observe(sketch(change)).counts.slice(0, 2)).toEqual(Float64Array.of(200, 210));
  });

  test('names that stand twice: the first is kept, in places and series; roads count twice', () => {
    expect(
      notesOf({ 'input_csv/locations.csv': `${locations}Near,East,BBB,1,2,camp,,9000\n` }),
    ).toContain('Near stands twice; the first is kept');
    const twice = 'total,refugees.csv\nNear,near.csv\nNear,far.csv\nFar,far.csv\n';
    expect(notesOf({ 'source_data/data_layout.csv': twice })).toContain('the first row is kept');
    expect(observe(sketch({ 'source_data/data_layout.csv': twice }))).toEqual(observe(sketch()));
    const roads = { 'input_csv/routes.csv': `${routes}Near,Home,60,0\nHill,Hill,5,0\n` };
    expect(notesOf(roads)).toMatch(/both count[\s\S]*from Hill to itself is left out/);
    expect(simulated(roads).all).toBe(simulated(roads).total);
  });

  test('two counts of one day, and corrections of nothing', () => {
    expect(
      notesOf({
        'source_data/near.csv': '2020-01-01,10\n2020-01-01,20\n2020-02-09,30\n',
        'input_csv/registration_corrections.csv': 'Naer,2020-01-01\nFar,2020-01-02\n',
      }),
    ).toMatch(/1 dates stand twice[\s\S]*Naer is no camp[\s\S]*Far has no count of 2020-01-02/);
  });

  test.each([1, 2])('a cycle of forced redirections of kind %i: no journey without end', (kind) => {
    const change = {
      'input_csv/routes.csv': `${heads}Home,Hill,20,${kind}\nHill,Near,30,${kind}\nNear,Home,60,${kind}\nHill,Far,200,0\n`,
    };
    expect(notesOf(change).match(/nothing follows from it/g)).toHaveLength(3);
    expect(simulated(change).all).toBe(simulated(change).total);
  });

  test('people who set out while no place with residents is in conflict are found before they are simulated', () => {
    expect(dayWithoutOrigin(reachOf(sketch()))).toBe(null);
    const nobody = { 'input_csv/locations.csv': locations.replace('5000', '') };
    expect(dayWithoutOrigin(reachOf(sketch(nobody)))).toBe(1);
  });
});
