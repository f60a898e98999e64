import { dayNumber } from '@asylia/cases';
import type { Dated, Predictor } from '../baselines.ts';
import { lastValue, linearTrend, meanAbsoluteError, shareOf } from '../baselines.ts';
import type { Reader, Setting } from '../observe.ts';
import { observe } from '../observe.ts';
import { quantileSorted, sorted } from '../quantile.ts';
import type { Check, CheckItem, RecordPoint } from '../summary.ts';
import type { CheckDefinition } from './definitions.ts';

export interface CheckContext {
  readonly setting: Setting;
  readonly record: readonly RecordPoint[];
  readonly expected: Reader;
  /** [world] */
  readonly worlds: readonly Reader[];
  /** Share of the region's stock by nearness, by country. */
  readonly distanceShare: ReadonlyMap<string, number>;
}

export function runChecks(definitions: readonly CheckDefinition[], context: CheckContext): Check[] {
  return definitions.map((definition) => {
    switch (definition.kind) {
      case 'curve':
        return curveCheck(definition, context);
      case 'ratio':
        return ratioCheck(definition, context);
      case 'series':
        return seriesCheck(definition, context);
    }
  });
}

type Of<K extends CheckDefinition['kind']> = Extract<CheckDefinition, { kind: K }>;

function curveCheck(definition: Of<'curve'>, context: CheckContext): Check {
  const points = definition.dates.flatMap((date) => {
    const point = context.record.find(
      (row) => row.series === definition.curve && row.date === date && row.comparable,
    );
    return point ? [point] : [];
  });
  const items = points.map((point) =>
    item(point.date, point.value, context, (read) =>
      observe(read, context.setting, definition.curve, point.day),
    ),
  );
  const figures = points.map((point) => ({ day: point.day, value: point.value }));
  const baselines = mapValues(predictorsFor(definition.curve, context), (predict) =>
    mean(figures.map((f) => Math.abs(predict(f.day) / f.value - 1))),
  );
  return relativeCheck(definition, items, baselines, definition.tolerance);
}

function ratioCheck(definition: Of<'ratio'>, context: CheckContext): Check {
  const items = definition.items.map((one) =>
    item(one.label, one.record, context, (read) => {
      const top = total(read, one.top, context.setting);
      const bottom = total(read, one.bottom, context.setting);
      const daily = one.means ? length(one.bottom) / length(one.top) : 1;
      const ratio = bottom > 0 ? (top / bottom) * daily : Number.NaN;
      return one.complement ? 1 - ratio : ratio;
    }),
  );
  return relativeCheck(definition, items, {}, definition.tolerance);
}

function seriesCheck(definition: Of<'series'>, context: CheckContext): Check {
  const figures = context.record.filter(
    (row) =>
      row.series === definition.curve &&
      row.comparable &&
      row.window === 'holdout' &&
      row.date >= definition.from &&
      row.date <= definition.to,
  );
  const items = figures.map((point) =>
    item(point.date, point.value, context, (read) =>
      observe(read, context.setting, definition.curve, point.day),
    ),
  );
  const error = mean(items.map((one) => Math.abs(one.model - one.record)));
  const baselines = mapValues(predictorsFor(definition.curve, context), (predict) =>
    meanAbsoluteError(predict, figures),
  );
  return {
    ...head(definition),
    ...lastOf(items),
    error,
    errorKind: 'meanAbsolute',
    baselines,
    pass: Object.values(baselines).every((naive) => error < naive),
    rule: 'mean absolute error below every naive predictor',
    items,
  };
}

/** Naive predictors of a curve, each from the fit window only. */
function predictorsFor(curve: string, context: CheckContext): Record<string, Predictor> {
  const known = knownFigures(curve, context.record);
  if (known.length === 0) return {};
  const predictors: Record<string, Predictor> = {
    'last value': lastValue(known),
    'trend of 14 days': linearTrend(known, 14),
    'trend of the fit window': linearTrend(known, Number.POSITIVE_INFINITY),
  };
  const country = curve.startsWith('stock.') ? curve.slice('stock.'.length) : '';
  const share = context.distanceShare.get(country);
  if (share !== undefined) {
    const parts = context.setting.countries.map((c) => knownFigures(`stock.${c}`, context.record));
    const region = parts.filter((list) => list.length > 0).map((list) => lastValue(list));
    predictors['shares by distance'] = shareOf(
      (day) => region.reduce((sum, predict) => sum + predict(day), 0),
      share,
    );
  }
  if (curve === 'stock') {
    const parts = context.setting.countries
      .map((c) => knownFigures(`stock.${c}`, context.record))
      .filter((list) => list.length > 0);
    const add = (make: (list: Dated[]) => Predictor): Predictor => {
      const all = parts.map(make);
      return (day) => all.reduce((sum, predict) => sum + predict(day), 0);
    };
    predictors['last value'] = add(lastValue);
    predictors['trend of 14 days'] = add((list) => linearTrend(list, 14));
    predictors['trend of the fit window'] = add((list) =>
      linearTrend(list, Number.POSITIVE_INFINITY),
    );
  }
  return predictors;
}

function knownFigures(curve: string, record: readonly RecordPoint[]): Dated[] {
  return record
    .filter((row) => row.series === curve && row.comparable && row.window === 'fit')
    .map(({ day, value }) => ({ day, value }))
    .sort((a, b) => a.day - b.day);
}

function relativeCheck(
  definition: Of<'curve'> | Of<'ratio'>,
  items: readonly CheckItem[],
  baselines: Record<string, number>,
  tolerance: number,
): Check {
  const error = mean(items.map((one) => one.error));
  const inside = items.every((one) => one.low90 <= one.record && one.record <= one.high90);
  return {
    ...head(definition),
    ...lastOf(items),
    error,
    errorKind: 'relative',
    baselines,
    pass: items.length > 0 && (error <= tolerance || inside),
    rule: `within ${Math.round(tolerance * 100)} %${items.length > 1 ? ' on average' : ''}, or the record inside the 90 % band${items.length > 1 ? ' throughout' : ''}`,
    items,
  };
}

/** Record and model at the last item of a check; not a number where there is none. */
function lastOf(
  items: readonly Pick<Check, 'record' | 'model' | 'low90' | 'high90'>[],
): Pick<Check, 'record' | 'model' | 'low90' | 'high90'> {
  const { record, model, low90, high90 } = items.at(-1) ?? noFigures;
  return { record, model, low90, high90 };
}

const noFigures = {
  record: Number.NaN,
  model: Number.NaN,
  low90: Number.NaN,
  high90: Number.NaN,
};

function head({ id, title, unit, window, explanation }: CheckDefinition) {
  return { id, title, unit, window, explanation };
}

/** The model's figure is the median over worlds. */
function item(
  label: string,
  record: number,
  context: CheckContext,
  figure: (read: Reader) => number,
): CheckItem {
  const values = sorted(context.worlds.map(figure));
  const model = values.length > 0 ? quantileSorted(values, 0.5) : figure(context.expected);
  return {
    label,
    record,
    model,
    low90: values.length > 0 ? quantileSorted(values, 0.05) : model,
    high90: values.length > 0 ? quantileSorted(values, 0.95) : model,
    error: Math.abs(model / record - 1),
  };
}

function total(
  read: Reader,
  sum: { readonly series: readonly string[]; readonly from: string; readonly to: string },
  setting: Setting,
): number {
  let all = 0;
  for (let day = dayNumber(sum.from); day <= dayNumber(sum.to); day++) {
    for (const name of sum.series) all += read(name, day - setting.firstDay);
  }
  return all;
}

function length(sum: { readonly from: string; readonly to: string }): number {
  return dayNumber(sum.to) - dayNumber(sum.from) + 1;
}

function mean(values: readonly number[]): number {
  return values.length > 0 ? values.reduce((a, b) => a + b, 0) / values.length : Number.NaN;
}

function mapValues<T>(record: Record<string, T>, f: (value: T) => number): Record<string, number> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, f(value)]));
}
