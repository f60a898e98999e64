import { expect, test } from 'vitest';
import { main } from '../src/main.ts';
import type { Effects } from '../src/shell/effects.ts';
import { fake } from './fake.ts';
import { withTheories } from './withTheories.ts';

const figures = (text: string): string[] => text.match(/\d{4}-\d\d-\d\d|\d[\d,.]*\d|\d/g) ?? [];

/** Sentences of a text that begin in a way. */
const said = (text: string, begin: RegExp) => text.split('\n').filter((line) => begin.test(line));

const sentences = [/^- At most/, /^- First to run short/, /^- By /, /^Against the record/];

/** What a run printed, and what stood there already when each job was begun. */
async function runAndWatch(...more: string[]) {
  const files = withTheories();
  // Two theories say enough here: each more is 256 coalitions.
  for (const name of [...files.keys()]) if (/T[3-7]\.json$/.test(name)) files.delete(name);
  const world = fake({ files });
  const before: { kind: string; out: string }[] = [];
  const effects: Effects = {
    ...world.effects,
    runJob: (job, by) => {
      before.push({ kind: job.kind.id, out: world.out() });
      return world.effects.runJob(job, by);
    },
  };
  const code = await main(['run', 'small', '--out', 'result', '--worlds', '10', ...more], effects);
  expect(code, world.err()).toBe(0);
  return { out: world.out(), before };
}

test('what is said first stands at the end too, beside its bands', async () => {
  const { out, before } = await runAndWatch('--threat-worlds', '0');
  const parts = out.split(/^Preliminary, from the expected run; .*$/m);
  expect(parts).toHaveLength(3);
  const first = parts[1]!;
  const last = parts[2]!;
  expect(before[0]!.out).toContain(first);
  for (const begin of sentences) {
    const lines = said(first, begin);
    for (const line of lines) {
      const later = said(last, begin).join(' ');
      expect(figures(line).length, line).toBeGreaterThan(0);
      for (const figure of figures(line)) expect(figures(later), line).toContain(figure);
    }
    if (begin.source === '^- At most' || begin.source === '^- By ') {
      expect(lines).toHaveLength(1);
      expect(said(last, begin).join()).toMatch(
        /90 of 100 worlds: [\d,]+ to [\d,]+; expected run: /,
      );
    }
  }

  // Who leads comes before any world is sampled, and not a letter of it changes.
  const [, table = ''] = /\n(object {2}[\s\S]*?)\n\n/.exec(last) ?? [];
  expect(table.split('\n').length).toBeGreaterThan(3);
  expect(out.split(table)).toHaveLength(3);
  const worlds = before.find(({ kind }) => kind === 'worlds')!;
  expect(worlds.out).toContain(table);
  expect(before.map(({ kind }) => kind)).toEqual(['threat', 'worlds', 'threat']);
});

test('scenarios are compared in the expected run first, and each figure stands again in the end', async () => {
  const world = fake();
  const argv = ['compare', 'small', '--scenario', 'bridge-stays-open', '--worlds', '10'];
  expect(await main([...argv, '--out', 'result'], world.effects)).toBe(0);
  const [first = '', last = ''] = world.out().split(/^Compared with/m);
  const rows = said(first, /^ {2}\S/);
  expect(rows.length).toBeGreaterThan(5);
  for (const row of rows) {
    const [outcome = '', moved = ''] = row.trim().split(': ');
    const later = said(last, new RegExp(`^  ${outcome}: `)).join();
    expect(later).toContain(`expected run: ${moved}`);
    expect(later).toMatch(/; 90 %: \S+ to \S+; expected run: /);
  }
});

test('the threat alone says who leads before worlds are sampled, and nothing twice without them', async () => {
  const argv = ['threat', 'small', '--theory', 'T1,T2', '--factors', 'O1,W,P0', '--out', 'result'];
  const asked = async (...more: string[]) => {
    const world = fake({ files: withTheories() });
    expect(await main([...argv, '--no-ledger', ...more], world.effects), world.err()).toBe(0);
    return world.out();
  };
  const sampled = await asked('--worlds', '2');
  const [, table = ''] = /\n(object {2}[\s\S]*?)\n\n/.exec(sampled) ?? [];
  expect(sampled.indexOf('Preliminary')).toBe(0);
  expect(sampled.split(table)).toHaveLength(3);
  const expected = await asked('--expected');
  expect(expected).not.toContain('Preliminary');
  expect(expected.split(table)).toHaveLength(2);
});

test('a program that reads JSON is given nothing preliminary', async () => {
  const { out } = await runAndWatch('--no-threat', '--json');
  expect(JSON.parse(out).worlds).toBe(10);
});
