import { join } from 'node:path';
import type { ForecastRow } from '@asylia/destinations';
import type { ConflictRow } from '@asylia/peers';
import { englishWords } from '@asylia/words';
import type { Effects } from '../shell/effects.ts';

/** Every score of a sweep, one a line; naive predictors have the difference alone. */
export function scoresCsv(rows: readonly ConflictRow[]): string {
  const heads = [
    'case',
    'regime',
    'ard',
    'ardRescaled',
    'mase7',
    'mase30',
    'crps',
    'coverage50',
    'coverage90',
  ] as const;
  const lines = rows.flatMap((row) => [
    heads.map((head) => row[head]).join(','),
    ...Object.entries(row.baselines).map(([name, ard]) =>
      [row.case, `${row.regime}: ${name}`, ard].join(','),
    ),
  ]);
  return `${heads.join(',')}\n${lines.join('\n')}\n`;
}

/** The comparison for a terminal. */
export function peersTable(rows: readonly ConflictRow[]): string {
  const lines = [
    'Averaged relative difference: 0 is perfect, 2 is everybody in the wrong camp. Every predictor has the daily total.',
    '',
  ];
  let last = '';
  for (const row of rows) {
    if (row.case !== last) {
      last = row.case;
      const leak = row.leak.length;
      lines.push(
        `${row.case}: ${row.days} days, ${row.camps.length} camps, at most ${row.people} people`,
        leak > 0
          ? `  ${leak} of ${row.camps.length} stated capacities are the largest count of the series to be predicted: regimes that know capacities know the answer`
          : '  no stated capacity is the largest count of the series to be predicted',
      );
    }
    const naive = Object.entries(row.baselines).map(([name, ard]) => `${name} ${ard.toFixed(3)}`);
    lines.push(
      `  ${row.regime.padEnd(18)} ${row.ard.toFixed(3)}  rescaled ${row.ardRescaled.toFixed(3)}  crps ${row.crps.toFixed(3)}  90 % band holds ${Math.round(100 * row.coverage90)} %  (${naive.join(', ')})`,
    );
  }
  return lines.join('\n');
}

/** Forecasts of totals for a terminal. */
export function forecastTable(rows: readonly ForecastRow[]): string {
  if (rows.length === 0)
    return '\nForecasts of totals: give three conflicts or more; each is forecast by the others.\n';
  const percent = (x: number) => `${(100 * x).toFixed(1)} %`;
  const lines = rows.map(
    (row) =>
      `  ${row.case.padEnd(14)} ${row.horizon} days: error ${percent(row.error)}, persistence ${percent(row.persistence)}, line ${percent(row.trend)}; 90 % band holds ${percent(row.coverage90)}; from violence alone: record / forecast at the end ${row.fromNothing.toFixed(2)}`,
  );
  return `\nForecasts of totals, made every ten days, each conflict by the others\n${lines.join('\n')}\n`;
}

/** Forecasts of totals, one a line. */
export function forecastsCsv(rows: readonly ForecastRow[]): string {
  const heads = [
    'case',
    'horizon',
    'error',
    'persistence',
    'trend',
    'coverage90',
    'fromNothing',
  ] as const;
  const lines = rows.map((row) => heads.map((head) => row[head]).join(','));
  return `${heads.join(',')}\n${lines.join('\n')}\n`;
}

/** Writes the page and the tables of a sweep. */
export async function writeSweep(
  effects: Effects,
  out: string,
  rows: readonly ConflictRow[],
  forecasts: readonly ForecastRow[],
): Promise<void> {
  const { renderPeers } = await import('@asylia/view');
  effects.write(join(out, 'report.html'), renderPeers(englishWords, rows, forecasts));
  effects.write(join(out, 'scores.csv'), scoresCsv(rows));
  effects.write(join(out, 'forecasts.csv'), forecastsCsv(forecasts));
  effects.err(`Report: ${join(out, 'report.html')}\n`);
}
