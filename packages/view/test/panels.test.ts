import { englishWords } from '@asylia/words';
import fc from 'fast-check';
import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';
import { lineChart, panelGrid } from '../src/index.ts';

const dates = Array.from({ length: 60 }, (_, day) =>
  new Date(Date.UTC(1999, 2, 20 + day)).toISOString().slice(0, 10),
);
const read = (svg: string) => parseHTML(`<body>${svg}</body>`).document;
const chart = (lines: readonly number[][], top?: number) =>
  lineChart(
    englishWords,
    'x',
    lines.map((values, i) => ({ name: 'ABCD'.charAt(i), values })),
    dates,
    0,
    dates.length - 1,
    null,
    { wide: 340, tall: 200, ...(top === undefined ? {} : { top }) },
  );
const pathOf = (svg: string) => read(svg).querySelector('.line0')!.getAttribute('d');

describe('lines on a scale', () => {
  const flat = dates.map(() => 50);

  test('of the same top stand at the same height, whatever else is drawn', () => {
    const high = dates.map((_, day) => day * 10);
    expect(pathOf(chart([flat], 600))).toBe(pathOf(chart([flat, high], 600)));
    expect(pathOf(chart([flat]))).not.toBe(pathOf(chart([flat], 600)));
  });

  test('have labels inside the picture that do not stand on each other', () => {
    const line = fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 60, maxLength: 60 });
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 4 }), (lines) => {
        const labels = [...read(chart(lines)).querySelectorAll('.label')].map((label) => ({
          x: Number(label.getAttribute('x')),
          y: Number(label.getAttribute('y')),
        }));
        labels.forEach((one, i) => {
          expect(one.x).toBeGreaterThan(0);
          expect(one.x).toBeLessThan(340);
          expect(one.y).toBeGreaterThan(0);
          for (const other of labels.slice(i + 1))
            expect(Math.abs(one.x - other.x) >= 6 || Math.abs(one.y - other.y) >= 12).toBe(true);
        });
      }),
      { numRuns: 60 },
    );
  });
});

describe('pictures side by side', () => {
  const grid = (count: number, columns: number, title = 'A: as it was') =>
    panelGrid({
      id: 'test',
      label: 'Two <maps> & more',
      columns,
      wide: 300,
      tall: 200,
      panels: Array.from({ length: count }, () => ({
        title,
        note: '12 people',
        picture:
          '<svg viewBox="0 0 300 200" aria-label="a &gt; b"><circle class="dot" r="4"/></svg>',
      })),
    });
  const size = (svg: string) =>
    read(svg).querySelector('svg')!.getAttribute('viewBox')!.split(' ').map(Number);

  test('are one image with one name, and hold every picture once', () => {
    const document = read(grid(4, 2));
    expect(document.querySelectorAll('svg')).toHaveLength(1);
    expect(document.querySelectorAll('.dot')).toHaveLength(4);
    expect(document.querySelector('svg')!.getAttribute('role')).toBe('img');
    expect(grid(4, 2)).toContain('Two &lt;maps&gt; &amp; more');
  });

  test('grow downwards with fewer columns and sideways with more', () => {
    const [one, two, four] = [1, 2, 4].map((columns) => size(grid(4, columns)));
    expect(one![2]).toBe(300);
    expect(two![2]).toBe(2 * 300 + 22);
    expect(four![2]).toBe(4 * 300 + 3 * 22);
    expect(one![3]!).toBeGreaterThan(two![3]!);
    expect(two![3]!).toBeGreaterThan(four![3]!);
    expect(size(grid(1, 4))[2]).toBe(300);
  });

  test('break a title that is wider than its picture, and lose no word of it', () => {
    const title = 'D: relocation from the border at ten thousand people on every single day';
    const lines = [...read(grid(1, 1, title)).querySelectorAll('.panel-title')];
    expect(lines.length).toBeGreaterThan(1);
    expect(lines.map((line) => line.textContent).join(' ')).toBe(title);
  });

  test('take no markup from a title', () => {
    const title = '<script>alert(1)</script>';
    expect(grid(1, 1, title)).not.toContain('<script');
  });
});
