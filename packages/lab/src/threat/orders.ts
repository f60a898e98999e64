import { coalitionsOfOrders, drawOrders, sampledShapley } from '@asylia/attribution';
import { makeKeys } from '@asylia/engine';
import type { ThreatCell } from '@asylia/security';
import { tidy } from '../bands.ts';
import { coalitionRunner, coalitionsOf, startWorlds } from './runner.ts';
import type { ThreatInput } from './threatInput.ts';

/** 95th percentile of the standard normal: intervals of 90 %. */
const normal95 = 1.6448536269514722;

/**
 * Shapley values from sampled orders of the factors, in the expected run, for tables too large to
 * be run whole. The interval is that of the sampling of orders alone; first-in and last-in are
 * exact; nothing is given. Keyed: the same orders for every theory and measure.
 *
 * @param count even number of orders, at least 4: each comes with its reverse
 */
export function cellsOfOrders(input: ThreatInput, count: number): ThreatCell[] {
  const { factors } = input;
  const k = factors.length;
  const orders = drawOrders(k, count, makeKeys(input.study.seed, 0));
  const all = 2 ** k - 1;
  const alone = factors.map((_, i) => 1 << i);
  const masks = new Set([
    ...coalitionsOfOrders(orders),
    ...alone,
    ...alone.map((one) => all & ~one),
  ]);
  const worlds = startWorlds({
    study: input.study,
    world: null,
    chanceWorld: 0,
    mode: 'expected',
    draw: null,
  });
  const alternative = new Set(input.alternative);
  return input.theories.flatMap((theory) => {
    const measured = coalitionsOf(worlds, theory, factors, alternative);
    const values = new Map([...masks].map((mask) => [mask, measured(mask)]));
    const { outcomes } = coalitionRunner(worlds, theory, []);
    return outcomes.flatMap((outcome, o) => {
      const value = (mask: number) => values.get(mask)![o]!;
      const { estimate, standardError } = sampledShapley(orders, value);
      return factors.map((factor, i): ThreatCell => {
        const half = normal95 * standardError[i]!;
        return {
          theory: theory.id,
          frame: 'all',
          outcome: outcome.id,
          factor: factor.id,
          firstIn: tidy(value(alone[i]!) - value(0)),
          lastIn: tidy(value(all) - value(all & ~alone[i]!)),
          shapley: tidy(estimate[i]!),
          conditional: null,
          low90: tidy(estimate[i]! - half),
          high90: tidy(estimate[i]! + half),
          worlds: 0,
          firstInInterval: null,
          lastInInterval: null,
        };
      });
    });
  });
}
