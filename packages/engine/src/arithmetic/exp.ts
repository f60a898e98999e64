import { powerOfTwo } from './bits.ts';

// Method and coefficients of fdlibm's e_exp.c:
// Copyright (C) 2004 by Sun Microsystems, Inc. All rights reserved.
// Permission to use, copy, modify, and distribute this software is freely granted,
// provided that this notice is preserved.
const ln2High = 6.9314718036912381649e-1;
const ln2Low = 1.90821492927058770002e-10;
const inverseLn2 = 1.442695040888963387;
const p1 = 1.66666666666666019037e-1;
const p2 = -2.77777777770155933842e-3;
const p3 = 6.61375632143793436117e-5;
const p4 = -1.6533902205465251539e-6;
const p5 = 4.13813679705723846039e-8;

/** Natural exponential from the four operations alone: the same bits on every engine. */
export function exp(x: number): number {
  if (!(x < 709.782712893384)) return x !== x ? x : Number.POSITIVE_INFINITY;
  if (x < -745.1332191019411) return 0;
  const k =
    x > 0.34657359027997264 || x < -0.34657359027997264
      ? Math.trunc(inverseLn2 * x + (x < 0 ? -0.5 : 0.5))
      : 0;
  const high = x - k * ln2High;
  const low = k * ln2Low;
  const r = high - low;
  const t = r * r;
  const c = r - t * (p1 + t * (p2 + t * (p3 + t * (p4 + t * p5))));
  if (k === 0) return 1 - ((r * c) / (c - 2) - r);
  const y = 1 - (low - (r * c) / (2 - c) - high);
  if (k === 1024) return y * 2 * powerOfTwo(1023);
  return k >= -1021 ? y * powerOfTwo(k) : y * powerOfTwo(k + 1000) * powerOfTwo(-1000);
}
