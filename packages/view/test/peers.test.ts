import type { ConflictRow } from '@asylia/peers';
import { englishWords } from '@asylia/words';
import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';
import { renderPeers } from '../src/index.ts';

const days = 450;

function row(regime: string): ConflictRow {
  const rising = (slope: number) =>
    Float64Array.from({ length: 2 * days }, (_, i) => slope * (i % days));
  return {
    case: 'sketch',
    regime,
    ard: 0.3,
    ardRescaled: 0.3,
    mase7: 1,
    mase30: 1,
    crps: 0.2,
    coverage50: 0.5,
    coverage90: 0.9,
    baselines: { 'equal shares': 0.5, gravity: 0.7 },
    camps: [
      { name: 'Near_<b>', ard: 0.1 },
      { name: 'Far', ard: 0.2 },
    ],
    leak: [],
    seconds: 0,
    people: 1000,
    days,
    start: '2020-01-15',
    record: rising(2),
    mean: rising(2),
    low: rising(1),
    high: rising(1.5),
  };
}

describe('the page of a comparison', () => {
  const page = renderPeers(englishWords, [row('given'), row('blind')], []);
  const { document } = parseHTML(page);

  test('has a named chart for each camp and regime, with its numbers in a table behind', () => {
    const charts = [...document.querySelectorAll('figure svg[role=img]')];
    expect(charts.map((svg) => svg.getAttribute('aria-label'))).toEqual(
      ['given', 'blind'].flatMap((regime) =>
        ['Near <b>', 'Far'].map(
          (camp) => `${camp}: people recorded, mean of the model and its 90 % band, ${regime}`,
        ),
      ),
    );
    for (const svg of charts) {
      expect(svg.querySelectorAll('.record, .median, .band90').length).toBe(3);
      expect(svg.innerHTML).not.toMatch(/NaN|Infinity/);
    }
    const cells = document.querySelectorAll('details details tbody tr:first-child td');
    expect([...cells].slice(0, 4).map((cell) => cell.textContent)).toEqual([
      '898',
      '898',
      '449 to 674',
      '0 %',
    ]);
  });

  test('opens the blind regime, folds the others, names years when there is more than one', () => {
    const folds = [...document.querySelectorAll('section > details')];
    expect(folds.map((fold) => fold.hasAttribute('open'))).toEqual([false, true]);
    expect(page).toContain('Feb 2020');
    expect(page).not.toContain('<b>');
  });
});
