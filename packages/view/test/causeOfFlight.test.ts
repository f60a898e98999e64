import type { CauseOfFlight, PeriodRow } from '@asylia/lab';
import { causeOfFlight } from '@asylia/lab';
import { englishWords } from '@asylia/words';
import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';
import { causeOfFlightSection, causeOfFlightSentences, causeOfFlightTables } from '../src/index.ts';
import type { Context } from '../src/report/context.ts';

const context = {
  summary: { version: '0', run: 'abc', sources: [] },
} as unknown as Context;

/** Two regions; people leave with killings, in periods or in phases. */
function result(length: number, resolution: CauseOfFlight['resolution']): CauseOfFlight {
  const date = (day: number) =>
    `1999-0${3 + Math.floor(day / 28)}-${String(1 + (day % 28)).padStart(2, '0')}`;
  const rows = ['hill', '<wood>'].flatMap((region, r) =>
    Array.from({ length }, (_, t): PeriodRow => {
      const killings = ((t * 7 + r * 3) % 11) ** 2;
      return {
        region,
        from: date(t),
        to: date(t),
        leaving: killings * 50 + ((t * 5) % 13),
        killings,
        strikes: (t * 3 + r) % 5,
        battles: (t * 2 + r) % 3,
        insurgentKillings: resolution === 'phases' ? null : t % 2,
      };
    }),
  );
  return causeOfFlight({
    rows,
    resolution,
    notices: ['Do not <b>over-read</b>.'],
    leftHomeSeenIn: 'Shoreland',
    declaration: {
      phases: [{ from: '1999-03-01', to: '1999-06-30', title: 'all' }],
      markers: [],
      notes: ['Read the small print.'],
    },
    closures: [],
  });
}

describe('the section on why people left', () => {
  const value = result(30, 'periods');
  const html = causeOfFlightSection(englishWords, context, value);
  const { document } = parseHTML(`<!doctype html><html><body>${html}</body></html>`);

  test("prints the keepers' notice before any figure, and what comes from data stays text", () => {
    const text = document.body!.textContent!;
    expect(text.indexOf('Do not <b>over-read</b>.')).toBeGreaterThan(0);
    expect(html.indexOf('over-read')).toBeLessThan(html.indexOf('<svg'));
    expect(document.querySelectorAll('b, wood').length).toBe(0);
  });

  test('gives each explanation its verdict and what would have to be seen for another', () => {
    const lines = [...document.querySelectorAll('ul.findings li')].map((li) => li.textContent!);
    expect(lines.length).toBe(3);
    for (const line of lines) expect(line).toMatch(/It would (not )?be/);
    expect(lines[2]).toMatch(/Expulsion .*: (supported|not supported|cannot be told)\./);
  });

  test('draws four panels a region and names the picture', () => {
    const svg = document.querySelector('svg')!;
    expect(svg.getAttribute('aria-label')).toContain('1 March 1999');
    expect(svg.querySelectorAll('path').length).toBe(8);
    expect(svg.innerHTML).not.toMatch(/NaN|undefined|Infinity/);
  });

  test('shows every table once, without the rows of the source', () => {
    const tables = causeOfFlightTables(englishWords, value);
    expect(new Set(tables.map((t) => t.id)).size).toBe(tables.length);
    expect(document.querySelectorAll('table').length).toBe(tables.length);
    for (const table of tables) {
      for (const row of table.rows) expect(row.length).toBe(table.columns.length);
    }
    expect(tables.find((t) => t.id === 'cause-phases')!.rows.length).toBe(1);
  });

  test('says whom the figures do not see', () => {
    const said = causeOfFlightSentences(englishWords, value).caveats.join(' ');
    expect(said).toContain('Shoreland');
    expect(said).toContain('Read the small print.');
    expect(said).toContain('cannot prove');
  });
});

test('on phases alone it says plainly how little it can tell, and no more', () => {
  const value = result(4, 'phases');
  const said = causeOfFlightSentences(englishWords, value);
  expect(said.verdicts.every((line) => line.endsWith('cannot be told.'))).toBe(true);
  expect(said.caveats[0]).toContain('4 phases only');
  expect(said.caveats[0]).toContain('nothing can be supported or refuted here');
  const html = causeOfFlightSection(englishWords, context, value);
  expect(html).toContain('over-read');
  expect(html).not.toMatch(/NaN|undefined/);
});
