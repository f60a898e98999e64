import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { executablePath } from '../../../browser/chromium.ts';
import { main } from '../../cli/src/main.ts';
import { realEffects } from '../../cli/src/realEffects.ts';
import type { Effects } from '../../cli/src/shell/effects.ts';
import { allRooms, enter } from './helpers/rooms.ts';
import type { Visit } from './helpers/visit.ts';
import { elsewhere, figuresOf, sharedBrowser, visit } from './helpers/visit.ts';

/** Where the command looks for the built page; here it is given the one that was built for the tests. */
const shipped = fileURLToPath(new URL('../dist', import.meta.url));

describe.skipIf(!executablePath)('the page over `asylia open`', () => {
  const browser = sharedBrowser();
  let address = '';
  let stop = () => {};
  let ended: Promise<number>;
  let visited: Visit;

  beforeAll(async () => {
    const built = (path: string) =>
      path.startsWith(shipped) ? join(inject('pageFolder'), path.slice(shipped.length)) : path;
    address = await new Promise<string>((resolve) => {
      const effects: Effects = {
        ...realEffects,
        out: (text) => resolve(text.trim()),
        err: () => {},
        list: (folder) => realEffects.list(built(folder)),
        isFolder: (path) => realEffects.isFolder(built(path)),
        read: (path) => realEffects.read(built(path)),
        onInterrupt: (interrupt) => {
          stop = interrupt;
          return () => {};
        },
      };
      ended = main(['open', '--no-browser', '--case', 'two-valleys'], effects);
    });
    visited = await visit(browser(), {
      from: address.replace(/#.*$/, ''),
      address: { case: 'two-valleys' },
    });
  });
  afterAll(() => visited?.context.close());

  test('opens with the case that was asked for, and every room is there', async () => {
    expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/#case=two-valleys$/);
    expect(Object.keys(await figuresOf(visited.page)).length).toBeGreaterThan(4);
    for (const room of allRooms) await enter(visited, room);
  });

  test('asks nobody but the server on this machine, and throws nothing', () => {
    expect(elsewhere(visited, new URL(address).origin)).toEqual([]);
    expect(visited.errors).toEqual([]);
  });

  test('goes on when the server is stopped: what was loaded computes', async () => {
    stop();
    expect(await ended).toBe(0);
    const { page } = visited;
    const was = await figuresOf(page);
    await page
      .locator('.scenario select')
      .or(page.locator('[data-policy] input[inputmode]'))
      .first()
      .waitFor();
    const box = page.locator('[data-policy="offers.all"] input[inputmode]');
    await box.fill('4');
    await box.press('Enter');
    await page.waitForFunction(
      (before) =>
        [...document.querySelectorAll('[data-outcome]')].some(
          (one) =>
            Number(one.getAttribute('data-value')) !== before[one.getAttribute('data-outcome')!],
        ),
      was,
    );
  });
});
