import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { executablePath } from '../../../browser/chromium.ts';
import { newFolder } from './helpers/command.ts';
import { normalised } from './helpers/picture.ts';
import { enter } from './helpers/rooms.ts';
import { readSvg, save } from './helpers/saved.ts';
import type { Visit, VisitOptions } from './helpers/visit.ts';
import { sharedBrowser, visit } from './helpers/visit.ts';

/** A figure: where it stands, and what is chosen before it is saved. */
interface Pictured {
  /** Name of the file. */
  readonly name: string;
  /** Of the figure on the page. */
  readonly id: string;
  /** A control by its label, and what is chosen. */
  readonly choose?: readonly [
    'record.series' | 'matters.choose' | 'map.chart.which' | 'map.extent',
    string,
  ];
}

const worlds = 20;
const from = (options: VisitOptions, ...figures: readonly Pictured[]) => ({
  options,
  figures,
  where: `${options.room}, ${options.language ?? 'en'}, ${figures[0]!.name}`,
});
const address = { worlds, date: '1999-04-10' };

const pictures = [
  from(
    { room: 'map', address },
    { name: 'map', id: 'map' },
    { name: 'map-of-origin', id: 'map', choose: ['map.extent', 'origin'] },
    { name: 'curve', id: 'curve' },
    { name: 'curve-of-a-crossing', id: 'curve', choose: ['map.chart.which', 'entries.morina'] },
  ),
  from(
    { room: 'map', address: { ...address, scenario: 'fyrm-closed', date: '1999-05-20' } },
    { name: 'map-moved', id: 'map' },
    { name: 'curve-moved', id: 'curve', choose: ['map.chart.which', 'stock.MKD'] },
  ),
  from({ room: 'map', language: 'ar', address }, { name: 'map-arabic', id: 'map' }),
  from(
    { room: 'map', address: { case: 'two-valleys', worlds } },
    { name: 'map-two-valleys', id: 'map' },
  ),
  from(
    { room: 'record', address },
    { name: 'record', id: 'record-overview' },
    { name: 'record-region', id: 'record-stock' },
    { name: 'record-albania', id: 'record-stock-ALB', choose: ['record.series', 'stock.ALB'] },
    { name: 'record-macedonia', id: 'record-stock-MKD', choose: ['record.series', 'stock.MKD'] },
    {
      name: 'record-morina',
      id: 'record-entries-morina',
      choose: ['record.series', 'entries.morina'],
    },
  ),
  from(
    {
      room: 'compare',
      address: { ...address, compare: 'as-it-was~fyrm-closed~no-evacuation~offers-x5' },
    },
    { name: 'compare-maps', id: 'compare-maps' },
    { name: 'compare-difference', id: 'compare-difference' },
    { name: 'compare-countries', id: 'compare-countries' },
    { name: 'compare-others', id: 'compare-others' },
  ),
  from({ room: 'threat', address }, { name: 'threat', id: 'threat-matrix' }),
  from({ room: 'threat', language: 'ar', address }, { name: 'threat-arabic', id: 'threat-matrix' }),
  from(
    { room: 'assumptions', address },
    { name: 'assumptions', id: 'matters-peak-MKD', choose: ['matters.choose', 'peak.MKD'] },
  ),
];

const fileOf = (name: string) => fileURLToPath(new URL(`./figures/${name}.svg`, import.meta.url));

/** The first lines in which two texts differ. */
function firstDifference(one: string, other: string): string {
  const [a, b] = [one.split('\n'), other.split('\n')];
  const at = a.findIndex((line, i) => line !== b[i]);
  return at < 0 && a.length === b.length
    ? ''
    : `line ${at + 1}: ${a[at]?.slice(0, 300)}\nbecame: ${b[at]?.slice(0, 300)}`;
}

describe.skipIf(!executablePath)('figures look as they did', () => {
  const browser = sharedBrowser();
  const seen = newFolder('figures');

  test('there are twenty of them', () => {
    expect(pictures.flatMap(({ figures }) => figures).length).toBeGreaterThanOrEqual(20);
  });

  describe.each(pictures)('$where', ({ options, figures }) => {
    let visited: Visit;
    beforeAll(async () => {
      visited = await visit(browser(), options);
      await enter(visited, options.room!);
    });
    afterAll(() => visited?.context.close());

    test.each(figures)('$name', async ({ name, id, choose }) => {
      const { page, texts } = visited;
      if (choose)
        await page.getByLabel(texts.say(choose[0]), { exact: true }).selectOption(choose[1]);
      const figure = page.locator(`figure[id="${id}"]`);
      await figure.locator('.picture svg').first().waitFor({ timeout: 60_000 });
      // What is sampled or varied one by one is drawn again until all of it is there.
      await page.waitForFunction(() => !document.querySelector('main progress'), undefined, {
        timeout: 90_000,
      });
      if (id === 'curve') await figure.locator('.picture .band90').waitFor({ timeout: 90_000 });
      const { text } = await save(page, figure.locator('.buttons button').first());
      const now = normalised(text);
      expect((await readSvg(page, now))!.shapes).toBeGreaterThan(5);
      const file = fileOf(name);
      if (process.env.UPDATE_FIGURES === '1') {
        mkdirSync(dirname(file), { recursive: true });
        writeFileSync(file, now);
      }
      expect(existsSync(file), `${file} is made with UPDATE_FIGURES=1`).toBe(true);
      writeFileSync(`${seen}/${name}.svg`, now);
      const difference = firstDifference(readFileSync(file, 'utf8'), now);
      expect(
        difference,
        `look at ${seen}/${name}.svg; if it is right: UPDATE_FIGURES=1 npm run test:browser -- figures`,
      ).toBe('');
    });
  });
});
