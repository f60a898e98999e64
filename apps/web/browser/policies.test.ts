import { describe, expect, test } from 'vitest';
import { executablePath } from '../../../browser/chromium.ts';
import { levelsByCommand, rounded } from './helpers/command.ts';
import { scenarioOf } from './helpers/kosovo.ts';
import { builtLanguages } from './helpers/languages.ts';
import { controlOf } from './helpers/policies.ts';
import {
  figuresOf,
  nothingAskedNothingThrown,
  sharedBrowser,
  sharedVisit,
  untilChanged,
  visit,
} from './helpers/visit.ts';

describe.skipIf(!executablePath)('a policy is moved', () => {
  const browser = sharedBrowser();

  describe.each(builtLanguages())('in %s', (language) => {
    const visited = sharedVisit(browser, { language });
    const reset = async () => {
      const { page, texts } = visited();
      await page.getByRole('button', { name: texts.say('policies.putAllBack') }).click();
      await page.waitForFunction(
        () => document.querySelectorAll('.measure:not(.same)').length === 0,
      );
    };

    test('by its button, and everyone’s security changes', async () => {
      const { page } = visited();
      const was = await figuresOf(page);
      const control = await controlOf(page, 'offers.all');
      await control.locator('button[slot="increment"]').click();
      const now = await untilChanged(
        page,
        'individuals.excessDeaths',
        was['individuals.excessDeaths']!,
      );
      expect(now).toBeLessThan(was['individuals.excessDeaths']!);
      expect(await control.locator('input[inputmode]').inputValue()).toBe('1.1');
      expect(new URL(page.url()).hash).toContain('p.offers.all=1.1');
    });

    test('by typing a number into it', async () => {
      const { page } = visited();
      const was = await figuresOf(page);
      const box = (await controlOf(page, 'offers.all')).locator('input[inputmode]');
      await box.fill('5');
      await box.press('Enter');
      await untilChanged(page, 'individuals.excessDeaths', was['individuals.excessDeaths']!);
      expect(new URL(page.url()).hash).toContain('p.offers.all=5');
    });

    test('by the keyboard on its slider', async () => {
      const { page } = visited();
      const was = await figuresOf(page);
      const slider = (await controlOf(page, 'offers.all')).locator('input[type="range"]');
      await slider.focus();
      await page.keyboard.press('Home');
      const now = await untilChanged(
        page,
        'individuals.excessDeaths',
        was['individuals.excessDeaths']!,
      );
      expect(now).toBeGreaterThan(was['individuals.excessDeaths']!);
      expect(await slider.inputValue()).toBe('0');
    });

    test('and reset by itself, to exactly what it was', async () => {
      const { page, texts } = visited();
      const control = await controlOf(page, 'offers.all');
      await control.getByRole('button', { name: texts.say('reset') }).click();
      await page.waitForFunction(
        () => document.querySelectorAll('.measure:not(.same)').length === 0,
      );
      // A control that is changed writes the address less often than the figures change.
      await expect.poll(() => new URL(page.url()).hash).not.toContain('p.offers');
    });

    test('by choosing among rules', async () => {
      const { page } = visited();
      const was = await figuresOf(page);
      const control = await controlOf(page, 'frontier.MKD');
      await control.locator('select').selectOption('closed');
      await untilChanged(page, 'host.unrest.MKD', was['host.unrest.MKD']!);
      expect(await page.locator('.movedcount').count()).toBe(1);
      await reset();
      expect(await figuresOf(page)).toEqual(was);
    });

    test('a limit a day appears where the rule is a limit', async () => {
      const { page } = visited();
      expect(await page.locator('[data-policy="frontier.ALB.perDay"]').count()).toBe(0);
      const control = await controlOf(page, 'frontier.ALB');
      await control.locator('select').selectOption('limited');
      await page.locator('[data-policy="frontier.ALB.perDay"] input[inputmode]').waitFor();
      await reset();
    });

    test('all at once by beginning with a scenario, which says what it is', async () => {
      const { page, texts } = visited();
      const was = await figuresOf(page);
      await page.getByLabel(texts.say('policies.scenario')).selectOption('fyrm-closed');
      await untilChanged(page, 'host.unrest.MKD', was['host.unrest.MKD']!);
      expect((await page.locator('.scenario .note').innerText()).length).toBeGreaterThan(10);
      await reset();
      expect(await figuresOf(page)).toEqual(was);
    });

    test('each control says what it was in the record, with its sources', async () => {
      const { page } = visited();
      const control = await controlOf(page, 'offers.DEU');
      await control.locator('.behind summary').click();
      expect(await control.locator('.behind li').first().innerText()).toContain('offers.csv');
      expect(await control.locator('.amount > .note').innerText()).toMatch(/\d/);
    });

    nothingAskedNothingThrown(visited);
  });

  test('arrows go as the numbers go, and measures that change out of sight are counted', async () => {
    const { page, context } = await visit(browser(), { address: { 'p.offers.all': 2 } });
    const changes = await page.locator('.measure:not(.same) .change').allInnerTexts();
    expect(changes.length).toBeGreaterThan(2);
    for (const change of changes) expect(change).toMatch(/^(▲ \+|▼ -)\d/);
    const albania = page.locator('[data-object="neighbour:ALB"]');
    const told = Number.parseInt(await albania.locator('.others').innerText(), 10);
    await page.locator('.everyone-head button').click();
    const edited = await albania.locator('.measure:not(.same)').count();
    const isFirstEdited = await albania.locator('.measure').first().locator('.change').innerText();
    expect(told).toBe(edited - (/^[▲▼]/.test(isFirstEdited) ? 1 : 0));
    expect(await page.locator('.others').count()).toBe(0);
    await context.close();
  });

  test('on a telephone what a control does is one press away', async () => {
    const { page, context, texts } = await visit(browser(), { width: 360, height: 740 });
    const see = page.getByRole('button', { name: texts.say('policies.see') });
    await page.getByRole('button', { name: texts.say('policies.show') }).click();
    expect(await see.count()).toBe(0);
    const control = await controlOf(page, 'offers.all');
    await control.locator('button[slot="increment"]').click();
    await see.click();
    const { y } = (await page.locator('#security').boundingBox())!;
    // A browser scrolls to parts of a pixel.
    expect(Math.round(y)).toBeGreaterThanOrEqual(0);
    expect(y).toBeLessThan(200);
    await context.close();
  });

  test('a link carries it: whoever opens the address sees the same figures', async () => {
    const first = await visit(browser(), {
      address: { 'p.offers.all': 2, 'p.frontier.MKD': 'open', seed: 7 },
    });
    const second = await visit(browser(), { address: { seed: 7 } });
    const was = await figuresOf(second.page);
    await (await controlOf(second.page, 'frontier.MKD')).locator('select').selectOption('open');
    const box = (await controlOf(second.page, 'offers.all')).locator('input[inputmode]');
    const between = await untilChanged(second.page, 'host.unrest.MKD', was['host.unrest.MKD']!);
    await box.fill('2');
    await box.press('Enter');
    await untilChanged(second.page, 'host.unrest.MKD', between);
    expect(await figuresOf(second.page)).toEqual(await figuresOf(first.page));
    await Promise.all([first.context.close(), second.context.close()]);
  });

  test.each([
    ['as it was', {}, undefined],
    [
      'offers doubled, FYR Macedonia closed',
      { 'offers.all': 2, 'frontier.MKD': 'closed' },
      undefined,
    ],
    [
      'many moved, under a scenario',
      { 'supply.all': 1.5, 'offers.DEU': 40000 },
      'borders-stay-open',
    ],
  ] as const)(
    '%s: every figure is that of the command, to the last digit that it writes',
    async (_, settings, scenario) => {
      const edited = Object.fromEntries(
        Object.entries(settings).map(([id, value]) => [`p.${id}`, value]),
      );
      const { page, context, texts } = await visit(browser(), {
        address: { ...edited, ...(scenario ? { scenario } : {}) },
      });
      await page.getByRole('button', { name: texts.say('security.more') }).click();
      const onPage = await figuresOf(page);
      await context.close();
      const given = Object.keys(settings).length > 0 || scenario;
      const expected = await levelsByCommand(
        'kosovo-1999',
        'T1',
        given ? scenarioOf('kosovo-1999', settings, scenario) : 'as-it-was',
      );
      expect(Object.keys(onPage).length).toBeGreaterThan(30);
      expect(rounded(onPage)).toEqual(
        Object.fromEntries(Object.keys(onPage).map((id) => [id, expected[id]])),
      );
    },
  );
});
