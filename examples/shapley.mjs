// How much did each factor contribute? The Shapley value of any table of outcomes.
//
//   node shapley.mjs
//
// You have k factors, each on or off, and the outcome v of each of the 2^k combinations. A
// combination is a number: bit 0 = the first factor on, bit 1 = the second, and so on. What the
// outcomes are of (persons, money, votes) makes no difference.

import {
  drawOrders,
  exceeds,
  firstIn,
  lastIn,
  owen,
  pairInteractions,
  responsibility,
  sampledShapley,
  shapley,
} from '@asylia/attribution';
import { makeKeys } from '@asylia/engine';

// Three airlines need runways of 1, 3 and 6 km; a runway that suits the largest suits all.
const runwayKm = [1, 3, 6];
const k = runwayKm.length;
const v = Float64Array.from({ length: 2 ** k }, (_, mask) =>
  Math.max(0, ...runwayKm.filter((_, i) => mask & (1 << i))),
);

const show = (values) => Array.from(values, (x) => x.toFixed(4)).join(' ');

// Alone: what the factor does when nothing else acts. But for: what is gone without it.
console.log(`alone: ${show(firstIn(v, k))}`);
console.log(`but for: ${show(lastIn(v, k))}`);

// Shapley: the mean of what a factor adds over all orders of entering. Adds up to v(all) - v(none).
// Here: the first km is shared by three, the next two by two, the last three are the third's own.
console.log(`Shapley: ${show(shapley(v, k))}`);

// Above 0 two factors do more together than apart; below 0 one stands in for the other.
console.log(`interaction of the last two: ${pairInteractions(v, k)[1 * k + 2].toFixed(4)}`);

// Two airlines that belong to one company enter together.
console.log(`Owen, the first two as one: ${show(owen(v, k, [[0, 1], [2]]))}`);

// A yes-or-no question: was a runway of more than 2 km needed? How responsible is each for a yes?
const degrees = responsibility(exceeds(v, 2), k).map((one) => one.degree);
console.log(`responsibility for more than 2 km: ${show(degrees)}`);

// With 24 factors there are 16 million combinations. Sampled orders of entering ask for a few
// hundred of them, and say how far off the answer may be.
const weights = Array.from({ length: 24 }, (_, i) => i + 1);
const outcome = (mask) => {
  const on = weights.filter((_, i) => mask & (1 << i));
  return on.reduce((sum, weight) => sum + weight, 0) ** 2 / 300;
};
const orders = drawOrders(weights.length, 40, makeKeys(1, 0));
const { estimate, standardError, coalitions } = sampledShapley(orders, outcome);
const total = estimate.reduce((sum, x) => sum + x, 0);
console.log(`sampled, ${coalitions} combinations asked, sum: ${total.toFixed(4)}`);
console.log(
  `the largest: ${estimate[23].toFixed(4)}, standard error ${standardError[23].toFixed(4)}`,
);
