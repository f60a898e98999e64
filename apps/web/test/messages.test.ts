import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Template } from '@asylia/view';
import { phrase } from '@asylia/view';
import { IntlMessageFormat } from 'intl-messageformat';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { compiledIn } from '../build/compiledMessages.ts';
import arabic from '../src/messages/ar.json' with { type: 'json' };
import english from '../src/messages/en.json' with { type: 'json' };
import spanish from '../src/messages/es.json' with { type: 'json' };
import french from '../src/messages/fr.json' with { type: 'json' };

type Catalogue = Readonly<Record<string, string>>;
const inEnglish: Catalogue = english;
const catalogues = [
  { id: 'en', dir: 'ltr', messages: inEnglish },
  { id: 'fr', dir: 'ltr', messages: french as Catalogue },
  { id: 'es', dir: 'ltr', messages: spanish as Catalogue },
  { id: 'ar', dir: 'rtl', messages: arabic as Catalogue },
] as const;
const others = catalogues.slice(1);
const keys = Object.keys(english);

type Ast = ReturnType<IntlMessageFormat['getAst']>;

/** A part that is filled in: its name, and the forms it chooses between. */
interface Placeholder {
  readonly name: string;
  readonly kind: 'text' | 'select' | 'plural';
  readonly forms: readonly string[];
}

/** Placeholders of a message, also those inside plurals and choices. */
function placeholders(ast: Ast): Placeholder[] {
  return ast.flatMap((part) => {
    if (!('value' in part) || part.type === 0) return [];
    const name = String(part.value);
    if (!('options' in part)) return [{ name, kind: 'text', forms: [] }];
    const options = part.options as Record<string, { value: Ast }>;
    const kind = part.type === 6 ? 'plural' : 'select';
    return [
      { name, kind, forms: Object.keys(options) } as const,
      ...Object.values(options).flatMap((one) => placeholders(one.value)),
    ];
  });
}
const placeholdersOf = (id: string, message: string) =>
  placeholders(new IntlMessageFormat(message, id).getAst());

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
  { id, dir }: (typeof catalogues)[number],
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
      return phrase({ id, dir }, template, Object.fromEntries(values));
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
  const { id, messages } = language;

  test('has every sentence of the English, and no other', () => {
    expect(Object.keys(messages).sort()).toEqual([...keys].sort());
  });

  test('asks for the same things to be put in', () => {
    const all = (of: string, catalogue: Catalogue) =>
      keys.map((key) => [key, needed(of, catalogue[key] ?? '')]);
    expect(all(id, messages)).toEqual(all('en', inEnglish));
  });

  test('leaves no sentence in English', () => {
    const same = keys.filter(
      (key) => /[a-z]{3,} [a-z]{2,}/.test(inEnglish[key]!) && messages[key] === inEnglish[key],
    );
    expect(same).toEqual([]);
  });

  test('holds no straight apostrophe, which a message takes for a quotation', () => {
    expect(keys.filter((key) => messages[key]?.includes("'"))).toEqual([]);
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
  const wrong = Object.entries(french as Catalogue).filter(([, message]) =>
    /[^\u202f](?:[;:!?»](?=\s|$)|%)|«[^\u202f]/u.test(wordsOf('fr', message)),
  );
  expect(wrong).toEqual([]);
});

test('Spanish opens what it asks, and never asks without opening', () => {
  for (const [key, message] of Object.entries(spanish as Catalogue)) {
    const marks = (sign: string) => message.split(sign).length;
    expect([marks('¿'), marks('¡')], key).toEqual([marks('?'), marks('!')]);
  }
});

describe('Arabic', () => {
  /** Names of the program and of its commands, and endings of files. */
  const latin = /\b(?:Asylia|asylia threat|SVG|PNG|CSV|XLSX|GeoJSON|PDF|HTML|JSON|zip)\b/g;
  const texts = Object.entries(arabic as Catalogue).map(
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
    const plurals = Object.entries(arabic as Catalogue).flatMap(([key, message]) =>
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

describe('what the page says', () => {
  const folder = fileURLToPath(new URL('../src', import.meta.url));
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .sort()
    .map((name) => ({ name, text: readFileSync(`${folder}/${name}`, 'utf8') }));
  const source = files.map(({ text }) => text).join('\n');

  /** Keys whose last part is put in by the page, by what stands before it. */
  const made = [
    'assume.group.assumptions.',
    'assume.group.parameters.',
    'assume.kind.',
    'assume.link.',
    'case.fault.',
    'compare.arrange.',
    'compare.change.',
    'compare.col.',
    'compare.day.',
    'compare.figure.',
    'compare.topic.',
    'line.',
    'map.card.home.',
    'map.extent.',
    'map.mark.',
    'matters.figure.',
    'matters.figure.deaths.',
    'matters.figure.peak.',
    'placeKind.',
    'record.away.',
    'record.col.',
    'record.coverage.',
    'record.measure.',
    'record.panel.',
    'record.topic.',
    'record.window.',
    'room.',
    'series.',
    'situation.',
    'threat.estimand.',
    'threat.estimand.conditional.',
    'threat.estimand.firstIn.',
    'threat.estimand.lastIn.',
    'threat.estimand.shapley.',
    'threat.verdict.',
    'unit.',
  ];
  /** Made in the same way, beside keys with the same beginning that are said by their whole names. */
  const madeAmongOthers =
    /^(policies\.(offers|frontier|relocation|supply|status|return)|security\.(same|worse|better)|record\.(assumed|policy))$/;
  /** Keys of one word are words of the program too: only what is said counts. */
  const written = new Set(
    [
      ...source.matchAll(/'([a-z]\w*(?:\.[\w-]+)+)'/gi),
      ...source.matchAll(/\bsay\(\s*'([^'.]+)'/g),
    ].map(([, key]) => key!),
  );
  const isMade = (key: string) =>
    made.includes(key.slice(0, key.lastIndexOf('.') + 1)) || madeAmongOthers.test(key);

  test('stands in the catalogue, and all that stands there is said', () => {
    expect(keys.filter((key) => !written.has(key) && !isMade(key))).toEqual([]);
  });

  test('still makes keys of every beginning that is listed here', () => {
    const beginnings = made.map((first) => first.split('.').slice(0, 2).join('.'));
    expect(beginnings.filter((first) => !source.includes(`\`${first}`))).toEqual([]);
  });

  const calls = files.flatMap(said);

  test('has no key that is not there', () => {
    expect(calls.length).toBeGreaterThan(100);
    expect(calls.filter(({ key }) => !(key in english)).map(({ key }) => key)).toEqual([]);
  });

  test('is handed everything that its sentence asks for', () => {
    const missing = calls.flatMap(({ key, given }) =>
      placeholdersOf('en', inEnglish[key] ?? '')
        .filter(({ name }) => given !== null && !given.includes(name))
        .map(({ name }) => `${key}: ${name}`),
    );
    expect(missing).toEqual([]);
  });
});

/** Calls of `say` with a key in full: what each hands in, null where that is made elsewhere. */
function said({
  name,
  text,
}: {
  readonly name: string;
  readonly text: string;
}): { readonly key: string; readonly given: string[] | null }[] {
  const found: { key: string; given: string[] | null }[] = [];
  const keysOf = (node: ts.Expression): string[] =>
    ts.isStringLiteral(node)
      ? [node.text]
      : ts.isConditionalExpression(node)
        ? [...keysOf(node.whenTrue), ...keysOf(node.whenFalse)]
        : [];
  const givenIn = (node: ts.Expression | undefined): string[] | null => {
    if (!node) return [];
    if (!ts.isObjectLiteralExpression(node)) return null;
    if (node.properties.some(ts.isSpreadAssignment)) return null;
    return node.properties.map((one) => one.name?.getText() ?? '');
  };
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && node.expression.getText() === 'say' && node.arguments[0]) {
      const given = givenIn(node.arguments[1]);
      for (const key of keysOf(node.arguments[0])) found.push({ key, given });
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true));
  return found;
}
