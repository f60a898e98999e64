import { dayNumber, isoDate } from '@asylia/cases';
import type { Reach } from '@asylia/destinations';
import { UserError } from '@asylia/lab';
import type { ConflictRow } from '@asylia/peers';
import { contenders } from '@asylia/peers';
import { forecastTable, peersTable, writeSweep } from '../output/sweepResults.ts';
import type { SweepOptions } from '../runs/sweep.ts';
import { forecastsOf, sweepRows } from '../runs/sweep.ts';
import type { Effects } from '../shell/effects.ts';

export interface PeerOptions extends Omit<SweepOptions, 'perShard' | 'keep'> {
  readonly json: boolean;
  readonly out?: string;
  readonly daily?: string;
  readonly regime: string;
  readonly perShard?: number;
}

/** Worlds in a task of a worker. */
const perTask = 5;

/** Compares our model, the peer's rules and naive predictors on conflicts in the format of Flee. */
export async function validatePeers(
  effects: Effects,
  folders: readonly string[],
  options: PeerOptions,
): Promise<void> {
  if (options.daily && folders.length > 1) {
    throw new UserError('--daily: expected one folder, got several. Give them one by one.');
  }
  const regimes = contenders.map(({ name }) => name);
  if (!regimes.includes(options.regime)) {
    throw new UserError(
      `--regime: expected one of ${regimes.join(', ')}; got "${options.regime}".`,
    );
  }
  const out = options.out ?? (options.json ? null : 'asylia-runs/peers');
  // What came over a network is kept, so that nothing is asked for twice.
  const sweep = {
    ...options,
    perShard: options.perShard ?? perTask,
    keep: options.redis ? out : null,
  };
  const { rows, reaches } = await sweepRows(effects, folders, sweep);
  if (options.daily) writeDaily(effects, options.daily, options.regime, reaches[0]!, rows);
  const forecasts = forecastsOf(reaches);
  if (out !== null) await writeSweep(effects, out, rows, forecasts);
  effects.out(
    options.json
      ? `${JSON.stringify({ conflicts: rows.map(asJson) })}\n`
      : `${peersTable(rows)}\n${forecastTable(forecasts)}`,
  );
}

/** What scripts may rely on. */
function asJson(row: ConflictRow) {
  const { case: name, regime, ard, ardRescaled, mase7, mase30, crps } = row;
  const { coverage50, coverage90, baselines, camps, leak, seconds, people, days } = row;
  const scores = { ard, ardRescaled, mase7, mase30, crps, coverage50, coverage90 };
  return { case: name, regime, ...scores, baselines, camps, leak, seconds, people, days };
}

/** Day, date and one column a camp: the mean over the worlds of a regime. */
function writeDaily(
  effects: Effects,
  path: string,
  regime: string,
  reach: Reach,
  rows: readonly ConflictRow[],
): void {
  const row = rows.find((one) => one.regime === regime)!;
  const { camps } = reach.observed;
  const first = dayNumber(reach.start);
  const lines = Array.from({ length: row.days }, (_, day) => {
    const counts = camps.map((_, c) => row.mean[c * row.days + day]!.toFixed(1));
    return [day, isoDate(first + day), ...counts].join(',');
  });
  effects.write(path, `${['day', 'date', ...camps.map(quoted)].join(',')}\n${lines.join('\n')}\n`);
}

const quoted = (name: string): string =>
  /[",\n]/.test(name) ? `"${name.replaceAll('"', '""')}"` : name;
