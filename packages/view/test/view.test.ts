import { englishWords } from '@asylia/words';
import { describe, expect, test } from 'vitest';
import { escapeHtml, toCsv } from '../src/index.ts';

const { count, figure, longDate, percent, short } = englishWords;

test('figures are written for people, the same on every machine', () => {
  expect([count(443800), count(-1234.6), count(0.4)]).toEqual(['443,800', '-1,235', '0']);
  expect([figure(6.1374), figure(12.6), figure(2)]).toEqual(['6.14', '13', '2']);
  expect([short(250_000), short(1_500_000), short(40)]).toEqual(['250k', '1.5m', '40']);
  expect([percent(0.156), percent(Number.NaN)]).toEqual(['16 %', '-']);
  expect(longDate('1999-06-07')).toBe('7 June 1999');
});

describe('what comes from data stays text', () => {
  test('in HTML', () => {
    expect(escapeHtml(`<script>alert("x")</script>'&`)).toBe(
      '&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;&#39;&amp;',
    );
  });
  test('in CSV, where a formula would run in a spreadsheet', () => {
    const csv = toCsv({
      id: 't',
      title: 't',
      columns: ['a', 'b'],
      rows: [
        ['=1+1', 'x, "y"'],
        [-5, null],
      ],
    });
    expect(csv).toBe(`a,b\r\n'=1+1,"x, ""y"""\r\n-5,\r\n`);
  });
});
