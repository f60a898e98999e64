import { highWord, powerOfTwo } from './bits.ts';

// Method and coefficients of fdlibm's e_log.c:
// Copyright (C) 1993 by Sun Microsystems, Inc. All rights reserved.
// Permission to use, copy, modify, and distribute this software is freely granted,
// provided that this notice is preserved.
const ln2High = 6.9314718036912381649e-1;
const ln2Low = 1.90821492927058770002e-10;
const two54 = 18014398509481984;
const l1 = 6.66666666666673513e-1;
const l2 = 3.999999999940941908e-1;
const l3 = 2.857142874366239149e-1;
const l4 = 2.222219843214978396e-1;
const l5 = 1.818357216161805012e-1;
const l6 = 1.531383769920937332e-1;
const l7 = 1.479819860511658591e-1;

/** Natural logarithm from the four operations alone: the same bits on every engine. */
export function log(x: number): number {
  if (!(x > 0)) return x === 0 ? Number.NEGATIVE_INFINITY : Number.NaN;
  if (x === Number.POSITIVE_INFINITY) return x;
  let k = 0;
  let y = x;
  if (y < 2.2250738585072014e-308) {
    k = -54;
    y *= two54;
  }
  let hx = highWord(y);
  const k0 = (hx >> 20) - 1023;
  hx &= 0xfffff;
  const carry = (hx + 0x95f64) & 0x100000;
  const scale = k0 + (carry >> 20);
  y *= powerOfTwo(-scale);
  k += scale;
  const f = y - 1;
  if ((0xfffff & (2 + hx)) < 3) {
    if (f === 0) return k * ln2High + k * ln2Low;
    const r = f * f * (0.5 - 0.3333333333333333 * f);
    return k === 0 ? f - r : k * ln2High - (r - k * ln2Low - f);
  }
  const s = f / (2 + f);
  const z = s * s;
  const w = z * z;
  const r = z * (l1 + w * (l3 + w * (l5 + w * l7))) + w * (l2 + w * (l4 + w * l6));
  if (((hx - 0x6147a) | (0x6b851 - hx)) > 0) {
    const half = 0.5 * f * f;
    return k === 0
      ? f - (half - s * (half + r))
      : k * ln2High - (half - (s * (half + r) + k * ln2Low) - f);
  }
  return k === 0 ? f - s * (f - r) : k * ln2High - (s * (f - r) - k * ln2Low - f);
}
