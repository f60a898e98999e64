import type { NumberStyle } from './language.ts';

/** Numbers as a language writes them; the machine's own language is never asked. */
export interface Numbers {
  /** 443800 -> 443,800. */
  readonly count: (x: number) => string;
  /** Whole numbers from 10 up with separators, smaller ones with three significant digits. */
  readonly figure: (x: number) => string;
  /** Short form for axes: 250k, 1.5m. */
  readonly short: (x: number) => string;
  /** So many digits behind the sign, no groups: 0.150. */
  readonly fixed: (x: number, decimals: number) => string;
  /** 12,630; -0.031; 0, with a plus before what is more. */
  readonly signed: (x: number) => string;
  /** For narrow cells: +12.6k, +30.6m, -0.031; 0. */
  readonly compact: (x: number) => string;
  /** 0.156 -> 16 %; with decimals 15.6 %. */
  readonly percent: (share: number, decimals?: number) => string;
  /** Too little to be written as a number: about 0. */
  readonly aboutZero: () => string;
  /** A number as it is, with the signs of the language. */
  readonly plain: (x: number) => string;
}

type Sign = 'negative' | 'positive' | null;

export function numbersIn(style: NumberStyle): Numbers {
  const inDigits = digitsIn(style);
  const withSign = (digits: string, sign: Sign) =>
    sign === null ? digits : style[sign].replace('{n}', digits);
  /** 1.5e-7, -12.5: as a program writes it, to the signs of the language. */
  const written = (text: string) =>
    withSign(
      inDigits(text.replace(/^-/, '').replace('.', style.decimal)),
      text.startsWith('-') ? 'negative' : null,
    );
  const plain = (x: number) => written(String(x));
  const fixed = (x: number, decimals: number) => written(x.toFixed(decimals));
  /** Whole number without its sign, in groups of three digits. */
  const grouped = (x: number) => {
    const whole = String(Math.abs(Math.round(x)));
    return inDigits(
      whole.length < style.groupFromDigits
        ? whole
        : whole.replace(/\B(?=(\d{3})+(?!\d))/g, style.group),
    );
  };
  const count = (x: number) =>
    Number.isFinite(x) ? withSign(grouped(x), Math.round(x) < 0 ? 'negative' : null) : '-';
  const figure = (x: number) => {
    if (!Number.isFinite(x)) return '-';
    return Math.abs(x) >= 10 || Number.isInteger(x) ? count(x) : plain(Number(x.toPrecision(3)));
  };
  const shortened = (x: number, sign: Sign) => {
    const size = Math.abs(x);
    const three = (n: number) => withSign(plain(Number(n.toPrecision(3))), sign);
    if (size >= 1e6) return `${three(size / 1e6)}${style.million}`;
    if (size >= 1e3) return `${three(size / 1e3)}${style.thousand}`;
    return three(size);
  };
  return {
    count,
    figure,
    fixed,
    plain,
    short: (x) => shortened(x, x < 0 ? 'negative' : null),
    signed: (x) => (x > 0 ? withSign(figure(x), 'positive') : figure(x)),
    compact: (x) => shortened(x, x > 0 ? 'positive' : x < 0 ? 'negative' : null),
    percent: (share, decimals = 0) => {
      if (!Number.isFinite(share)) return '-';
      const n = decimals > 0 ? fixed(100 * share, decimals) : plain(Math.round(100 * share));
      return style.percent.replace('{n}', n);
    },
    aboutZero: () => style.about.replace('{n}', plain(0)),
  };
}

/** Text with its digits as the language writes them. */
export const digitsIn =
  ({ digits }: NumberStyle) =>
  (text: string): string =>
    digits === '0123456789' ? text : text.replace(/\d/g, (d) => digits[Number(d)]!);
