import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, test } from 'vitest';
import { inFolder, languageCalled, languageIds } from '../src/folder.ts';
import type { Language, MessageId, PageLanguage, Words } from '../src/index.ts';
import { english, englishWords, filesOf, inSentence, wordsIn } from '../src/index.ts';

const others = languageIds.slice(1).map(languageCalled);
const [arabic, spanish, french] = ['ar', 'es', 'fr'].map(languageCalled) as [
  PageLanguage<string>,
  PageLanguage<string>,
  PageLanguage<string>,
];
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
const names = ({ id, messages }: Language<MessageId, string>, message: MessageId) =>
  [...new Set(placeholders(new IntlMessageFormat(messages[message], id).getAst()))].sort();

describe.each(others)('the catalogue of $name', (other) => {
  const own = filesOf(other.id, inFolder).report;

  test('has every sentence, in the order of the English', () => {
    const has = Object.keys(own);
    expect(has).toEqual(ids.filter((id) => other.isComplete || has.includes(id)));
  });

  test('keeps every placeholder', () => {
    const parts = (one: Language<MessageId, string>) => ids.map((id) => [id, names(one, id)]);
    // The number sign of a plural stands for its number, which others name.
    expect(parts(other)).toEqual(parts(english));
  });

  test('can be said, whatever the numbers', () => {
    for (const id of ids) {
      for (const n of [0, 1, 2, 3, 11, 100]) {
        const values = Object.fromEntries(names(english, id).map((name) => [name, n]));
        const text = wordsIn(other).say(id, values);
        expect(text, id).not.toBe('');
        expect(text, id).not.toMatch(/[{}#]|undefined/);
      }
    }
  });

  test('holds no sign that HTML or a plural would take for its own', () => {
    expect(ids.filter((id) => /[<>&"'#]/.test(own[id] ?? ''))).toEqual([]);
  });

  test('leaves no sentence in English', () => {
    const same = ids.filter(
      (id) => /[a-z]{3,} [a-z]{2,}/.test(english.messages[id]) && own[id] === english.messages[id],
    );
    // Stands in a column that is English as a whole.
    expect(same.filter((id) => id !== 'ledger.disputed')).toEqual([]);
  });

  test('has ten digits and twelve months twice', () => {
    expect([...other.numbers.digits].length).toBe(10);
    expect([other.months.long.length, other.months.short.length]).toEqual([12, 12]);
  });
});

describe('numbers and dates', () => {
  const written = ({ count, figure, short, percent, signed, compact }: Words) => [
    count(443_800),
    count(-1234.6),
    figure(6.1374),
    short(250_000),
    short(1_500_000),
    percent(0.156),
    signed(-0.031),
    compact(12_630),
  ];
  const dated = ({ longDate, shortDate, monthAndYear }: Words) => [
    longDate('1999-06-01'),
    shortDate('1999-06-07'),
    monthAndYear('1999-06-07'),
  ];
  const plain = (texts: string[]) =>
    texts.map((text) => text.replaceAll('\u202f', '~').replace(/[\u2066\u2069]/g, '|'));

  test('in English as ever', () => {
    expect(written(englishWords)).toEqual([
      '443,800',
      '-1,235',
      '6.14',
      '250k',
      '1.5m',
      '16 %',
      '-0.031',
      '+12.6k',
    ]);
    expect(dated(englishWords)).toEqual(['1 June 1999', '7 Jun', 'Jun 1999']);
  });
  test('in French with narrow spaces, commas and 1er', () => {
    expect(plain(written(wordsIn(french)))).toEqual([
      '443~800',
      '-1~235',
      '6,14',
      '250~k',
      '1,5~M',
      '16~%',
      '-0,031',
      '+12,6~k',
    ]);
    expect(dated(wordsIn(french))).toEqual(['1er juin 1999', '7 juin', 'juin 1999']);
  });
  test('alike in Spanish where a message writes the number itself', () => {
    const said = (n: number) => wordsIn(spanish).phrase('{n, number}', { n });
    expect([said(1234), said(124_206.5)]).toEqual(['1234', '124\u202f206,5']);
  });
  test('in Spanish in groups from five digits on', () => {
    expect(plain(written(wordsIn(spanish)))).toEqual([
      '443~800',
      '-1235',
      '6,14',
      '250~mil',
      '1,5~M',
      '16~%',
      '-0,031',
      '+12,6~mil',
    ]);
    expect(dated(wordsIn(spanish))).toEqual(['1 de junio de 1999', '7 jun', 'jun 1999']);
  });
  test('in Arabic with signs that stay on their side', () => {
    expect(plain(written(wordsIn(arabic)))).toEqual([
      '443,800',
      '|-1,235|',
      '6.14',
      '250 ألف',
      '1.5 مليون',
      '|16%|',
      '|-0.031|',
      '|+12.6| ألف',
    ]);
    expect(dated(wordsIn(arabic))).toEqual(['1 يونيو 1999', '7 يونيو', 'يونيو 1999']);
  });
  test('other digits are a matter of data', () => {
    const digits = '٠١٢٣٤٥٦٧٨٩';
    const own = { ...arabic, numbers: { ...arabic.numbers, digits } };
    expect([wordsIn(own).count(1990), wordsIn(own).longDate('1999-06-07')]).toEqual([
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
    wordsIn(arabic).say('peers.facts', { days: n, camps: 1, people: '5' }).split('،')[0];
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
  expect(wordsIn(arabic).phrase('عند {name}.', { name: 'Morina (Qafë)' })).toBe(
    'عند \u2066Morina (Qafë)\u2069.',
  );
  expect(wordsIn(arabic).phrase('عند {name}.', { name: 'T1 السبب' })).toBe(
    'عند \u2067T1 السبب\u2069.',
  );
  expect(wordsIn(french).phrase('À {name}.', { name: 'Morina' })).toBe('À Morina.');
});
