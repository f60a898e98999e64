import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { ownValue } from '../../packages/engine/src/ownValue.ts';
import {
  againstTheOrder,
  circles,
  dependencies,
  mayImport,
  upwardWithin,
} from '../lint/imports.ts';
import { cellsOf, changelogForm, decisionsForm } from '../lint/records.ts';
import { shapeOf } from '../lint/shape.ts';
import { readSources } from '../lint/sources.ts';
import { userKeys } from '../lint/userKeys.ts';

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

/** A checkout of its own with these files. */
function checkout(files: Record<string, string>): string {
  const root = mkdtempSync(join(tmpdir(), 'asylia-lint-'));
  folders.push(root);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(root, dirname(path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
}
const sourcesOf = (files: Record<string, string>) => readSources(checkout(files));
const placesOf = (findings: { place: string }[]) => findings.map(({ place }) => place);

describe('the order of the packages', () => {
  test('imports go down, never up or beside, and never past the exports of another', () => {
    const found = againstTheOrder(
      sourcesOf({
        'packages/view/src/a.ts': "import { x } from '@asylia/lab';\nimport '@asylia/cases';",
        'packages/lab/src/a.ts': "import type { X } from '@asylia/view';",
        'packages/lab/src/b.ts': "export * from '@asylia/peers';",
        'packages/security/src/a.ts': "import { x } from '../../engine/src/x.ts';",
        'packages/engine/src/a.ts': "const x = await import('@asylia/security');",
        'packages/engine/test/a.test.ts': "import '@asylia/view';",
      }),
    );
    expect(placesOf(found).sort()).toEqual([
      'packages/engine/src/a.ts:1',
      'packages/lab/src/a.ts:1',
      'packages/lab/src/b.ts:1',
      'packages/security/src/a.ts:1',
    ]);
  });

  test('a package that stands alone imports none of ours; all may import the engine', () => {
    expect(mayImport('engine', 'words')).toBe(false);
    expect(mayImport('words', 'engine')).toBe(false);
    for (const name of ['attribution', 'security', 'cases', 'lab', 'peers', 'view', 'cli', 'web'])
      expect(mayImport(name, 'engine'), name).toBe(true);
    expect(() => mayImport('newcomer', 'engine')).toThrow(/floor for newcomer/);
  });

  test('within the command an import upwards is found, and a folder without a floor', () => {
    const found = upwardWithin(
      sourcesOf({
        'apps/cli/src/shell/a.ts': "import { x } from '../commands/b.ts';",
        'apps/cli/src/commands/b.ts': "import { x } from '../shell/a.ts';",
        'apps/cli/src/attic/c.ts': '',
      }),
      'apps/cli',
    );
    expect(placesOf(found)).toEqual(['apps/cli/src/attic/c.ts', 'apps/cli/src/shell/a.ts:1']);
  });
});

test('a circle of imports is found, of types too and through three files; a chain is none', () => {
  const three = {
    'packages/engine/src/a.ts': "import type { B } from './b.ts';",
    'packages/engine/src/b.ts': "import { c } from './deep/c.ts';",
  };
  const closed = { ...three, 'packages/engine/src/deep/c.ts': "export * from '../a.ts';" };
  expect(circles(sourcesOf(closed))).toEqual([
    ['packages/engine/src/a.ts', 'packages/engine/src/b.ts', 'packages/engine/src/deep/c.ts'],
  ]);
  expect(circles(sourcesOf({ ...three, 'packages/engine/src/deep/c.ts': '' }))).toEqual([]);
});

test('what is imported is declared where it is imported, and what is declared is imported', () => {
  const root = checkout({
    'package.json': '{"devDependencies":{"fast-check":"1.0.0","idle":"1.0.0"}}',
    'packages/engine/package.json': '{"dependencies":{"used":"1.0.0","unused":"1.0.0"}}',
    'packages/engine/src/a.ts': "import 'used/part';\nimport 'phantom';\nimport 'node:fs';",
    'packages/engine/test/a.test.ts': "import 'fast-check';",
  });
  expect(dependencies(root, readSources(root)).map(({ text }) => text.split(' ')[0])).toEqual([
    'expected',
    'unused',
    'idle',
  ]);
});

describe('a plain object under a key that is any text', () => {
  const declared =
    "declare const o: Record<string, number>; declare const k: string; declare const known: 'a' | 'b';";
  const found = ['o[k];', 'o[k] = 1;', 'k in o;', "o['x' + k];"];
  const safe = [
    'o[known];',
    `o[\`stock.\${k}\`];`,
    'export const f = () => (Object.hasOwn(o, k) ? o[k] : 0);',
    'new Map<string, number>().get(k);',
    '[1, 2][Number(k)];',
    '// own keys: our words\no[k];',
  ];

  test('is found, unless it cannot be a word of Object or was asked for first', () => {
    const file = (body: string, i: number) => [
      `packages/engine/src/${i}.ts`,
      `${declared}\n${body}\nexport {};`,
    ];
    const root = checkout({
      'tsconfig.base.json': '{"compilerOptions":{"strict":true,"target":"es2023"}}',
      ...Object.fromEntries([...found, ...safe].map(file)),
    });
    const places = placesOf(userKeys(root, readSources(root)));
    expect(places).toEqual(found.map((_, i) => `packages/engine/src/${i}.ts:2`));
  });

  test('ownValue finds what was put there and nothing of Object itself', () => {
    const held = Object.fromEntries([
      ['__proto__', 1],
      ['constructor', 2],
    ]);
    expect([ownValue(held, '__proto__'), ownValue(held, 'constructor')]).toEqual([1, 2]);
    for (const key of ['__proto__', 'constructor', 'toString', 'hasOwnProperty'])
      expect(ownValue({}, key), key).toBeUndefined();
    expect(ownValue(null, 'a')).toBeUndefined();
  });
});

describe('the form of the records', () => {
  const decisions = (rows: string[]) =>
    decisionsForm(
      checkout({
        'DECISIONS.md': `# Decisions\n\n| No. | Date | Decision | Why |\n|---|---|---|---|\n${rows.join('\n')}\n`,
      }),
    );
  const changelog = (text: string) => changelogForm(checkout({ 'CHANGELOG.md': text })).length;

  test('decisions are numbered without a gap and dated', () => {
    const first = '| 1 | 2026-11-24 | A \\| b | c |';
    expect(cellsOf(first)).toEqual(['1', '2026-11-24', 'A \\| b', 'c']);
    expect(decisions([first, '| 2 | 2026-11-25 | B | d |'])).toEqual([]);
    for (const wrong of ['| B | d |', '| 3 | 2026-11-25 | B | d |', '| 2 | today | B | d |'])
      expect(placesOf(decisions([first, wrong]))).toEqual(['DECISIONS.md:6']);
  });

  test('a changelog has its headings in order and lists in one piece', () => {
    const right = '# Changelog\n\n## Unreleased\n\n### Added\n\n- a\n- b\n\n### Fixed\n\n- c\n';
    expect(changelog(right)).toBe(0);
    expect(changelog(`${right}\n## 1.2.3 - 2026-01-31\n\n### Results\n\n- d\n`)).toBe(0);
    expect(changelog(right.replace('- a\n', '- a\n\n'))).toBe(1);
    expect(changelog(right.replace('### Added', '### Add'))).toBe(1);
    expect(changelog(right.replace('### Fixed', '### Added'))).toBe(1);
    expect(changelog(right.replace('- c', '- `c` is gone'))).toBe(1);
    expect(changelog(right.replace('## Unreleased', '## 0.1'))).toBe(1);
  });
});

test('code lines count lines that hold code; a function of 61 lines is long, one of 60 is not', () => {
  const body = (lines: number) =>
    `/** A\n * comment. */\nfunction f() {\n${'  g();\n'.repeat(lines - 2)}}\n\n// and another\n`;
  const shape = (lines: number) => shapeOf(sourcesOf({ 'packages/engine/src/a.ts': body(lines) }));
  expect(shape(60).codeLines.get('packages/engine')).toBe(60);
  expect(shape(60).long).toEqual([]);
  expect(shape(61).long).toEqual([{ place: 'packages/engine/src/a.ts:3', name: 'f', lines: 61 }]);
});
