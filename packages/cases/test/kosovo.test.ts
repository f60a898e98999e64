import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { outsideData } from '../../engine/test/outsideData.ts';
import { applyOverlay, formatFaults, readCase, readOverlay } from '../src/index.ts';

const folder = fileURLToPath(new URL('../../../cases/kosovo-1999', import.meta.url));
const read = (name: string) => new Uint8Array(readFileSync(`${folder}/${name}`));
const kosovo = (() => {
  const names = readdirSync(folder).filter((name) => /csv$|^datapackage.json$/.test(name));
  const result = readCase(new Map(names.map((name) => [name, read(name)])));
  if ('faults' in result) throw new Error(formatFaults(result.faults));
  return result.case;
})();

test('Kosovo 1999 has its thirty municipalities, fourteen crossings and the people of early 1999', () => {
  const { places, groups } = kosovo.tables;
  expect(places.filter((p) => p.kind === 'settlement')).toHaveLength(30);
  expect(places.filter((p) => p.kind === 'crossing')).toHaveLength(14);
  const sum = (counts: (row: (typeof groups)[number]) => boolean) =>
    groups.filter(counts).reduce((n, row) => n + row.persons, 0);
  expect(
    sum((r) => r.group === 'albanian' && (r.situation === 'home' || r.situation === 'displaced')),
  ).toBe(1_800_000);
  expect(sum((r) => r.group === 'serb')).toBe(200_000);
  expect(sum((r) => r.situation === 'displaced')).toBe(230_000);
});

test('every row of every table says where it comes from; what is recalled is marked', () => {
  const flags = new Set<string>();
  for (const [name, rows] of Object.entries(kosovo.tables)) {
    if (name === 'sources') continue;
    for (const row of rows as readonly { flag: string; source: string }[]) flags.add(row.flag);
  }
  expect([...flags].sort()).toEqual(['estimate', 'memory', 'read']);
  expect(
    kosovo.tables.record.filter((r) => r.flag === 'memory').every((r) => r.comparable === 'no'),
  ).toBe(true);
});

test('the notice of HRDAG comes with the case', () => {
  expect(kosovo.notices.join(' ')).toContain('convenience sample data');
});

test('every scenario fits the case', () => {
  const scenarios = readdirSync(`${folder}/scenarios`);
  expect(scenarios.length).toBeGreaterThanOrEqual(6);
  for (const name of scenarios) {
    const overlay = readOverlay(name, read(`scenarios/${name}`));
    if ('faults' in overlay) throw new Error(formatFaults(overlay.faults));
    const result = applyOverlay(kosovo, overlay.overlay);
    if ('faults' in result) throw new Error(formatFaults(result.faults));
  }
});

const twoDays = outsideData('kosovo-1999/violence_region_2day.csv');
test.skipIf(!twoDays)(
  'phase totals agree with the two-day series they were made from (skipped: the series is not shipped)',
  () => {
    const rows = readFileSync(twoDays!, 'utf8')
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => line.split(','));
    const total = (region: string, from: string, to: string) =>
      rows
        .filter((r) => r[2] === `HRDAG region ${region}` && r[0]! >= from && r[0]! <= to)
        .reduce((n, r) => n + Number(r[4]), 0);
    for (const region of ['north', 'west', 'south', 'east']) {
      const recorded = kosovo.tables.record.find(
        (r) =>
          r.measure === 'left_home_cum' &&
          r.place === `region:${region}` &&
          r.date === '1999-04-06',
      )!;
      expect(Math.abs(recorded.value - total(region, '1999-03-20', '1999-04-06'))).toBeLessThan(2);
    }
  },
);
