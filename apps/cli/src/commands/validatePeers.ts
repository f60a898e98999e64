import { join } from 'node:path';
import { dayNumber, formatFaults, isoDate } from '@asylia/cases';
import type { JourneyRules } from '@asylia/engine';
import type { ConflictPart, ConflictRow, ForecastRow, Reach } from '@asylia/peers';
import {
  attractionFor,
  conflictTasks,
  contenders,
  fitTotals,
  fittedOn,
  fleeValidation,
  reachOf,
  readFleeRules,
  scoreContender,
  scoreForecasts,
} from '@asylia/peers';
import { renderPeers } from '@asylia/view';
import { Interrupted, UserError } from '../errors.ts';
import type { Effects } from '../shell/effects.ts';
import { isFleeFolder, loadFlee } from '../shell/fleeFolder.ts';

export { isFleeFolder };

export interface PeerOptions {
  /** of our model, and under the peer's rules */
  readonly worlds: number;
  readonly peerWorlds: number;
  readonly seed: number;
  readonly workers: number;
  readonly json: boolean;
  readonly out?: string;
  readonly daily?: string;
  readonly regime: string;
  /** settings file of Flee, for its rules */
  readonly settings?: string;
}

/** Worlds in a task of a worker. */
const perTask = 5;

/** Compares our model, the peer's rules and naive predictors on conflicts in the format of Flee. */
export async function validatePeers(
  effects: Effects,
  folders: readonly string[],
  options: PeerOptions,
): Promise<void> {
  const rules = rulesFrom(effects, options.settings);
  const rows: ConflictRow[] = [];
  const reaches: Reach[] = [];
  for (const folder of folders) {
    const reach = reachOf(loadFlee(effects, folder));
    const name = reach.flee.name;
    reaches.push(reach);
    effects.err(
      `${name}: numbers of the model of destinations fitted on ${fittedOn.filter((one) => one !== name).join(', ')}\n`,
    );
    const own = await compareConflict(effects, reach, rules, options);
    rows.push(...own);
    if (options.daily) writeDaily(effects, options, folders.length, reach, own);
  }
  const forecasts = reaches.flatMap((reach) => {
    const others = reaches.filter((other) => other !== reach);
    return others.length > 1 ? scoreForecasts(reach, fitTotals(others)) : [];
  });
  const out = options.out ?? (options.json ? null : 'asylia-runs/peers');
  if (out !== null) {
    effects.write(join(out, 'report.html'), renderPeers(rows, forecasts));
    effects.write(join(out, 'scores.csv'), scoresCsv(rows));
    effects.err(`Report: ${join(out, 'report.html')}\n`);
  }
  if (options.json) {
    const conflicts = rows.map(({ record: _, mean: _mean, low: _low, high: _high, ...row }) => row);
    effects.out(`${JSON.stringify({ conflicts, forecasts })}\n`);
    return;
  }
  effects.out(`${table(rows)}\n${forecastTable(forecasts)}`);
}

/** Lives all contenders' worlds on the workers and scores them: the same for any number of them. */
async function compareConflict(
  effects: Effects,
  reach: Reach,
  rules: JourneyRules,
  options: PeerOptions,
): Promise<ConflictRow[]> {
  const attraction = attractionFor(reach.flee.name);
  const parts: ConflictPart[][] = contenders.map(() => []);
  const tasks = contenders.flatMap(({ by }, i) =>
    conflictTasks(i, by === 'ours' ? options.worlds : options.peerWorlds, perTask),
  );
  let stopped = false;
  const release = effects.onInterrupt(() => {
    stopped = true;
  });
  try {
    await effects.runConflict({
      input: { flee: reach.flee, attraction, rules, seed: options.seed },
      tasks,
      workers: options.workers,
      onPart: (part) => void parts[part.contender]!.push(part),
      shouldStop: () => stopped,
    });
  } finally {
    release();
  }
  if (stopped) throw new Interrupted('Stopped. Nothing was written.');
  return parts.map((own) => scoreContender(reach, attraction, own));
}

/** The peer's rules: those of its published validation, or of a settings file. */
function rulesFrom(effects: Effects, path: string | undefined): JourneyRules {
  if (!path) return fleeValidation;
  const bytes = effects.read(path);
  if (!bytes) throw new UserError(`--settings: expected a file, got "${path}", which is none.`);
  const result = readFleeRules(new TextDecoder().decode(bytes));
  if ('faults' in result) throw new UserError(formatFaults(result.faults));
  for (const note of result.notes) effects.err(`${note}\n`);
  return result.rules;
}

function writeDaily(
  effects: Effects,
  { daily, regime }: PeerOptions,
  folders: number,
  reach: Reach,
  rows: readonly ConflictRow[],
): void {
  if (folders > 1)
    throw new UserError('--daily: expected one folder, got several. Give them one by one.');
  const row = rows.find((one) => one.regime === regime);
  if (!row) {
    throw new UserError(
      `--regime: expected one of ${rows.map((one) => one.regime).join(', ')}; got "${regime}".`,
    );
  }
  const { camps } = reach.observed;
  const first = dayNumber(reach.flee.start);
  const lines = Array.from({ length: row.days }, (_, day) => {
    const counts = camps.map((_, c) => row.mean[c * row.days + day]!.toFixed(1));
    return [day, isoDate(first + day), ...counts].join(',');
  });
  effects.write(daily!, `${['day', 'date', ...camps].join(',')}\n${lines.join('\n')}\n`);
}

function scoresCsv(rows: readonly ConflictRow[]): string {
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

function table(rows: readonly ConflictRow[]): string {
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

function forecastTable(rows: readonly ForecastRow[]): string {
  if (rows.length === 0)
    return '\nForecasts of totals: give three conflicts or more; each is forecast by the others.\n';
  const percent = (x: number) => `${(100 * x).toFixed(1)} %`;
  const lines = rows.map(
    (row) =>
      `  ${row.case.padEnd(14)} ${row.horizon} days: error ${percent(row.error)}, persistence ${percent(row.persistence)}, line ${percent(row.trend)}; 90 % band holds ${percent(row.coverage90)}; from violence alone: record / forecast at the end ${row.fromNothing.toFixed(2)}`,
  );
  return `\nForecasts of totals, made every ten days, each conflict by the others\n${lines.join('\n')}\n`;
}
