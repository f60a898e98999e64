const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/** 443800 -> 443,800. Does not ask the machine for its language. */
export function count(x: number): string {
  if (!Number.isFinite(x)) return '-';
  const digits = String(Math.abs(Math.round(x))).replace(/\B(?=(\d{3})+(?!\d))/g, ',');
  return Math.round(x) < 0 ? `-${digits}` : digits;
}

/** Whole numbers from 10 up with separators, smaller ones with three significant digits. */
export function figure(x: number): string {
  if (!Number.isFinite(x)) return '-';
  return Math.abs(x) >= 10 || Number.isInteger(x) ? count(x) : String(Number(x.toPrecision(3)));
}

/** Short form for axes: 250k, 1.5m. */
export function short(x: number): string {
  if (Math.abs(x) >= 1e6) return `${Number((x / 1e6).toPrecision(3))}m`;
  if (Math.abs(x) >= 1e3) return `${Number((x / 1e3).toPrecision(3))}k`;
  return String(Number(x.toPrecision(3)));
}

/** First letter small, so that a title can stand inside a sentence; names keep theirs. */
export function inSentence(title: string): string {
  return /^[A-Z][a-z]/.test(title) ? title[0]!.toLowerCase() + title.slice(1) : title;
}

/** Exclusion by wider states, at the start of a sentence. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** 0.156 -> 16 %. */
export function percent(share: number): string {
  return Number.isFinite(share) ? `${Math.round(100 * share)} %` : '-';
}

/** 1999-06-07 -> 7 June 1999. */
export function longDate(iso: string): string {
  const [year, month, day] = iso.split('-').map(Number) as [number, number, number];
  return `${day} ${months[month - 1]} ${year}`;
}

/** 1999-06-07 -> 7 Jun. */
export function shortDate(iso: string): string {
  const [, month, day] = iso.split('-').map(Number) as [number, number, number];
  return `${day} ${months[month - 1]!.slice(0, 3)}`;
}

/** 1999-06-07 -> Jun 1999. */
export function monthAndYear(iso: string): string {
  const [year, month] = iso.split('-').map(Number) as [number, number, number];
  return `${months[month - 1]!.slice(0, 3)} ${year}`;
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
