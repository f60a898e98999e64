import { describe, expect, test } from 'vitest';
import { at, simulate } from '../src/index.ts';
import type { Sketch } from './worlds.ts';
import { smallest, worldOf } from './worlds.ts';

const expected = (sketch: Sketch) => {
  const { series } = simulate(worldOf(sketch), { seed: 0, world: 0, mode: 'expected' });
  return (name: string, day: number) =>
    series.values[series.names.indexOf(name) * series.days + day]!;
};
/** No natural deaths, no side ways: what is left is the mechanism under test. */
const bare = {
  baselineDeathsPerDay: 0.05,
  claimPerDay: 0,
  irregularPerDay: 0,
  fleeingPerExpelled: 0,
  fleeingInsidePerExpelled: 0,
  letOutShare: 1,
};

describe('closed forms in the expected mode', () => {
  test('home decays as exp(-hazard x days) when people are only expelled', () => {
    const read = expected({
      ...smallest,
      days: 7,
      parameters: bare,
      people: [{ place: 0, group: 0, situation: at.home, n: 1e5 }],
    });
    // The settlement (key 1000) is visited for natural deaths on day 6, after flight.
    const weekly = 1 - Math.exp(-(0.05 / 10_000) * 7);
    for (let day = 0; day < 7; day++) {
      const alive = 1e5 * Math.exp(-0.02 * (day + 1)) * (day < 1000 % 7 ? 1 : 1 - weekly);
      expect(read('home.group-0', day) / alive).toBeCloseTo(1, 12);
    }
  });

  test('destinations are shared by tie / (softening + km) ^ power', () => {
    const read = expected({
      ...smallest,
      days: 1,
      places: [...smallest.places, { kind: 'town', country: 2, frontierKm: 40 }],
      routes: [...smallest.routes, { from: 1, to: 4, km: 30 }],
      parameters: { ...bare, distancePower: 2, distanceSofteningKm: 10 },
    });
    const b = 1 / (10 + 80) ** 2;
    const c = 0.7 / (10 + 50) ** 2;
    const total = read('left.region.to.BBB', 0) + read('left.region.to.CCC', 0);
    expect(read('left.region.to.BBB', 0) / total).toBeCloseTo(b / (b + c), 12);
    expect(total).toBeCloseTo(1e5 * (1 - Math.exp(-0.02)), 6);
  });

  test('a queue with a throughput holds arrivals less what was let through', () => {
    const throughput = 300;
    const read = expected({
      ...smallest,
      days: 20,
      parameters: bare,
      frontier: [{ crossing: 1, from: 0, to: 19, throughput, share: 1 }],
    });
    let waiting = 0;
    for (let day = 0; day < 20; day++) {
      const arrivals = read('left.region.to.BBB', day);
      const through = Math.min(waiting + arrivals, throughput);
      waiting += arrivals - through;
      expect(read('entries.place-1', day)).toBeCloseTo(through, 8);
      expect(read('waiting.place-1', day)).toBeCloseTo(waiting, 8);
    }
  });

  test('return empties a country as the product of (1 - daily probability)', () => {
    const read = expected({
      ...smallest,
      days: 12,
      people: [
        { place: 2, group: 0, situation: at.camp, n: 1000 },
        { place: 0, group: 0, situation: at.home, n: 1 },
      ],
      violence: [],
      safeDay: [0],
      parameters: { ...bare, returnPerDay: 0.1, returnBuildUpDays: 4 },
    });
    let left = 1000;
    for (let day = 0; day < 12; day++) {
      // The camp has key 1002.
      if (day % 7 === 1002 % 7)
        left *= 1 - (1 - Math.exp(-(0.05 / 10_000) * 7 * 0.94 * (1 + 0.5 * Math.exp(-60 / 17))));
      left *= Math.exp(-0.1 * Math.min(1, (day + 1) / 4));
      expect(read('stock.BBB.group-0', day)).toBeCloseTo(left, 6);
    }
  });

  test('evacuation takes places x pace x build-up a day', () => {
    const read = expected({
      ...smallest,
      days: 10,
      parameters: { ...bare, evacuationPacePerDay: 0.02, evacuationBuildUpDays: 5 },
      people: [
        { place: 2, group: 0, situation: at.camp, n: 50_000 },
        { place: 0, group: 0, situation: at.home, n: 10 },
      ],
      offers: [
        {
          id: 'o',
          programme: 'evacuation',
          statePlace: 3,
          fromCountry: 1,
          fromDay: 2,
          toDay: 10,
          places: 1000,
        },
      ],
    });
    let sum = 0;
    for (let day = 0; day < 10; day++) {
      if (day >= 2) sum += 1000 * 0.02 * Math.min(1, (day - 1) / 5);
      expect(read('evacuated', day)).toBeCloseTo(sum, 9);
    }
  });
});

test('the mean of sampled worlds is the expected world, within six standard errors', () => {
  const sketch: Sketch = {
    ...smallest,
    people: [{ place: 0, group: 0, situation: at.home, n: 2000 }],
    parameters: { campaignSpread: 0, dayToDaySpread: 0 },
  };
  const world = worldOf(sketch);
  const n = 400;
  const runs = Array.from(
    { length: n },
    (_, w) => simulate(world, { seed: 5, world: w, mode: 'sampled' }).series,
  );
  const mean = simulate(world, { seed: 5, world: 0, mode: 'expected' }).series;
  for (const name of ['stock.BBB.group-0', 'home.group-0', 'idp.group-0', 'outflow']) {
    const at20 = mean.names.indexOf(name) * mean.days + 20;
    const values = runs.map((r) => r.values[at20]!);
    const m = values.reduce((a, b) => a + b, 0) / n;
    const sd = Math.sqrt(values.reduce((s, x) => s + (x - m) ** 2, 0) / (n - 1));
    expect(Math.abs(m - mean.values[at20]!)).toBeLessThan((6 * sd) / Math.sqrt(n) + 1e-9);
  }
});

test('on a share of days nobody is let out at a crossing; whoever was held comes later', () => {
  const days = 40;
  const world = worldOf({ ...smallest, days, parameters: { ...bare, letOutShare: 0.4 } });
  let shut = 0;
  let seen = 0;
  for (let number = 0; number < 300; number++) {
    const { series } = simulate(world, { seed: 5, world: number, mode: 'sampled' });
    const entries = series.names.indexOf('entries.place-1') * days;
    const road = series.names.indexOf('road.group-0') * days;
    for (let day = 5; day < days; day++) {
      seen += 1;
      if (series.values[entries + day] === 0) {
        shut += 1;
        // Those who came in vain are on the road still, besides whoever set out.
        expect(series.values[road + day]!).toBeGreaterThan(0);
      }
    }
  }
  const share = shut / seen;
  expect(Math.abs(share - 0.6)).toBeLessThan(6 * Math.sqrt((0.6 * 0.4) / seen));
  // In the mean one of letOutShare comes at once, the next of what is left, and so on.
  const { series } = simulate(world, { seed: 0, world: 0, mode: 'expected' });
  const open = simulate(worldOf({ ...smallest, days, parameters: bare }), {
    seed: 0,
    world: 0,
    mode: 'expected',
  }).series;
  const entries = (list: typeof series, day: number) =>
    list.values[list.names.indexOf('entries.place-1') * days + day]!;
  for (let day = 0; day < days; day++) {
    let later = 0;
    for (let back = 0; back <= day; back++) later += entries(open, day - back) * 0.4 * 0.6 ** back;
    expect(entries(series, day)).toBeCloseTo(later, 6);
  }
});
