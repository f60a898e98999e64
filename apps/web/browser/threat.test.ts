import type { ThreatSummary } from '@asylia/lab';
import { beforeAll, describe, expect, test } from 'vitest';
import { executablePath } from '../../../browser/chromium.ts';
import { estimands } from '../src/state/state.ts';
import { threatByCommand } from './helpers/command.ts';
import { builtLanguages } from './helpers/languages.ts';
import { enter } from './helpers/rooms.ts';
import { readSvg, save } from './helpers/saved.ts';
import {
  goTo,
  nothingAskedNothingThrown,
  sharedBrowser,
  sharedVisit,
  visit,
} from './helpers/visit.ts';

/** Contributions of a table by measure and source, with the digits that the command writes. */
type CountIndexes = Record<string, number>;

describe.skipIf(!executablePath)('wherein lies the threat', () => {
  const browser = sharedBrowser();
  let command: ThreatSummary;
  beforeAll(async () => {
    command = await threatByCommand('kosovo-1999', 'T1,T4', 'every');
  });

  /** The command's numbers for the cells that stand on the page. */
  const expected = (
    onPage: CountIndexes,
    theory: string,
    frame: string,
    estimand: (typeof estimands)[number],
  ): CountIndexes =>
    Object.fromEntries(
      Object.keys(onPage).map((key) => {
        const [outcome, factor] = key.split(' ');
        const cell = command.cells.find(
          (one) =>
            one.theory === theory &&
            one.frame === frame &&
            one.outcome === outcome &&
            one.factor === factor,
        );
        return [key, cell?.[estimand] ?? Number.NaN];
      }),
    );

  describe.each(builtLanguages())('in %s', (language) => {
    const visited = sharedVisit(browser, { language, room: 'threat' });
    beforeAll(() => enter(visited(), 'threat'));

    const choose = (what: 'theory' | 'estimand' | 'frame' | 'object', value: string) =>
      visited()
        .page.getByLabel(visited().texts.say(`threat.choose.${what}`), { exact: true })
        .selectOption(value);
    const cells = (): Promise<CountIndexes> =>
      visited().page.$$eval('button.cell', (all) =>
        Object.fromEntries(
          all.map((one) => [
            `${one.getAttribute('data-outcome-cell')} ${one.getAttribute('data-factor')}`,
            Number(Number(one.getAttribute('data-value')).toPrecision(7)),
          ]),
        ),
      );
    /** Waits until the table is no longer that of before. */
    const untilOther = (before: CountIndexes) =>
      visited().page.waitForFunction(
        (was) => {
          if (document.querySelector('.threat .stale')) return false;
          const all = [...document.querySelectorAll('button.cell')];
          return all.some((one) => {
            const key = `${one.getAttribute('data-outcome-cell')} ${one.getAttribute('data-factor')}`;
            const now = Number(Number(one.getAttribute('data-value')).toPrecision(7));
            return was[key] !== now;
          });
        },
        before,
        { timeout: 60_000 },
      );

    test('every object stands against every source, and each number is that of the command', async () => {
      const onPage = await cells();
      expect(Object.keys(onPage).length).toBeGreaterThan(200);
      expect(onPage).toEqual(expected(onPage, 'T1', 'all', 'shapley'));
    });

    test.each(estimands.slice(1))('so does it under the estimand %s', async (estimand) => {
      const before = await cells();
      await choose('estimand', estimand);
      await untilOther(before);
      const onPage = await cells();
      expect(onPage).toEqual(expected(onPage, 'T1', 'all', estimand));
    });

    test('the placebo is exactly 0 everywhere', async () => {
      const placebo = Object.entries(await cells()).filter(([key]) => key.endsWith(' placebo'));
      expect(placebo.length).toBeGreaterThan(20);
      expect(new Set(placebo.map(([, value]) => value))).toEqual(new Set([0]));
    });

    test('under another frame some sources are no players, and the rest is the command’s', async () => {
      const before = await cells();
      await choose('estimand', 'shapley');
      await choose('frame', 'stateActors');
      await untilOther(before);
      await visited().page.waitForFunction(
        () => !document.querySelector('button.cell[data-factor="intolerance"]'),
      );
      const onPage = await cells();
      expect(onPage).toEqual(expected(onPage, 'T1', 'stateActors', 'shapley'));
      await choose('frame', 'all');
    });

    test('under another theory the numbers are that theory’s', async () => {
      const before = await cells();
      await choose('theory', 'T4');
      await untilOther(before);
      await visited().page.waitForSelector('button.cell[data-factor="intolerance"]');
      const onPage = await cells();
      expect(onPage).toEqual(expected(onPage, 'T4', 'all', 'shapley'));
      await choose('theory', 'T1');
      await untilOther(onPage);
    });

    test('the rows of one object can be seen alone', async () => {
      const { page } = visited();
      await choose('object', 'individuals');
      await page.waitForFunction(
        () => !document.querySelector('button.cell[data-outcome-cell^="host."]'),
      );
      expect(
        await page.locator('button.cell[data-outcome-cell="individuals.excessDeaths"]').count(),
      ).toBeGreaterThan(5);
      await choose('object', '');
      await page.waitForSelector('button.cell[data-outcome-cell^="host."]');
    });

    test('a cell opens to its runs, formula, assumptions and claims, closes, and gives focus back', async () => {
      const { page, texts } = visited();
      const cell = page.locator(
        'button.cell[data-outcome-cell="individuals.excessDeaths"][data-factor="persecution"]',
      );
      await cell.click();
      const dialog = page.locator('dialog[open]');
      await dialog.locator('table').first().waitFor();
      const values = await dialog.locator('table').first().innerText();
      const own = command.cells.find(
        (one) =>
          one.theory === 'T1' &&
          one.frame === 'all' &&
          one.outcome === 'individuals.excessDeaths' &&
          one.factor === 'persecution',
      )!;
      expect(values).toContain(texts.signed(own.shapley));
      expect(values).toContain(texts.signed(own.lastIn));
      for (const part of ['runs', 'formula', 'claims', 'sources'] as const)
        expect(await dialog.innerText()).toContain(texts.say(`threat.cell.${part}`));
      await page.keyboard.press('Escape');
      await page.waitForFunction(() => !document.querySelector('dialog[open]'));
      expect(await cell.evaluate((one) => one === document.activeElement)).toBe(true);
    });

    test('arrow keys go from cell to cell, and Enter opens one', async () => {
      const { page, texts } = visited();
      await page
        .locator(
          'button.cell[data-outcome-cell="individuals.excessDeaths"][data-factor="persecution"]',
        )
        .focus();
      const onward = texts.language.dir === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
      await page.keyboard.press(onward);
      const focus = () =>
        page.evaluate(() => document.activeElement?.getAttribute('data-factor') ?? '');
      expect(await focus()).toBe(command.factors[1]!.id);
      await page.keyboard.press('Enter');
      await page.locator('dialog[open]').waitFor();
      await page.getByRole('button', { name: texts.say('threat.close'), exact: true }).click();
      await page.waitForFunction(() => !document.querySelector('dialog[open]'));
      expect(await focus()).toBe(command.factors[1]!.id);
    });

    test('each remedy says what it would do to every object, as the command does', async () => {
      const { page, texts } = visited();
      const table = page.locator('section[aria-labelledby="threat-remedies"] table');
      const said = (await table.locator('td b').allInnerTexts()).map((text) => text.trim());
      expect(said.length).toBeGreaterThan(100);
      const stop = command.remedies.find(
        (one) =>
          one.theory === 'T1' &&
          one.remedy === 'stop' &&
          one.outcome === 'individuals.excessDeaths',
      )!;
      expect(said.some((text) => text.includes(texts.compact(stop.effect)))).toBe(true);
    });

    test('a policy that is moved changes the table, and says what it was', async () => {
      const { page, texts } = visited();
      const before = await cells();
      await page.getByLabel(texts.say('policies.scenario')).selectOption('fyrm-closed');
      await untilOther(before);
      await page.locator('.threat-matrix small.edited').first().waitFor({ timeout: 60_000 });
      await page.getByRole('button', { name: texts.say('policies.putAllBack') }).click();
      await untilOther(await cells());
      expect(await cells()).toEqual(before);
    });

    nothingAskedNothingThrown(visited);
  });

  test('intervals carry the error of their ends, and none of earlier inputs is shown', async () => {
    const address = { case: 'two-valleys', estimand: 'lastIn' };
    const visited = await visit(browser(), { room: 'threat', address });
    const { page, context, errors } = visited;
    const interval = page.locator('button.cell small:not(.edited)').first();
    await interval.waitFor({ timeout: 60_000 });
    await interval.click();
    const dialog = page.locator('dialog[open]');
    await dialog.getByText(' ± ').first().waitFor();
    await page.keyboard.press('Escape');
    // Whatever stands on the page between the two tables is looked at.
    await page.evaluate(() => {
      const seen = { stale: 0, old: 0 };
      Object.assign(globalThis, { seen });
      const look = () => {
        if (!document.querySelector('.threat .stale')) return;
        seen.stale += 1;
        if (document.querySelector('.threat .stale button.cell small:not(.edited)')) seen.old += 1;
      };
      new MutationObserver(look).observe(document.body, {
        subtree: true,
        childList: true,
        attributes: true,
      });
    });
    await goTo(visited, { room: 'threat', address: { ...address, 'p.offers.all': 0.5 } });
    await page.waitForFunction(() => (globalThis as { seen?: { stale: number } }).seen!.stale > 0);
    await interval.waitFor({ timeout: 60_000 });
    expect(await page.evaluate(() => (globalThis as { seen?: unknown }).seen)).toMatchObject({
      old: 0,
    });
    expect(errors).toEqual([]);
    await context.close();
  });

  test('theories stand side by side once they are computed, and how far that is is said', async () => {
    const visited = await visit(browser(), { room: 'threat' });
    const { page, texts, context, errors } = visited;
    await page.locator('.threat-progress [role="status"]').waitFor();
    await enter(visited, 'threat');
    const figure = page.locator('#threat-theories-picture');
    await figure.waitFor({ timeout: 90_000 });
    const { text } = await save(page, figure.locator('.buttons button').first());
    expect((await readSvg(page, text))!.shapes).toBeGreaterThan(50);
    const heads = await page.locator('section[aria-label] caption').allInnerTexts();
    expect(heads).toContain(texts.say('threat.leaders'));
    expect(errors).toEqual([]);
    await context.close();
  });
});
