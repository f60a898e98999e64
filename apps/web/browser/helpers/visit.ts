import { pathToFileURL } from 'node:url';
import type { LanguageId } from '@asylia/words';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { executablePath, launch } from '../../../../browser/chromium.ts';
import type { RoomId } from '../../src/state/state.ts';
import type { Texts } from '../../src/texts.ts';
import { textsOf } from './languages.ts';

export interface VisitOptions {
  readonly language?: LanguageId;
  readonly room?: RoomId;
  /** Further parts of the address: scenario, worlds, p.offers.scale and so on. */
  readonly address?: Readonly<Record<string, string | number>>;
  readonly width?: number;
  readonly height?: number;
  readonly colorScheme?: 'light' | 'dark';
  /** Where the page is opened from; the files as they were built when not given. */
  readonly from?: string;
  /** Cut the network before the page is opened. */
  readonly offline?: boolean;
}

/** One person looking at the page, and everything that the page asked for or complained of. */
export interface Visit {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly texts: Texts;
  /** Addresses that the page asked for. */
  readonly requests: readonly string[];
  /** Errors thrown or printed. */
  readonly errors: readonly string[];
}

/**
 * Few worlds where no test looks at them: they are simulated while the test waits for something
 * else.
 */
const fewWorlds = 4;

/** Address of the page with a state behind it. */
export function addressOf({ language = 'en', room, address = {}, from }: VisitOptions): string {
  const query = new URLSearchParams({ worlds: String(fewWorlds) });
  if (room) query.set('room', room);
  if (language !== 'en') query.set('lang', language);
  for (const [name, value] of Object.entries(address)) query.set(name, String(value));
  const start = from ?? pathToFileURL(`${inject('pageFolder')}/index.html`).href;
  return `${start}#${query}`;
}

/** Opens the page in a window of its own and waits until the crisis has been simulated once. */
export async function visit(browser: Browser, options: VisitOptions = {}): Promise<Visit> {
  const { width = 1280, height = 900, colorScheme = 'light', language = 'en' } = options;
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme,
    acceptDownloads: true,
    reducedMotion: 'reduce',
  });
  context.setDefaultTimeout(20_000);
  if (options.offline) await context.setOffline(true);
  const page = await context.newPage();
  const requests: string[] = [];
  const errors: string[] = [];
  context.on('request', (request) => requests.push(request.url()));
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  await page.goto(addressOf(options));
  await untilRun(page);
  if (language !== 'en') await page.waitForSelector(`html[lang="${language}"]`);
  return { page, context, texts: textsOf(language), requests, errors };
}

/** Waits until figures of everyone's security stand on the page. */
export async function untilRun(page: Page): Promise<void> {
  await page.waitForSelector('[data-outcome]');
}

/** Goes to another state by its address, in the same window. */
export async function goTo({ page }: Visit, options: VisitOptions): Promise<void> {
  const hash = new URL(addressOf(options)).hash;
  await page.evaluate((next) => {
    location.hash = next;
  }, hash);
  const { language = 'en', room } = options;
  await page.waitForSelector(`html[lang="${language}"]`);
  if (room) await roomTab(page, room).and(page.locator('[aria-selected="true"]')).waitFor();
  await untilRun(page);
}

/** The tab of a room, by its key: the same in every language. */
export function roomTab(page: Page, room: RoomId): Locator {
  return page.locator(`[role="tab"][data-key="${room}"]`);
}

/** A browser for the tests of one file or describe; none where there is no Chromium. */
export function sharedBrowser(): () => Browser {
  let browser: Browser;
  beforeAll(async () => {
    if (executablePath) browser = await launch();
  });
  afterAll(() => browser?.close());
  return () => browser;
}

/**
 * One window for the tests of a describe; at its end the page must have asked nobody anything
 * and thrown nothing.
 */
export function sharedVisit(browser: () => Browser, options: VisitOptions = {}): () => Visit {
  let one: Visit;
  beforeAll(async () => {
    one = await visit(browser(), options);
  });
  afterAll(() => one?.context.close());
  return () => one;
}

/** A test for the end of a describe. */
export function nothingAskedNothingThrown(visited: () => Visit): void {
  test('nothing was asked of any network and nothing was thrown', () => {
    expect(elsewhere(visited())).toEqual([]);
    expect(visited().errors).toEqual([]);
  });
}

/** What was asked of others than the page's own files. */
export function elsewhere({ requests }: Visit, own = 'file:'): string[] {
  return requests.filter((url) => ![own, 'data:', 'blob:'].some((start) => url.startsWith(start)));
}

/** Figures of everyone's security that stand on the page, by measure. */
export function figuresOf(page: Page): Promise<Record<string, number>> {
  return page.$$eval('[data-outcome]', (all) =>
    Object.fromEntries(
      all.map((one) => [one.getAttribute('data-outcome')!, Number(one.getAttribute('data-value'))]),
    ),
  );
}

/** Waits until a figure of everyone's security is another one than before. */
export async function untilChanged(page: Page, outcome: string, before: number): Promise<number> {
  const found = await page.waitForFunction(
    ([id, was]) => {
      const now = Number(
        document.querySelector(`[data-outcome="${id}"]`)?.getAttribute('data-value'),
      );
      return Math.abs(now - was) > 1e-9 ? { now } : null;
    },
    [outcome, before] as const,
  );
  return (await found.jsonValue())!.now;
}
