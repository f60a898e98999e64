import type { Case, Overlay } from '@asylia/cases';
import { isoDate } from '@asylia/cases';
import type { FlowRecorder, Series, World } from '@asylia/engine';
import { deathCauses, ownValue, parameters } from '@asylia/engine';
import { definitionsOfRefugee } from '@asylia/security';
import { bandOf, tidy } from './bands.ts';
import { sharesByDistance } from './baselines.ts';
import type { CalibrationResult } from './calibrate/result.ts';
import { curveOf, derivedCurves, unitOf } from './curves.ts';
import type { Ensemble } from './ensemble.ts';
import { worldBlocks } from './ensemble.ts';
import { geographyOf } from './geography.ts';
import { runName } from './identity.ts';
import type { Reader, Setting } from './observe.ts';
import { indexNames, persecutedPeople, readerOf, settingOf } from './observe.ts';
import { gapsOf } from './places/gaps.ts';
import { priorWords } from './priors.ts';
import { recordPoints } from './recordPoints.ts';
import type { Band, ContributionSensitivityRow, RecordPoint, RunSummary } from './summary.ts';
import type { CheckDefinition } from './validate/definitions.ts';
import { runChecks } from './validate/runChecks.ts';

export interface SummaryInput {
  readonly inputHash: string;
  readonly seed: number;
  readonly seconds: number;
  readonly version: string;
  /** The case as read, before any overlay: its record is the yardstick. */
  readonly case: Case;
  readonly scenario: Overlay | null;
  readonly calibration: CalibrationResult | null;
  readonly checks: readonly CheckDefinition[];
  /** World of the fitted values under the scenario, and its expected run. */
  readonly world: World;
  readonly expected: Series;
  readonly flows: FlowRecorder | null;
  readonly ensemble: Ensemble;
}

/** Everything that report, page and scripts read of a run. Pure. */
export function buildSummary(input: SummaryInput): RunSummary {
  const { case: source, world, expected, ensemble } = input;
  const setting = settingOf(source, world);
  const people = persecutedPeople(world, setting);
  const names = indexNames(expected.names);
  const expectedReader = readerOf(names, expected.values, expected.days, people);
  const blocks = worldBlocks(ensemble);
  const worldReaders = blocks.map((block) => readerOf(names, block, expected.days, people));
  const record = recordPoints(source);
  const bands = allBands(world, expected, blocks, setting, expectedReader, worldReaders, record);
  const scenario = input.scenario;
  return {
    format: 1,
    run: runName(input.inputHash),
    inputHash: input.inputHash,
    seed: input.seed,
    worlds: ensemble.worlds,
    seconds: input.seconds,
    version: input.version,
    case: caseOf(source, world.days),
    scenario: {
      id: scenario?.id ?? 'as-it-was',
      title: scenario?.title ?? 'As it was',
      description: scenario?.description ?? 'Violence, frontiers, offers and return as recorded.',
    },
    dates: Array.from({ length: world.days }, (_, day) => isoDate(setting.firstDay + day)),
    ...geographyOf(source),
    bands,
    record,
    // The record tells of what was: under another policy there is nothing to compare with.
    checks:
      scenario === null || scenario.id === 'as-it-was'
        ? runChecks(input.checks, {
            setting,
            record,
            expected: expectedReader,
            worlds: worldReaders,
            distanceShare: nearnessShares(source, setting),
          })
        : [],
    map: mapOf(world, expected, input.flows),
    gaps: gapsOf(source, world, names, blocks, expected.days),
    definitions: definitionsOfRefugee.map(({ id, title, series }) => ({ id, title, series })),
    ledger: ledgerOf(world, input.calibration),
    calibration: input.calibration ? [...input.calibration.fitted] : [],
    sources: source.tables.sources.map(({ atLine: _, ...row }) => row),
    coverage: coverageOf(record, bands),
    incidents: source.tables.incidents.map((row) => ({
      date: row.date,
      place: row.place,
      country: row.country,
      kind: row.kind,
      description: row.description,
      source: row.source,
      flag: row.flag,
    })),
  };
}

function caseOf(source: Case, days: number): RunSummary['case'] {
  return {
    id: source.name,
    title: source.title,
    origin: source.origin,
    start: source.start,
    end: source.end,
    days: days,
    groups: source.groups,
    notices: source.notices,
    unknowns: source.unknowns,
    licences: source.licences,
  };
}

function allBands(
  world: Pick<World, 'groupIds'>,
  expected: Series,
  blocks: readonly Float32Array[],
  setting: Setting,
  expectedReader: Reader,
  worldReaders: readonly Reader[],
  record: readonly RecordPoint[],
): Record<string, Band> {
  const bands = new Map<string, Band>();
  const days = expected.days;
  expected.names.forEach((name, index) => {
    const part = (values: Float32Array | Float64Array) =>
      values.subarray(index * days, (index + 1) * days);
    bands.set(name, bandOf(blocks.map(part), part(expected.values), unitOf(name)));
  });
  for (const cause of deathCauses) {
    const band = totalBand(expected, expected.values, blocks, world.groupIds, cause);
    bands.set(`deaths.${cause}`, band);
  }
  const recorded = [...new Set(record.map((point) => point.series))];
  for (const curve of derivedCurves(setting, recorded)) {
    const middle = curveOf(expectedReader, setting, curve);
    if (Number.isNaN(middle[middle.length - 1]!)) continue;
    const worlds = worldReaders.map((read) => curveOf(read, setting, curve));
    bands.set(curve, bandOf(worlds, middle, unitOf(curve)));
  }
  return Object.fromEntries(bands);
}

/**
 * Deaths of all groups by a cause, added up within each world: quantiles do not add.
 * @param middle [series x day] of the expected run @param worlds [world] of [series x day]
 */
export function totalBand(
  { names, days }: Pick<Series, 'names' | 'days'>,
  middle: ArrayLike<number>,
  worlds: readonly ArrayLike<number>[],
  groups: readonly string[],
  cause: string,
): Band {
  const rows = groups.map((group) => names.indexOf(`deaths.${group}.${cause}`));
  const totalOf = (values: ArrayLike<number>) =>
    Float64Array.from({ length: days }, (_, day) =>
      rows.reduce((sum, row) => sum + values[row * days + day]!, 0),
    );
  return bandOf(worlds.map(totalOf), totalOf(middle), unitOf(`deaths.${cause}`));
}

function nearnessShares(source: Case, setting: Setting): Map<string, number> {
  const at = new Map(source.tables.places.map((row) => [row.id, row]));
  const homes = source.tables.groups.filter(
    (row) => row.situation === 'home' && setting.persecuted.includes(row.group),
  );
  const near = (lat: number, lon: number, country: string) =>
    Math.min(
      ...source.tables.places
        .filter((p) => p.country === country && p.kind !== 'crossing')
        .map((p) => roughKm(lat, lon, p.lat, p.lon)),
    );
  const shares = sharesByDistance(
    homes.map((row) => {
      const place = at.get(row.place)!;
      return {
        residents: row.persons,
        km: setting.countries.map((country) => near(place.lat, place.lon, country)),
      };
    }),
    setting.countries.length,
  );
  return new Map(setting.countries.map((country, i) => [country, shares[i]!]));
}

/** Distance on a flat map, km: good enough for a naive predictor over a few hundred kilometres. */
function roughKm(lat1: number, lon1: number, lat2: number, lon2: number): number {
  const kmPerDegree = 111;
  const shrink = 1 - ((lat1 + lat2) / 2 / 90) ** 2 * 1.1;
  const dy = (lat1 - lat2) * kmPerDegree;
  const dx = (lon1 - lon2) * kmPerDegree * Math.max(0.1, shrink);
  return Math.max(1, Math.sqrt(dx * dx + dy * dy));
}

function mapOf(world: World, expected: Series, flows: FlowRecorder | null): RunSummary['map'] {
  const days = expected.days;
  const stockByPlace = new Map<string, number[]>();
  const waiting = new Map<string, number[]>();
  expected.names.forEach((name, index) => {
    const values = () =>
      Array.from(expected.values.subarray(index * days, (index + 1) * days), Math.round);
    if (name.startsWith('place.')) stockByPlace.set(name.slice('place.'.length), values());
    if (name.startsWith('waiting.')) waiting.set(name.slice('waiting.'.length), values());
  });
  const list: { from: string; via: string; to: string; perDay: number[] }[] = [];
  if (flows) {
    const entryRoutes = world.entryRoutes.length;
    const places = flows.setOut.length / Math.max(1, entryRoutes * days);
    for (let place = 0; place < places; place++) {
      for (let entryRoute = 0; entryRoute < entryRoutes; entryRoute++) {
        const from = (place * entryRoutes + entryRoute) * days;
        const perDay = Array.from(flows.setOut.subarray(from, from + days), Math.round);
        if (!perDay.some((n) => n > 0)) continue;
        const { crossing, to } = world.entryRoutes[entryRoute]!;
        list.push({
          from: world.placeIds[place]!,
          via: crossing >= 0 ? world.placeIds[crossing]! : '',
          to: world.placeIds[to]!,
          perDay,
        });
      }
    }
  }
  return {
    stockByPlace: Object.fromEntries(stockByPlace),
    flows: list,
    waiting: Object.fromEntries(waiting),
  };
}

function ledgerOf(
  world: World,
  calibration: CalibrationResult | null,
): ContributionSensitivityRow[] {
  const fitted = new Set(calibration?.fitted.map((row) => row.target) ?? []);
  return parameters.map((p) => ({
    id: p.id,
    symbol: p.symbol,
    title: p.title,
    unit: p.unit,
    value: tidy(world.parameters[p.id]),
    default: p.default,
    low: p.low,
    high: p.high,
    prior: priorWords(p.prior, p.low, p.high),
    source: p.source,
    mark: p.mark,
    disputedBy: p.disputedBy ?? '',
    calibrated: fitted.has(p.id),
  }));
}

function coverageOf(
  record: readonly RecordPoint[],
  bands: Readonly<Record<string, Band>>,
): RunSummary['coverage'] {
  return (['fit', 'holdout'] as const).map((window) => {
    const points = record.filter(
      (p) => p.window === window && p.comparable && ownValue(bands, p.series) && p.day >= 0,
    );
    const inside = (low: 'q05' | 'q25', high: 'q95' | 'q75') =>
      points.filter((p) => {
        const band = ownValue(bands, p.series)!;
        return band[low][p.day]! <= p.value && p.value <= band[high][p.day]!;
      }).length;
    const share = (n: number) => (points.length > 0 ? n / points.length : Number.NaN);
    return {
      window,
      points: points.length,
      inside50: share(inside('q25', 'q75')),
      inside90: share(inside('q05', 'q95')),
    };
  });
}
