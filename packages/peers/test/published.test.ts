import { readdirSync, readFileSync } from 'node:fs';
import {
  attractionFor,
  averagedRelativeDifference,
  baselines,
  coverage,
  predict,
  regimes,
} from '@asylia/destinations';
import { runJourneys } from '@asylia/peers';
import { describe, expect, test } from 'vitest';
import { outsideData } from '../../engine/test/outsideData.ts';
import { fleeValidation, networkOf, reachOf, readFlee } from '../src/index.ts';

const root = outsideData('flee/')!;
const isHere = root !== null;

function conflict(name: string) {
  const files = new Map<string, Uint8Array>();
  for (const part of ['input_csv', 'source_data']) {
    for (const file of readdirSync(new URL(`${name}/${part}`, root))) {
      files.set(`${part}/${file}`, readFileSync(new URL(`${name}/${part}/${file}`, root)));
    }
  }
  const result = readFlee(name, files);
  if ('faults' in result) throw new Error(JSON.stringify(result.faults.slice(0, 3)));
  return { flee: result.flee, reach: reachOf(result.flee) };
}

/** Averaged relative difference of the peer as measured, as given and without capacities. */
const measured = {
  mali2012: [0.345, 0.832],
  burundi2015: [0.518, 0.823],
  car2013: [0.332, 0.744],
  ssudan2013: [0.511, 0.81],
} as const;

describe.skipIf(!isHere).each(Object.entries(measured))('%s', (name, [asGiven, blindly]) => {
  const one = isHere ? conflict(name).reach : (null as never);

  test('under the rules of the peer we get what it gets: the error within 0.02, the shares within 2 points', () => {
    const { flee } = conflict(name);
    const { observed, campPlace } = one;
    const network = networkOf(flee, observed);
    const { people } = runJourneys(network, fleeValidation, {
      seed: 1,
      world: 0,
      mode: 'expected',
    });
    const model = new Float64Array(campPlace.length * flee.days);
    campPlace.forEach((place, c) => {
      model.set(people.subarray(place * flee.days, (place + 1) * flee.days), c * flee.days);
    });
    expect(Math.abs(averagedRelativeDifference(model, observed) - asGiven)).toBeLessThan(0.02);
    const lines = readFileSync(new URL(`${name}/reference/flee-3-daily-mean.csv`, root), 'utf8')
      .trim()
      .split(/\r?\n/);
    const head = lines[0]!.split(',');
    const last = lines.at(-1)!.split(',').map(Number);
    const theirs = observed.camps.map((camp) => last[head.indexOf(camp)]!);
    const ours = observed.camps.map((_, c) => model[c * flee.days + flee.days - 1]!);
    const sum = (list: number[]) => list.reduce((a, b) => a + b, 0);
    ours.forEach((n, c) => {
      expect(Math.abs(n / sum(ours) - theirs[c]! / sum(theirs)), observed.camps[c]).toBeLessThan(
        0.02,
      );
    });
  });

  test('blind, fitted without it, we are nearer than the peer without capacities and than every naive predictor', () => {
    const ours = averagedRelativeDifference(
      predict(one, attractionFor(one.observed.camps), { kind: 'blind' }),
      one.observed,
    );
    expect(ours).toBeLessThan(blindly);
    for (const naive of Object.values(baselines(one, { kind: 'blind' }))) {
      expect(ours).toBeLessThan(averagedRelativeDifference(naive, one.observed));
    }
  });

  test('with capacities as given, fitted without it, we are nearer than the peer and than shares by capacity', () => {
    const regime = { kind: 'given' } as const;
    const ours = averagedRelativeDifference(
      predict(one, attractionFor(one.observed.camps), regime),
      one.observed,
    );
    expect(ours).toBeLessThan(asGiven);
    for (const naive of Object.values(baselines(one, regime))) {
      expect(ours).toBeLessThan(averagedRelativeDifference(naive, one.observed));
    }
  });

  test.each(regimes)('bands of %o, fitted without it, hold four fifths and more', (regime) => {
    const worlds = Array.from({ length: 60 }, (_, world) =>
      predict(one, attractionFor(one.observed.camps), regime, 1999, world),
    );
    const from = regime.kind === 'after' ? regime.days + 1 : 1;
    expect(coverage(worlds, one.observed, 0.9, from)).toBeGreaterThan(0.78);
  });

  test('after thirty days we are nearer than the shares of day thirty', () => {
    const regime = { kind: 'after', days: 30 } as const;
    const ours = averagedRelativeDifference(
      predict(one, attractionFor(one.observed.camps), regime),
      one.observed,
    );
    const kept = baselines(one, regime)['shares of day 30']!;
    expect(ours).toBeLessThan(averagedRelativeDifference(kept, one.observed));
  });
});
