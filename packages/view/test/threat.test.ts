import { englishWords } from '@asylia/words';
import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';
import { renderThreat } from '../src/index.ts';
import { inventedThreat } from './inventedThreat.ts';

const shownIn = (html: string) => html.slice(html.indexOf('<main>'), html.indexOf('</main>'));
const read = (html: string) => parseHTML(html).document;

describe('the report of an attribution', () => {
  const html = renderThreat(englishWords, inventedThreat());
  const document = read(html);
  const text = (id: string) => document.getElementById(id)?.textContent ?? '';

  test('has the answer first and every section, each named in the contents', () => {
    const anchors = [...document.querySelectorAll('main > section')].map((one) => one.id);
    expect(anchors).toEqual([
      'answer',
      'article-table',
      'remedies',
      'claims',
      'checks',
      'necessity',
      'moving-assumptions',
      'theories',
      'factors',
      'measures',
      'threat-notes',
    ]);
    const links = [...document.querySelectorAll('nav a')].map((one) => one.getAttribute('href'));
    expect(links).toEqual(anchors.map((anchor) => `#${anchor}`));
  });

  test('says for whom the regime leads, how sure that is and what would change it', () => {
    expect(text('answer')).toContain(
      'Source O1 (O1) ranks first, at the first measure of each object, in all 2 theories for: the p',
    );
    expect(text('answer')).toContain('In none for: the protection regime');
    expect(text('answer')).toContain(
      'W) contributes most in 2 of 2 theories and adds harm (-0.5 share)',
    );
    expect(text('answer')).toContain('Intervals rest on 40 draws');
    expect(text('answer')).toContain('1 against T1');
    expect(text('answer')).toMatch(/O1 and W at 0.3 of some rate \(taken as 0.2\)/);
  });

  test('lets no script in from a title and keeps what comes from data as text', () => {
    expect(document.querySelectorAll('script').length).toBe(1);
    expect(html).not.toContain('<script>window.ran');
    expect(document.querySelectorAll('em, i, q').length).toBe(0);
    expect(text('article-table')).toContain('Access <i>to asylum</i>');
  });

  test('shows contributions with their signs, by mark as well as colour, and no percentages', () => {
    const cells = [...document.querySelectorAll('table.matrix tbody td.n')].map(
      (one) => `${one.className} ${one.textContent}`,
    );
    expect(cells.find((one) => one.includes('+900'))).toMatch(/^n harm3 ▲ \+900.*but for: \+1.8k/);
    expect(cells.find((one) => one.includes('-40'))).toMatch(/^n relief1 ▼ -40/);
    expect(cells.find((one) => one.includes('-0.5'))).toMatch(/^n harm3 ▲ -0.5/);
    expect(text('article-table')).not.toContain('%');
    expect(text('remedies')).not.toContain('%');
  });

  test('says where the expected value lies outside the interval of the worlds', () => {
    const summary = inventedThreat();
    const far = { low90: 1000, high90: 2000, lowError: 50, highError: 70 };
    const cells = summary.cells.map((cell) => ({ ...cell, firstInInterval: far }));
    expect(text('article-table')).not.toContain('70 *');
    expect(renderThreat(englishWords, { ...summary, cells })).toContain('(1k ± 50 to 2k ± 70 *)');
  });

  test('prints the error of each end beside every interval, and none for the mean of all orders', () => {
    const [cell] = [...document.querySelectorAll('table.matrix td[class*=harm]')];
    const lines = cell!.innerHTML.split('<br>').map((line) => line.replace(/<[^>]*>/g, ''));
    expect(lines[0]).toBe('▲ +900');
    expect(lines.slice(1)).toEqual([
      'but for: +1.8k',
      '(1.8k ± 0.125 to 1.8k ± 0.25)',
      'alone: +450',
      '(449 ± 0.125 to 451 ± 0.25)',
    ]);
    expect(text('remedies')).toContain('79 ± 0.125 to 81 ± 0.25');
    expect(text('answer')).toContain('rest on 40 draws');
    expect(text('answer')).toMatch(/Mean contributions.* have none/);
  });

  test('with fewer than 32 draws says that they are too few', () => {
    const few = renderThreat(englishWords, inventedThreat({ worlds: 31, intervals: null }));
    expect(few).toContain('31 draws are too few for an interval');
    expect(few).not.toContain('there are no intervals');
  });

  test('names who gains and who loses by a remedy, whatever the size of other harms', () => {
    const gains = [...document.querySelectorAll('table.gains td')].map((one) => one.textContent);
    expect(gains).toEqual(['▲ worse2 of 2 theories', '▼ better2 of 2 theories']);
  });

  test('gives every figure a title, a source line, a name for those who listen, and its table', () => {
    const figures = [...document.querySelectorAll('figure')];
    expect(figures.length).toBe(2);
    for (const one of figures) {
      expect(one.querySelector('h3')!.textContent!.length).toBeGreaterThan(10);
      expect(one.querySelector('.source')!.textContent).toContain('invented-threat-abc');
      expect(one.querySelector('svg')!.getAttribute('aria-label')).toBeTruthy();
      expect(one.querySelectorAll('table tbody tr').length).toBeGreaterThan(5);
    }
    const ids = [...document.querySelectorAll('[id]')].map((one) => one.id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(shownIn(html)).not.toMatch(/NaN|undefined|Infinity/);
  });

  test('sorts claims by verdict and says each verdict in words', () => {
    const folds = [...document.querySelectorAll('#claims > details > summary')];
    expect(folds.map((one) => one.textContent)).toEqual([
      'Contradicted under at least one theory (1)',
      'Supported under at least one theory, contradicted under none (1)',
      'Cannot be tested here under any theory (60)',
    ]);
    expect(text('claims')).toContain('✗contradicted');
  });

  test('says how each source is switched off and how to run a number again', () => {
    expect(text('factors')).toContain('a tenth of O1');
    expect(text('threat-notes')).toContain('asylia threat invented --seed 1');
    expect(text('measures')).toContain('the rest');
  });
});

describe('what is not there is left out or said', () => {
  test('without worlds it says that there are no intervals', () => {
    const summary = inventedThreat({ worlds: 0 });
    const html = renderThreat(englishWords, {
      ...summary,
      cells: summary.cells.map((one) => ({
        ...one,
        worlds: 0,
        firstInInterval: null,
        lastInInterval: null,
      })),
      remedies: summary.remedies.map((one) => ({
        ...one,
        low90: null,
        high90: null,
        lowError: null,
        highError: null,
      })),
      answers: summary.answers.map((one) => ({ ...one, ledger: [] })),
    });
    expect(html).toContain('there are no intervals');
    expect(html).toContain('ledger of assumptions was not computed');
    expect(shownIn(html)).not.toMatch(/NaN|undefined|Infinity|>null</);
  });

  test('without claims, checks and remedies their sections are not there', () => {
    const document = read(
      renderThreat(
        englishWords,
        inventedThreat({
          claims: [],
          conclusion: [],
          checks: [],
          remedies: [],
          remedyDefinitions: [],
        }),
      ),
    );
    for (const id of ['claims', 'checks', 'remedies']) {
      expect(document.getElementById(id)).toBeNull();
    }
  });

  test('one theory alone is enough', () => {
    const summary = inventedThreat();
    const own = <T extends { readonly theory: string }>(list: readonly T[]) =>
      list.filter((one) => one.theory === 'T2');
    const html = renderThreat(englishWords, {
      ...summary,
      theories: summary.theories.slice(1),
      cells: own(summary.cells),
      levels: own(summary.levels),
      remedies: own(summary.remedies),
      answers: own(summary.answers),
      claims: own(summary.claims),
      conclusion: own(summary.conclusion),
      checks: own(summary.checks),
    });
    expect(html).toContain('in 1 of 1 theories');
    expect(shownIn(html)).not.toMatch(/NaN|undefined|Infinity/);
  });
});
