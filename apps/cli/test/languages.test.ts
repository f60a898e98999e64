import { languageIds } from '@asylia/words/folder';
import { expect, test } from 'vitest';
import { main } from '../src/main.ts';
import { fake } from './fake.ts';

const run = ['run', 'small', '--no-threat', '--worlds', '4', '--out', 'result'];

async function resultsIn(...more: string[]): Promise<Record<string, string>> {
  const world = fake();
  expect(await main([...run, ...more], world.effects)).toBe(0);
  const text = (name: string) => Buffer.from(world.files.get(`result/${name}`)!).toString('utf8');
  return {
    report: text('report.html'),
    sheet: text('tables/stock.csv'),
    all: text('summary.json'),
  };
}

test('the report is in the language asked for, what programs read is the same in all', async () => {
  const [english, french, arabic] = [
    await resultsIn(),
    await resultsIn('--language', 'fr'),
    await resultsIn('--language', 'ar'),
  ];
  expect(english.report).toContain('<html lang="en" dir="ltr">');
  expect(french.report).toContain('<html lang="fr" dir="ltr">');
  expect(arabic.report).toContain('<html lang="ar" dir="rtl">');
  expect(french.report).toContain('Personnes déplacées par pays');
  expect(arabic.report).toContain('النازحون بحسب البلد');
  for (const other of [french, arabic]) {
    expect([other.sheet, other.all]).toEqual([english.sheet, english.all]);
  }
});

test('a language that is not there is refused with those that are', async () => {
  const world = fake();
  expect(await main([...run, '--language', 'de'], world.effects)).toBe(2);
  expect(world.err()).toContain(languageIds.join(', '));
});
