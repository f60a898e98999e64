import { expect, test } from 'vitest';
import { executablePath } from '../../../browser/chromium.ts';
import { levelsByCommand, rounded } from './helpers/command.ts';
import { scenarioOf } from './helpers/kosovo.ts';
import { middle, movePolicy } from './helpers/moving.ts';
import { enter } from './helpers/rooms.ts';
import { figuresOf, sharedBrowser, visit } from './helpers/visit.ts';

const moves = 50;
const browser = sharedBrowser();

test.skipIf(!executablePath)(
  'moved fifty times on end, everyone’s figures change each time and are the command’s in the end',
  async () => {
    const visited = await visit(browser(), { room: 'map' });
    const { page, context, errors } = visited;
    await enter(visited, 'map');
    const { times, longestFrame } = await movePolicy(page, moves);
    expect(times).toHaveLength(moves);
    console.log(
      `a policy moved ${moves} times: middle ${Math.round(middle(times))} ms to the frame with new figures, longest frame ${Math.round(longestFrame)} ms (npm run bench:page on a quiet machine)`,
    );
    // The address follows a moment after the figures.
    const offersNow = () =>
      Number(new URLSearchParams(new URL(page.url()).hash.slice(1)).get('p.offers.all'));
    await expect.poll(offersNow, { timeout: 5000 }).toBeCloseTo(1 + moves / 10, 6);
    const offers = offersNow();
    const onPage = rounded(await figuresOf(page));
    expect(errors).toEqual([]);
    await context.close();
    const expected = await levelsByCommand(
      'kosovo-1999',
      'T1',
      scenarioOf('kosovo-1999', { 'offers.all': offers }),
    );
    expect(onPage).toEqual(Object.fromEntries(Object.keys(onPage).map((id) => [id, expected[id]])));
  },
);
