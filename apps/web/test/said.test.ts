import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { filesOf } from '@asylia/words';
import { inFolder, languageCalled } from '@asylia/words/folder';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { placeholdersOf } from '../../../packages/words/test/placeholders.ts';

const keys = Object.keys(filesOf('en', inFolder).page);
const inEnglish: Readonly<Record<string, string>> = languageCalled('en').messages;

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
    'threat.judged.',
    'unit.',
  ];
  /** Made in the same way, beside keys with the same beginning that are said by their whole names. */
  const madeAmongOthers =
    /^(policies\.(offers|frontier|relocation|supply|status|return)|security\.(same|worse|better)|record\.(assumed|policy)|map\.card\.(line|supplied|needed|covered))$/;
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
    expect(calls.filter(({ key }) => !(key in inEnglish)).map(({ key }) => key)).toEqual([]);
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
