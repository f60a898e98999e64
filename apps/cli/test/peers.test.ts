import { describe, expect, test } from 'vitest';
import { main } from '../src/main.ts';
import { fake } from './fake.ts';
import { withFlee } from './withFlee.ts';

describe('a folder of Flee', () => {
  test('is scored in every regime, with one JSON object and a page', async () => {
    const world = withFlee();
    expect(
      await main(
        ['validate', 'small/flee-files', '--worlds', '5', '--json', '--out', 'result'],
        world.effects,
      ),
    ).toBe(0);
    const { conflicts } = JSON.parse(world.out());
    expect(conflicts.map((row: { regime: string }) => row.regime)).toEqual([
      'given',
      'blind',
      'after 7 days',
      'after 30 days',
      'flee rules, given',
      'flee rules, blind',
    ]);
    for (const row of conflicts) {
      expect(Object.keys(row)).toEqual([
        'case',
        'regime',
        'ard',
        'ardRescaled',
        'mase7',
        'mase30',
        'crps',
        'coverage50',
        'coverage90',
        'baselines',
        'camps',
        'leak',
        'seconds',
        'people',
        'days',
      ]);
    }
    const naive = conflicts.map((row: { baselines: object }) => Object.keys(row.baselines));
    expect(naive.slice(0, 4)).toEqual([
      ['equal shares', 'gravity', 'shares by capacity'],
      ['equal shares', 'gravity'],
      ['equal shares', 'gravity', 'shares of day 7'],
      ['equal shares', 'gravity', 'shares of day 7', 'shares of day 30'],
    ]);
    expect(Object.keys(JSON.parse(world.out()))).toEqual(['conflicts']);
    expect(conflicts[0].leak).toEqual([{ camp: 'Near', capacity: 700, maximum: 700 }]);
    expect(new TextDecoder().decode(world.files.get('result/report.html'))).toContain(
      '1 of 2 stated capacities',
    );
    expect(new TextDecoder().decode(world.files.get('result/scores.csv'))).toContain(
      'blind: gravity',
    );
  });

  test('has the same scores in whatever order its worlds are done, and writes nothing when stopped', async () => {
    const command = ['validate', 'small/flee-files', '--worlds', '12', '--peer-worlds', '7'];
    const [forth, back] = [withFlee(), withFlee({ reverse: true })];
    for (const world of [forth, back]) {
      expect(await main([...command, '--json', '--out', 'result'], world.effects)).toBe(0);
    }
    expect(back.computed).toEqual([...forth.computed].reverse());
    expect(back.out()).toBe(forth.out());
    expect(back.files).toEqual(forth.files);
    const stopped = withFlee({ stopAfter: 2 });
    expect(await main([...command, '--out', 'result'], stopped.effects)).toBe(130);
    expect(stopped.files.has('result/scores.csv')).toBe(false);
  });

  test('is written day by day for a regime; a regime that there is not, and two folders, are said', async () => {
    const world = withFlee();
    const command = ['validate', 'small/flee-files', '--worlds', '4', '--out', 'result'];
    const daily = [...command, '--daily', 'result/daily.csv'];
    expect(await main([...daily, '--regime', 'given'], world.effects)).toBe(0);
    const lines = new TextDecoder().decode(world.files.get('result/daily.csv')).split('\n');
    expect(lines[0]).toBe('day,date,Near,Far');
    expect(lines[1]).toBe('0,2020-01-01,5.0,0.0');
    expect(lines.length).toBe(62);
    expect(await main([...daily, '--regime', 'seen'], world.effects)).toBe(2);
    expect(world.err()).toContain('--regime: expected one of given, blind');
    expect(await main([...daily, 'small/flee-files'], world.effects)).toBe(2);
    expect(world.err()).toContain('one folder, got several');
  });

  test('has the same scores as the case that was imported from it', async () => {
    const world = withFlee();
    const scores = async (folder: string) => {
      const before = world.out().length;
      expect(await main(['validate', folder, '--worlds', '3', '--json'], world.effects)).toBe(0);
      const { conflicts } = JSON.parse(world.out().slice(before));
      return conflicts.map((row: object) => ({ ...row, case: '' }));
    };
    const straight = await scores('small/flee-files');
    expect(
      await main(['import', 'flee', 'small/flee-files', '--out', 'result'], world.effects),
    ).toBe(0);
    expect(await scores('result')).toEqual(straight);
  });

  test('becomes a case, and comes back as it was', async () => {
    const world = withFlee();
    expect(
      await main(['import', 'flee', 'small/flee-files', '--out', 'result'], world.effects),
    ).toBe(0);
    expect(world.out()).toContain('a case of');
    expect(await main(['check', 'result'], world.effects)).toBe(0);
    expect(
      await main(['import', 'flee', 'small/flee-files', '--out', 'result'], world.effects),
    ).toBe(2);
    expect(world.err()).toContain('empty or new');
    expect(await main(['export', 'flee', 'result', '--out', 'small/back'], world.effects)).toBe(0);
    const before = [...world.files].filter(([path]) => path.startsWith('small/flee-files/'));
    for (const [path, bytes] of before) {
      expect(world.files.get(path.replace('flee-files', 'back')), path).toEqual(bytes);
    }
  });

  test('becomes a case again, the same, from what was exported', async () => {
    const world = withFlee();
    for (const command of [
      ['import', 'flee', 'small/flee-files', '--out', 'result'],
      ['export', 'flee', 'result', '--out', 'small/flee-back/flee-files'],
      ['import', 'flee', 'small/flee-back/flee-files', '--out', 'result-again'],
    ]) {
      expect(await main(command, world.effects), world.err()).toBe(0);
    }
    const first = [...world.files].filter(([path]) => path.startsWith('result/'));
    expect(first.length).toBeGreaterThan(20);
    for (const [path, bytes] of first) {
      expect(world.files.get(path.replace('result/', 'result-again/')), path).toEqual(bytes);
    }
  });

  test('is written from a case of other origin, with what it cannot say', async () => {
    const world = fake();
    expect(await main(['export', 'flee', 'small', '--out', 'result'], world.effects)).toBe(0);
    expect(new TextDecoder().decode(world.files.get('result/not-carried-over.md'))).toMatch(
      /no capacity is stated/,
    );
    expect(
      await main(['validate', 'result', '--worlds', '3', '--out', 'result/scores'], world.effects),
    ).toBe(0);
  });

  test('whose totals grow while nobody can set out is a mistake that is said', async () => {
    const world = withFlee();
    const path = 'small/flee-files/input_csv/locations.csv';
    const text = new TextDecoder().decode(world.files.get(path)).replace('5000', '0');
    world.files.set(path, new TextEncoder().encode(text));
    expect(await main(['validate', 'small/flee-files', '--worlds', '2'], world.effects)).toBe(2);
    expect(world.err()).toMatch(/on day 1 the totals grow, but no place with residents/);
  });

  test('another format, and a folder of something else, are mistakes that are said', async () => {
    const world = withFlee();
    expect(
      await main(['import', 'csv', 'small/flee-files', '--out', 'result'], world.effects),
    ).toBe(2);
    expect(await main(['import', 'flee', 'small', '--out', 'result'], world.effects)).toBe(2);
    expect(world.err()).toMatch(/input_csv\/locations.csv/);
  });
});
