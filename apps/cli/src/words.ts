import type { Check, RunSummary } from '@asylia/study';
import type { PairedDifference } from './paired.ts';

/** 443,800; 0.62; 1.2 million stays in digits. The same on every machine. */
export function number(x: number): string {
  if (!Number.isFinite(x)) return '-';
  if (Math.abs(x) < 10 && !Number.isInteger(x)) return x.toPrecision(3);
  const digits = String(Math.abs(Math.round(x))).replace(/\B(?=(\d{3})+(?!\d))/g, ',');
  return x < 0 && Math.round(x) !== 0 ? `-${digits}` : digits;
}

/** The three main findings in sentences. */
export function findings(summary: RunSummary): string {
  const lines: string[] = [];
  const stock = summary.bands.stock;
  if (stock) {
    const day = stock.q50.indexOf(Math.max(...stock.q50));
    lines.push(
      `- At most ${number(stock.q50[day]!)} displaced persons in the region on ${summary.dates[day]} (90 of 100 worlds: ${number(stock.q05[day]!)} to ${number(stock.q95[day]!)}).`,
    );
  }
  const short = summary.gaps
    .filter((gap) => gap.known && gap.firstDay.q50 !== null)
    .sort((a, b) => a.firstDay.q50! - b.firstDay.q50!)[0];
  if (short) {
    const place = summary.places.find((p) => p.id === short.place)?.name ?? short.place;
    lines.push(
      `- First to run short: ${short.line} in ${place}, by ${summary.dates[Math.round(short.firstDay.q50!)]}; prepare for ${number(short.prepareFor)} people there (9 in 10 worlds stay below).`,
    );
  }
  const last = summary.case.days - 1;
  const end = (name: string) => summary.bands[name]?.q50[last] ?? 0;
  lines.push(
    `- By ${summary.dates[last]}: ${number(end('returned'))} returned, ${number(end('evacuated'))} had been evacuated, ${number(end('secondWave'))} people of other groups were displaced in their turn.`,
  );
  return lines.join('\n');
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
