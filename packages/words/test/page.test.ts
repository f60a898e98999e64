import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, test } from 'vitest';
import { compiledIn } from '../../../apps/web/build/compiledMessages.ts';
import { inFolder, languageCalled, languageIds } from '../src/folder.ts';
import type { Template } from '../src/index.ts';
import { filesOf, wordsIn } from '../src/index.ts';
import type { Ast } from './placeholders.ts';
import { placeholdersOf } from './placeholders.ts';

type Catalogue = Readonly<Record<string, string>>;
const catalogues = languageIds.map((id) => ({
  id,
  words: wordsIn(languageCalled(id)),
  messages: filesOf(id, inFolder).page as Catalogue,
}));
const inEnglish = catalogues[0]!.messages;
const others = catalogues.slice(1);
const keys = Object.keys(inEnglish);
const called = (id: string) => catalogues.find((one) => one.id === id)!.messages;

/** [name] what has to be handed in; a choice must be between the same things, a plural need not. */
function needed(id: string, message: string): string[] {
  return [
    ...new Set(
      placeholdersOf(id, message).map(({ name, kind, forms }) =>
        kind === 'select' ? `${name}: ${forms.join(', ')}` : `${name}: ${kind}`,
      ),
    ),
  ].sort();
}

/** A message with samples in it: some numbers for its plurals, everything it can choose between. */
function spoken(
  { id, words }: (typeof catalogues)[number],
  message: string,
  template: Template = message,
): string[] {
  const parts = placeholdersOf(id, message);
  const chosen = parts.find(({ kind }) => kind === 'select');
  return [0, 1, 2, 3, 11, 100].flatMap((n) =>
    (chosen?.forms ?? ['']).map((form) => {
      const values = parts.map(({ name, kind }) => [
        name,
        kind === 'plural' ? n : kind === 'select' ? form : `${n}`,
      ]);
      return words.phrase(template, Object.fromEntries(values));
    }),
  );
}

/** Every text of a message as it stands, without what is put in. */
function wordsOf(id: string, message: string): string {
  const literals = (ast: Ast): string =>
    ast
      .map((part) => {
        if (part.type === 0) return part.value;
        if (!('options' in part)) return '1';
        const options = Object.values(part.options as Record<string, { value: Ast }>);
        return `${options.map((one) => literals(one.value)).join('\n')}`;
      })
      .join('');
  return literals(new IntlMessageFormat(message, id).getAst());
}

describe.each(others)('the catalogue of the page in $id', (language) => {
  const { id, words, messages } = language;
  const shared = keys.filter((key) => Object.hasOwn(messages, key));

  test('has every sentence of the English, and no other', () => {
    const expected = words.language.isComplete ? keys : shared;
    expect(Object.keys(messages).sort()).toEqual([...expected].sort());
  });

  test('asks for the same things to be put in', () => {
    const all = (of: string, catalogue: Catalogue) =>
      shared.map((key) => [key, needed(of, catalogue[key] ?? '')]);
    expect(all(id, messages)).toEqual(all('en', inEnglish));
  });

  test('leaves no sentence in English', () => {
    const same = shared.filter(
      (key) => /[a-z]{3,} [a-z]{2,}/.test(inEnglish[key]!) && messages[key] === inEnglish[key],
    );
    expect(same).toEqual([]);
  });

  test('holds no straight apostrophe, which a message takes for a quotation', () => {
    expect(shared.filter((key) => messages[key]!.includes("'"))).toEqual([]);
  });
});

describe.each(catalogues)('the sentences of the page in $id', (language) => {
  test('are never empty and can be said with every number', () => {
    for (const [key, message] of Object.entries(language.messages)) {
      for (const text of spoken(language, message)) {
        expect(text.trim(), key).not.toBe('');
        expect(text, key).not.toMatch(/[{}#]|undefined/);
      }
    }
  });

  test('are the same when they come compiled, as the page has them', () => {
    for (const [key, message] of Object.entries(language.messages)) {
      const compiled = compiledIn(message) as Template;
      expect(spoken(language, message, compiled), key).toEqual(spoken(language, message));
    }
  });
});

test('French puts a narrow space before signs of two parts, and inside quotation marks', () => {
  const wrong = Object.entries(called('fr')).filter(([, message]) =>
    /[^\u202f](?:[;:!?»](?=\s|$)|%)|«[^\u202f]/u.test(wordsOf('fr', message)),
  );
  expect(wrong).toEqual([]);
});

test('Spanish opens what it asks, and never asks without opening', () => {
  for (const [key, message] of Object.entries(called('es'))) {
    const marks = (sign: string) => message.split(sign).length;
    expect([marks('¿'), marks('¡')], key).toEqual([marks('?'), marks('!')]);
  }
});

describe('Arabic', () => {
  /** Names of the program and of its commands, and endings of files. */
  const latin = /\b(?:Asylia|asylia threat|SVG|PNG|CSV|XLSX|GeoJSON|PDF|HTML|JSON|zip)\b/g;
  const texts = Object.entries(called('ar')).map(
    ([key, message]) => [key, wordsOf('ar', message)] as const,
  );

  test('holds Arabic wherever the English has words', () => {
    const without = texts.filter(
      ([key, words]) =>
        !/[\u0621-\u064a]/.test(words) &&
        /[a-z]/i.test(wordsOf('en', inEnglish[key] ?? '').replace(latin, '')),
    );
    expect(without).toEqual([]);
  });

  test('has no Latin letters but in names and endings of files', () => {
    expect(texts.filter(([, words]) => /[a-z]/i.test(words.replace(latin, '')))).toEqual([]);
  });

  test('uses its own comma, semicolon and question mark', () => {
    expect(texts.filter(([, words]) => /[,;?](?!\d)/.test(words))).toEqual([]);
  });

  test('has a form for one, for two, for few and for many', () => {
    const plurals = Object.entries(called('ar')).flatMap(([key, message]) =>
      placeholdersOf('ar', message)
        .filter(({ kind }) => kind === 'plural')
        .map(({ forms }) => ({ key, forms })),
    );
    expect(plurals.length).toBeGreaterThan(0);
    for (const { key, forms } of plurals) {
      expect(forms, key).toEqual(expect.arrayContaining(['one', 'two', 'few', 'many', 'other']));
    }
  });
});
