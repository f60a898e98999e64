import type { Check, PairedDifference, RunSummary } from '@asylia/lab';

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

type Compared = readonly {
  readonly scenario: string;
  readonly outcomes: readonly PairedDifference[];
}[];

/** Scenarios side by side in the expected run, before any world was sampled. */
export function preliminaryComparison(summaries: readonly RunSummary[], rows: Compared): string {
  const lines = rows.flatMap((row, i) => [
    summaries[i + 1]!.scenario.title,
    ...row.outcomes.map((o) => `  ${o.outcome}: ${movedBy(o)}`),
    '',
  ]);
  return ['Preliminary, from the expected run; bands follow:', ...lines].join('\n');
}

/** Scenarios side by side on the same worlds; beside each figure that of the expected run. */
export function comparisonTable(
  summaries: readonly RunSummary[],
  rows: Compared,
  expected: Compared,
): string {
  const lines: string[] = [`Compared with ${summaries[0]!.scenario.title}, on the same worlds:`];
  rows.forEach((row, i) => {
    lines.push('', summaries[i + 1]!.scenario.title);
    row.outcomes.forEach((o, n) => {
      const range = `90 %: ${number(o.low90)} to ${number(o.high90)}`;
      const first = movedBy(expected[i]!.outcomes[n]!);
      lines.push(`  ${o.outcome}: ${movedBy(o)}; ${range}; expected run: ${first}`);
    });
  });
  return lines.join('\n');
}

function movedBy({ from, to, unit, difference }: PairedDifference): string {
  const sign = difference > 0 ? '+' : '';
  return `${number(from)} -> ${number(to)} ${unit} (${sign}${number(difference)})`;
}
