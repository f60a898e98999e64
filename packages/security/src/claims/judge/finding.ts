/**
 * What a test found.
 * - nothing: there was no harm to explain, so that it decides nothing
 * - unknown: figures are missing
 */
export interface Finding {
  readonly state: 'holds' | 'fails' | 'nothing' | 'unknown';
  /** the figures, in words */
  readonly by: string;
}

export const found = (holds: boolean, by: string): Finding => ({
  state: holds ? 'holds' : 'fails',
  by,
});
export const unknown = (because: string): Finding => ({
  state: 'unknown',
  by: `because ${because}`,
});
export const nothing = (by: string): Finding => ({ state: 'nothing', by });

/** One failure fails it; a gap leaves it open; what decides nothing is passed over. */
export function each(findings: readonly Finding[]): Finding {
  const by = words(findings);
  const has = (state: Finding['state']) => findings.some((finding) => finding.state === state);
  if (has('fails')) return { state: 'fails', by };
  if (has('unknown')) return { state: 'unknown', by };
  return { state: has('holds') ? 'holds' : 'nothing', by };
}

/** One that holds is enough; a gap leaves it open; what decides nothing is passed over. */
export function any(findings: readonly Finding[]): Finding {
  const by = words(findings);
  const has = (state: Finding['state']) => findings.some((finding) => finding.state === state);
  if (has('holds')) return { state: 'holds', by };
  if (has('unknown')) return { state: 'unknown', by };
  return { state: has('fails') ? 'fails' : 'nothing', by };
}

/** More than half of those that can decide must hold; gaps count until they cannot turn it. */
export function most(findings: readonly Finding[]): Finding {
  const count = (state: Finding['state']) =>
    findings.filter((finding) => finding.state === state).length;
  const [holds, fails, gaps] = [count('holds'), count('fails'), count('unknown')];
  const all = holds + fails + gaps;
  const by = `${holds} of ${all} hold: ${words(findings)}`;
  if (all === 0) return { state: 'nothing', by: words(findings) };
  if (holds * 2 > all) return { state: 'holds', by };
  if (fails * 2 >= all) return { state: 'fails', by };
  return { state: 'unknown', by };
}

/** What holds fails and the other way round; gaps stay. */
export function not(finding: Finding): Finding {
  const turned = { holds: 'fails', fails: 'holds', nothing: 'nothing', unknown: 'unknown' } as const;
  return { state: turned[finding.state], by: `not: ${finding.by}` };
}

function words(findings: readonly Finding[]): string {
  return findings.map((finding) => finding.by).join('; ');
}

/** Three digits, the same on every machine. */
export function figure(value: number): string {
  if (value === 0) return '0';
  const size = Math.abs(value);
  if (size >= 1000 && size < 1e15) return String(Math.round(value));
  return String(Number(value.toPrecision(3)));
}

/** A share in percent, with one digit below ten percent. */
export function percent(share: number): string {
  return `${figure(Math.round(share * 1000) / 10)} %`;
}
