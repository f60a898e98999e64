import { language } from './languages.ts';

/** 443800 -> 443,800. In the language of now; does not ask the machine for its own. */
export function count(x: number): string {
  return Number.isFinite(x) ? withSign(grouped(x), Math.round(x) < 0 ? 'negative' : null) : '-';
}

/** Whole numbers from 10 up with separators, smaller ones with three significant digits. */
export function figure(x: number): string {
  if (!Number.isFinite(x)) return '-';
  return Math.abs(x) >= 10 || Number.isInteger(x) ? count(x) : plain(Number(x.toPrecision(3)));
}

/** Short form for axes: 250k, 1.5m. */
export function short(x: number): string {
  return shortened(x, x < 0 ? 'negative' : null);
}

/** So many digits behind the sign, no groups: 0.150. */
export function fixed(x: number, decimals: number): string {
  return written(x.toFixed(decimals));
}

/** 12,630; -0.031; 0. */
export function signed(x: number): string {
  return x > 0 ? withSign(figure(x), 'positive') : figure(x);
}

/** For narrow cells: +12.6k, +30.6m, -0.031; 0. */
export function compact(x: number): string {
  return shortened(x, x > 0 ? 'positive' : x < 0 ? 'negative' : null);
}

/** 0.156 -> 16 %; with decimals 15.6 %. */
export function percent(share: number, decimals = 0): string {
  if (!Number.isFinite(share)) return '-';
  const n = decimals > 0 ? fixed(100 * share, decimals) : plain(Math.round(100 * share));
  return language().numbers.percent.replace('{n}', n);
}

/** Too little to be written as a number: about 0. */
export function aboutZero(): string {
  return language().numbers.about.replace('{n}', plain(0));
}

/** A number as it is, with the signs of the language. */
export function plain(x: number): string {
  return written(String(x));
}

/** Whole number without its sign, in groups of three digits. */
function grouped(x: number): string {
  const { group, groupFromDigits } = language().numbers;
  const whole = String(Math.abs(Math.round(x)));
  return inDigits(
    whole.length < groupFromDigits ? whole : whole.replace(/\B(?=(\d{3})+(?!\d))/g, group),
  );
}

function shortened(x: number, sign: Sign): string {
  const { thousand, million } = language().numbers;
  const size = Math.abs(x);
  const three = (n: number) => withSign(plain(Number(n.toPrecision(3))), sign);
  if (size >= 1e6) return `${three(size / 1e6)}${million}`;
  if (size >= 1e3) return `${three(size / 1e3)}${thousand}`;
  return three(size);
}

/** 1.5e-7, -12.5: as a program writes it, to the signs of the language. */
function written(text: string): string {
  const digits = inDigits(text.replace(/^-/, '').replace('.', language().numbers.decimal));
  return withSign(digits, text.startsWith('-') ? 'negative' : null);
}

type Sign = 'negative' | 'positive' | null;

function withSign(digits: string, sign: Sign): string {
  return sign === null ? digits : language().numbers[sign].replace('{n}', digits);
}

function inDigits(text: string): string {
  const { digits } = language().numbers;
  return digits === '0123456789' ? text : text.replace(/\d/g, (d) => digits[Number(d)]!);
}

/** First letter small, so that a title can stand inside a sentence; names keep theirs. */
export function inSentence(title: string): string {
  return /^[A-ZÀ-ÖØ-Þ](?:['’]?[a-zà-öø-ÿ])/.test(title)
    ? title[0]!.toLowerCase() + title.slice(1)
    : title;
}

/** Exclusion by wider states, at the start of a sentence. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** a; b; c, as the language puts a list. */
export function listed(parts: readonly string[], kind: 'parts' | 'items' = 'parts'): string {
  return parts.join(language().lists[kind]);
}

/** 1999-06-07 -> 7 June 1999. */
export function longDate(iso: string): string {
  return dated(iso, language().dates.long, language().months.long);
}

/** 1999-06-07 -> 7 Jun. */
export function shortDate(iso: string): string {
  return dated(iso, language().dates.short, language().months.short);
}

/** 1999-06-07 -> Jun 1999. */
export function monthAndYear(iso: string): string {
  return dated(iso, language().dates.monthAndYear, language().months.short);
}

function dated(iso: string, pattern: string, months: readonly string[]): string {
  const [year, month, day] = iso.split('-').map(Number) as [number, number, number];
  return pattern
    .replace('{day}', day === 1 ? inDigits(language().dates.firstDay) : inDigits(String(day)))
    .replace('{month}', months[month - 1]!)
    .replace('{year}', inDigits(String(year)));
}

/** Makes text from data safe inside HTML and SVG, in content and in attributes. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}
