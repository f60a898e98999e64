import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { dayTable, parameters } from '../src/index.ts';

const forbidden =
  /Math\.(exp|log|log1p|expm1|pow|sin|cos|tan|atan|atan2|hypot|random|cbrt|sinh|cosh|tanh|log2|log10)\b|\bDate\b|\bIntl\b|localeCompare|\*\*|from '(?!\.|@asylia\/engine')/;

function sources(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => `${folder}/${name}`);
}

test.each(['engine', 'attribution', 'security'])(
  '%s asks nothing of the machine: no clock, no locale, no native powers',
  (room) => {
    const folder = fileURLToPath(new URL(`../../${room}/src`, import.meta.url));
    for (const file of sources(folder)) {
      const code = readFileSync(file, 'utf8')
        .replace(/\/\*[\s\S]*?\*\//g, '')
        .replace(/\/\/.*$/gm, '');
      expect(forbidden.exec(code)?.[0] ?? '', file).toBe('');
    }
  },
);

test('every parameter names its source and keeps its default within its range', () => {
  expect(new Set(parameters.map((p) => p.id)).size).toBe(parameters.length);
  for (const p of parameters) {
    expect(p.source.length, p.id).toBeGreaterThan(10);
    expect(p.default, p.id).toBeGreaterThanOrEqual(p.low);
    expect(p.default, p.id).toBeLessThanOrEqual(p.high);
  }
});

test('the schedule of a day is the table of the model, in its order', () => {
  expect(dayTable.map((row) => row.id)).toEqual([
    'violence',
    'flight',
    'killing',
    'journey',
    'frontier',
    'shelter',
    'evacuation',
    'onward',
    'supply',
    'mortality',
    'returning',
    'record',
  ]);
});
