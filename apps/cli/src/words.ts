import type { Check, RunSummary } from '@asylia/study';
import type { PairedDifference } from './paired.ts';

/** 443,800; 0.62; 1.2 million stays in digits. The same on every machine. */
export function number(x: number): string {
  if (!Number.isFinite(x)) return '-';
  if (Math.abs(x) < 10 && !Number.isInteger(x)) return x.toPrecision(3);
  const digits = String(Math.abs(Math.round(x))).replace(/\B(?=(\d{3})+(?!\d))/g, ',');
  return x < 0 && Math.round(x) !== 0 ? `-${digits}` : digits;
}

export function validationTable(summary: RunSummary): string {
  const line = (check: Check) => {
    const error =
      check.errorKind === 'relative' ? `${(100 * check.error).toFixed(1)} %` : number(check.error);
    const baselines = Object.entries(check.baselines)
      .map(([name, value]) =>
        check.errorKind === 'relative'
          ? `${name} ${(100 * value).toFixed(0)} %`
          : `${name} ${number(value)}`,
      )
      .join(', ');
    return [
      `${check.pass ? 'holds ' : 'MISSES'} ${check.id} (${check.window}): ${check.title}`,
      `        record ${number(check.record)}, model ${number(check.model)} (90 %: ${number(check.low90)} to ${number(check.high90)}), error ${error}`,
      ...(baselines ? [`        naive: ${baselines}`] : []),
    ].join('\n');
  };
  const coverage = summary.coverage.map(
    (c) =>
      `${c.window}: the 90 % band holds ${(100 * c.inside90).toFixed(0)} %, the 50 % band ${(100 * c.inside50).toFixed(0)} % of ${c.points} observed points`,
  );
  return [...summary.checks.map(line), ...coverage].join('\n');
}

export function comparisonTable(
  summaries: readonly RunSummary[],
  rows: readonly { scenario: string; outcomes: readonly PairedDifference[] }[],
): string {
  const lines: string[] = [`Compared with ${summaries[0]!.scenario.title}, on the same worlds:`];
  rows.forEach((row, i) => {
    lines.push('', summaries[i + 1]!.scenario.title);
    for (const o of row.outcomes) {
      const sign = o.difference > 0 ? '+' : '';
      lines.push(
        `  ${o.outcome}: ${number(o.from)} -> ${number(o.to)} ${o.unit} (${sign}${number(o.difference)}; 90 %: ${number(o.low90)} to ${number(o.high90)})`,
      );
    }
  });
  return lines.join('\n');
}
