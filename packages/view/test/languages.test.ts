import { IntlMessageFormat } from 'intl-messageformat';
import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';
import type { Language, MessageId } from '../src/index.ts';
import {
  compact,
  count,
  english,
  figure,
  inLanguage,
  inSentence,
  language,
  longDate,
  monthAndYear,
  named,
  percent,
  phrase,
  renderThreat,
  say,
  short,
  shortDate,
  signed,
} from '../src/index.ts';
import { arabic } from '../src/languages/ar.ts';
import { spanish } from '../src/languages/es.ts';
import { french } from '../src/languages/fr.ts';
import { inventedThreat } from './inventedThreat.ts';

const others = [french, spanish, arabic];
const ids = Object.keys(english.messages) as MessageId[];

type Ast = ReturnType<IntlMessageFormat['getAst']>;

/** Names of all that a message is filled with, also inside plurals. */
function placeholders(ast: Ast): string[] {
  return ast.flatMap((part) => [
    ...('value' in part && part.type !== 0 ? [String(part.value)] : []),
    ...('options' in part
      ? Object.values(part.options as Record<string, { value: Ast }>).flatMap((one) =>
          placeholders(one.value),
        )
      : []),
  ]);
}
const names = ({ id, messages }: Language, message: MessageId) =>
  [...new Set(placeholders(new IntlMessageFormat(messages[message], id).getAst()))].sort();

describe.each(others)('the catalogue of $name', (other) => {
  test('has every sentence, in the order of the English', () => {
    expect(Object.keys(other.messages)).toEqual(ids);
  });

  test('keeps every placeholder', () => {
    const parts = (one: Language) => ids.map((id) => [id, names(one, id)]);
    // The number sign of a plural stands for its number, which others name.
    expect(parts(other)).toEqual(parts(english));
  });

  test('can be said, whatever the numbers', () => {
    for (const id of ids) {
      for (const n of [0, 1, 2, 3, 11, 100]) {
        const values = Object.fromEntries(names(english, id).map((name) => [name, n]));
        const text = inLanguage(other, () => say(id, values));
        expect(text, id).not.toBe('');
        expect(text, id).not.toMatch(/[{}#]|undefined/);
      }
    }
  });

  test('holds no sign that HTML or a plural would take for its own', () => {
    expect(ids.filter((id) => /[<>&"'#]/.test(other.messages[id]))).toEqual([]);
  });

  test('leaves no sentence in English', () => {
    const same = ids.filter(
      (id) =>
        /[a-z]{3,} [a-z]{2,}/.test(english.messages[id]) &&
        other.messages[id] === english.messages[id],
    );
    // Stands in a column that is English as a whole.
    expect(same).toEqual(['ledger.disputed']);
  });

  test('has ten digits and twelve months twice', () => {
    expect([...other.numbers.digits].length).toBe(10);
    expect([other.months.long.length, other.months.short.length]).toEqual([12, 12]);
  });
});

describe('numbers and dates', () => {
  const written = () => [
    count(443_800),
    count(-1234.6),
    figure(6.1374),
    short(250_000),
    short(1_500_000),
    percent(0.156),
    signed(-0.031),
    compact(12_630),
  ];
  const dated = () => [longDate('1999-06-01'), shortDate('1999-06-07'), monthAndYear('1999-06-07')];
  const plain = (texts: string[]) =>
    texts.map((text) => text.replaceAll('\u202f', '~').replace(/[\u2066\u2069]/g, '|'));

  test('in English as ever', () => {
    expect(written()).toEqual([
      '443,800',
      '-1,235',
      '6.14',
      '250k',
      '1.5m',
      '16 %',
      '-0.031',
      '+12.6k',
    ]);
    expect(dated()).toEqual(['1 June 1999', '7 Jun', 'Jun 1999']);
  });
  test('in French with narrow spaces, commas and 1er', () => {
    expect(plain(inLanguage(french, written))).toEqual([
      '443~800',
      '-1~235',
      '6,14',
      '250~k',
      '1,5~M',
      '16~%',
      '-0,031',
      '+12,6~k',
    ]);
    expect(inLanguage(french, dated)).toEqual(['1er juin 1999', '7 juin', 'juin 1999']);
  });
  test('in Spanish in groups from five digits on', () => {
    expect(plain(inLanguage(spanish, written))).toEqual([
      '443~800',
      '-1235',
      '6,14',
      '250~mil',
      '1,5~M',
      '16~%',
      '-0,031',
      '+12,6~mil',
    ]);
    expect(inLanguage(spanish, dated)).toEqual(['1 de junio de 1999', '7 jun', 'jun 1999']);
  });
  test('in Arabic with signs that stay on their side', () => {
    expect(plain(inLanguage(arabic, written))).toEqual([
      '443,800',
      '|-1,235|',
      '6.14',
      '250 ألف',
      '1.5 مليون',
      '|16%|',
      '|-0.031|',
      '|+12.6| ألف',
    ]);
    expect(inLanguage(arabic, dated)).toEqual(['1 يونيو 1999', '7 يونيو', 'يونيو 1999']);
  });
  test('other digits are a matter of data', () => {
    const digits = '٠١٢٣٤٥٦٧٨٩';
    const own = { ...arabic, numbers: { ...arabic.numbers, digits } };
    expect(inLanguage(own, () => [count(1990), longDate('1999-06-07')])).toEqual([
      '١,٩٩٠',
      '٧ يونيو ١٩٩٩',
    ]);
  });
  test('titles lose their capital inside a sentence in every language, names of letters do not', () => {
    expect(['État d’origine', 'L’asile', 'Asylum', 'NEI', 'العودة'].map(inSentence)).toEqual([
      'état d’origine',
      'l’asile',
      'asylum',
      'NEI',
      'العودة',
    ]);
  });
});

test('Arabic counts in six forms', () => {
  const days = (n: number) =>
    inLanguage(arabic, () => say('peers.facts', { days: n, camps: 1, people: '5' })).split('،')[0];
  expect([1, 2, 3, 11, 100, 103].map(days)).toEqual([
    'يوم واحد',
    'يومان',
    '3 أيام',
    '11 يومًا',
    '100 يوم',
    '103 أيام',
  ]);
});

test('a word of another script keeps its direction in a text from right to left', () => {
  expect(phrase(arabic, 'عند {name}.', { name: 'Morina (Qafë)' })).toBe(
    'عند \u2066Morina (Qafë)\u2069.',
  );
  expect(phrase(arabic, 'عند {name}.', { name: 'T1 السبب' })).toBe('عند \u2067T1 السبب\u2069.');
  expect(phrase(french, 'À {name}.', { name: 'Morina' })).toBe('À Morina.');
});

describe('the scope of a language', () => {
  test('ends with what it renders, also when that fails', () => {
    expect(() =>
      inLanguage(french, () => {
        throw new Error('no paper');
      }),
    ).toThrow('no paper');
    expect(language().id).toBe('en');
    const inner = inLanguage(french, () => [
      inLanguage(arabic, () => say('median')),
      say('median'),
    ]);
    expect([...inner, say('median')]).toEqual(['الوسيط', 'médiane', 'median']);
  });
  test('cannot be left open by a promise', () => {
    expect(() => inLanguage(french, async () => say('median'))).toThrow('returns a promise');
    expect(language().id).toBe('en');
  });
});

describe('an attribution in Arabic', () => {
  const before = renderThreat(inventedThreat());
  const html = inLanguage({ ...arabic, names: {} }, () => renderThreat(inventedThreat()));
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
    const shown = inLanguage(own, () => renderThreat(summary));
    expect(shown.split('الاضطهاد').length).toBeGreaterThan(5);
    expect(inLanguage(own, () => named('factor', 'none', 'Flight'))).toBe('Flight');
  });

  test('leaves the English report as it was', () => {
    expect(renderThreat(inventedThreat())).toBe(before);
    expect(before).not.toContain('lang="en" dir="ltr">A');
    expect(before).toContain('<html lang="en" dir="ltr">');
    expect(before).toContain('Which source adds harm to whom under');
  });
});
