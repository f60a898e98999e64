import { readdirSync, readFileSync } from 'node:fs';
import { newCase } from '@asylia/cases';
import { openSession, runWorlds, summaryOf, threatOf } from '@asylia/lab';
import {
  flowsGeoJson,
  placesGeoJson,
  renderReport,
  reportTables,
  threatTables,
  toCsv,
} from '@asylia/view';
import { englishWords } from '@asylia/words';
import { strFromU8, unzipSync } from 'fflate';
import { parseHTML } from 'linkedom';
import { beforeAll, describe, expect, test } from 'vitest';
import { atlasGround } from '../../../packages/view/src/map/atlas.ts';
import type { Inputs } from '../src/engine/protocol.ts';
import { startState } from '../src/state/state.ts';
import { workbook } from '../src/take/workbook.ts';

const script = '<img src=x onerror=alert(1)>';
const closing = '</script><script>alert(2)</script>';
const quotes = `"'><svg onload=alert(3)>`;
const formula = '=1+1';

/** A case whose every free text tries to be something else. */
function hostileCase(): Record<string, string> {
  const files = Object.fromEntries(newCase('hostile'));
  const cell = (text: string) => `"${text.replaceAll('"', '""')}"`;
  files['places.csv'] = files['places.csv']!.replace('North Town', cell(script))
    .replace('Border Town', cell(closing))
    .replace('Inland Camp', cell(formula))
    .replace('Hill Town', cell(quotes));
  files['states.csv'] = files['states.csv']!.replace('East Neighbour', cell(script)).replace(
    'North Neighbour',
    cell(formula),
  );
  files['sources.csv'] = files['sources.csv']!.replace(
    'Invented for this template',
    cell(`${formula} ${script}`),
  );
  const descriptor = JSON.parse(files['datapackage.json']!);
  descriptor.title = closing;
  descriptor.asylia.groups[0].title = script;
  descriptor.asylia.notices = [script];
  descriptor.asylia.unknowns = [quotes];
  files['datapackage.json'] = JSON.stringify(descriptor);
  return files;
}

const folder = new URL('../../../theories/', import.meta.url);
const theories = () =>
  Object.fromEntries(
    readdirSync(folder).map((name) => [name, readFileSync(new URL(name, folder), 'utf8')]),
  );

/** What the page has after a few worlds of the hostile case. */
function simulated() {
  const opened = openSession(hostileCase(), theories());
  if ('faults' in opened) throw new Error(JSON.stringify(opened.faults));
  const { session } = opened;
  const inputs: Inputs = startState.inputs;
  runWorlds(session, inputs, 0, 4);
  const summary = summaryOf(session, inputs, 4);
  const threat = threatOf(session, inputs, [inputs.theory]);
  if ('faults' in summary || 'faults' in threat) throw new Error('the hostile case was refused');
  return { summary: summary.answer, threat: threat.answer.summary };
}

describe('text from data stays text', () => {
  let run: ReturnType<typeof simulated>;
  beforeAll(() => {
    run = simulated();
  });

  test('in the report, which holds its own scripts and no others', () => {
    const ground = atlasGround(run.summary.places, run.summary.countries);
    const html = renderReport(englishWords, run.summary, { ground, threat: run.threat });
    const { document } = parseHTML(html);
    expect(document.querySelectorAll('img, [onerror], [onload]')).toHaveLength(0);
    const kinds = [...document.querySelectorAll('script')].map((one) => one.getAttribute('type'));
    expect(kinds.filter((kind) => kind !== 'application/json')).toEqual([null]);
    expect(document.body.textContent).toContain(script);
    expect(document.title).toContain(closing);
    const drawn = [...document.querySelectorAll('svg')].map((one) => one.textContent).join('');
    expect(drawn).toContain(script);
  });

  test('in CSV, where a formula is marked as text', () => {
    const csv = [
      ...reportTables(englishWords, run.summary),
      ...threatTables(englishWords, run.threat),
    ]
      .map(toCsv)
      .join('');
    expect(csv).toContain(script);
    expect(csv).toContain("'=1+1");
    expect(csv).not.toMatch(/(^|,|\n)"?=/);
  });

  test('in the workbook, where no cell is a formula', async () => {
    const tables = [
      ...reportTables(englishWords, run.summary),
      ...threatTables(englishWords, run.threat),
    ];
    const files = unzipSync(await workbook(tables));
    const sheets = Object.keys(files).filter((name) => name.startsWith('xl/worksheets/sheet'));
    expect(sheets).toHaveLength(tables.length);
    const all = sheets.map((name) => strFromU8(files[name]!)).join('');
    expect(all).not.toMatch(/<f[ >]/);
    const texts = strFromU8(files['xl/sharedStrings.xml']!);
    expect(texts).toContain('=1+1');
    expect(texts).not.toContain('<img');
  });

  test('in GeoJSON', () => {
    for (const made of [placesGeoJson(run.summary), flowsGeoJson(run.summary)]) {
      expect(JSON.parse(JSON.stringify(made))).toEqual(made);
    }
    expect(JSON.stringify(placesGeoJson(run.summary))).toContain(script);
  });
});
