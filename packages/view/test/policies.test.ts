import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Case, Policy } from '@asylia/cases';
import { newCase, policiesOf, policyRooms, readCase } from '@asylia/cases';
import { givenLines } from '@asylia/engine';
import { filesOf } from '@asylia/words';
import { inFolder, languageCalled, languageIds } from '@asylia/words/folder';
import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, test } from 'vitest';

type Catalogue = Readonly<Record<string, string>>;
const catalogues = languageIds.map((id) => [id, languageCalled(id).policies] as const);
const english: Catalogue = filesOf('en', inFolder).policies;

function policiesOfCase(name: string): readonly Policy[] {
  const folder = fileURLToPath(new URL(`../../../cases/${name}`, import.meta.url));
  const files = readdirSync(folder).filter((file) => /csv$|^datapackage.json$/.test(file));
  return policiesIn(
    new Map(files.map((file) => [file, readFileSync(`${folder}/${file}`, 'utf8')])),
  );
}

function policiesIn(files: Parameters<typeof readCase>[0]): readonly Policy[] {
  const result = readCase(files);
  if ('faults' in result) throw new Error(JSON.stringify(result.faults));
  const source = result.case;
  // All that a case may say of status, return and supply, so that every message is needed by some.
  const variants: Case[] = [source];
  for (const status_granted of ['nonRefoulement', 'convention', 'none', 'temporary'] as const) {
    const states = source.tables.states.map((row) => ({ ...row, status_granted }));
    variants.push({ ...source, tables: { ...source.tables, states } });
  }
  const everyone = source.tables.return.map((row) => ({ ...row, group: '*' }));
  variants.push({ ...source, tables: { ...source.tables, return: everyone } });
  const never = source.tables.return.map((row) => ({ ...row, safe_from: '' }));
  variants.push({ ...source, tables: { ...source.tables, return: never } });
  const states = source.tables.states.map((row, i) =>
    i % 2 > 0 ? row : { ...row, status_granted: 'none' as const },
  );
  variants.push({ ...source, tables: { ...source.tables, states } });
  // A line of supply needs its words before any case that comes along has a row of it.
  const hosting = source.tables.hosting.flatMap((row) =>
    givenLines.map((line) => ({ ...row, line })),
  );
  variants.push({ ...source, tables: { ...source.tables, hosting } });
  return variants.flatMap((one) => policiesOf(one));
}

const policies = [
  ...['kosovo-1999', 'two-valleys', 'hungary-1956'].flatMap(policiesOfCase),
  ...policiesIn(newCase('template')),
];
const said = policies.flatMap(({ titleId, descriptionId, values, recorded }) => [
  { id: titleId, values },
  { id: descriptionId, values },
  { id: recorded.messageId, values: recorded.values },
]);

describe.each(catalogues)('the words of the policies in %s', (language, catalogue) => {
  test('say every title, description and record of every case, with nothing left open', () => {
    const formats = new Map<string, IntlMessageFormat>();
    for (const { id, values } of said) {
      const format = formats.get(id) ?? new IntlMessageFormat(catalogue[id] ?? '', language);
      formats.set(id, format);
      const text = String(format.format(values));
      expect(text.length, id).toBeGreaterThan(0);
      expect(text, id).not.toMatch(/[{}]|undefined|NaN/);
    }
  });

  test('have what stands around them: rooms, units, choices', () => {
    for (const room of policyRooms) expect(catalogue[`room.${room}`]).toBeTruthy();
    for (const policy of policies) {
      if (policy.kind === 'number') expect(catalogue[`unit.${policy.unit}`]).toBeTruthy();
      else for (const { labelId } of policy.choices) expect(catalogue[labelId]).toBeTruthy();
    }
  });

  test('are the same sentences as in English, and none that nobody says', () => {
    const own = filesOf(language, inFolder).policies;
    const { isComplete } = languageCalled(language);
    expect(Object.keys(own)).toEqual(
      Object.keys(english).filter((id) => isComplete || Object.hasOwn(own, id)),
    );
    const needed = new Set([
      'policies.title',
      ...policyRooms.map((room) => `room.${room}`),
      ...said.map(({ id }) => id),
      ...policies.flatMap((policy) =>
        policy.kind === 'number'
          ? [`unit.${policy.unit}`]
          : policy.choices.map(({ labelId }) => labelId),
      ),
    ]);
    expect(Object.keys(catalogue).filter((id) => !needed.has(id))).toEqual([]);
  });
});
