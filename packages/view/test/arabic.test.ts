import type { MessageId } from '@asylia/words';
import { english, englishWords, wordsIn } from '@asylia/words';
import { languageCalled } from '@asylia/words/folder';
import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';
import { renderThreat } from '../src/index.ts';
import { inventedThreat } from './inventedThreat.ts';

const arabic = languageCalled('ar');
const ids = Object.keys(english.messages) as MessageId[];

describe('an attribution in Arabic', () => {
  const before = renderThreat(englishWords, inventedThreat());
  const html = renderThreat(wordsIn({ ...arabic, names: {} }), inventedThreat());
  const { document } = parseHTML(html);

  test('runs from right to left, its charts from left to right', () => {
    expect(document.documentElement.getAttribute('dir')).toBe('rtl');
    expect(document.documentElement.getAttribute('lang')).toBe('ar');
    expect(html).toMatch(/svg\{direction:ltr\}/);
    expect(html).not.toMatch(/text-align:(left|right)|(margin|padding)-(left|right)/);
  });

  test('holds no sentence of the English catalogue', () => {
    const own = parseHTML(html).document;
    for (const one of own.querySelectorAll('[lang=en], script')) one.remove();
    const main = own.body.innerHTML;
    const pieces = ids
      .filter((id) => english.messages[id] !== arabic.messages[id])
      .flatMap((id) => english.messages[id].split(/\{[^}]*\}/))
      .filter((piece) => /[a-z]+ [a-z]+ [a-z]+/.test(piece));
    expect(pieces.length).toBeGreaterThan(150);
    expect(pieces.filter((piece) => main.includes(piece.trim()))).toEqual([]);
  });

  test('marks what there is in English only', () => {
    const marked = [...document.querySelectorAll('main [lang=en]')];
    expect(marked.length).toBeGreaterThan(20);
    expect(marked.every((one) => one.getAttribute('dir') === 'ltr')).toBe(true);
    expect(document.getElementById('checks')!.querySelector('[lang=en]')).not.toBeNull();
  });

  test('names sources, measures and objects where the language has a name, once for all places', () => {
    const summary = inventedThreat();
    const key = `factor.${summary.factors[0]!.id}`;
    const own = { ...arabic, names: { [key]: 'الاضطهاد' } };
    const shown = renderThreat(wordsIn(own), summary);
    expect(shown.split('الاضطهاد').length).toBeGreaterThan(5);
    expect(wordsIn(own).named('factor', 'none', 'Flight')).toBe('Flight');
  });

  test('leaves the English report as it was', () => {
    expect(renderThreat(englishWords, inventedThreat())).toBe(before);
    expect(before).not.toContain('lang="en" dir="ltr">A');
    expect(before).toContain('<html lang="en" dir="ltr">');
    expect(before).toContain('Which source adds harm to whom under');
  });
});
