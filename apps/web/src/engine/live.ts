import type { FlowRecorder, Series, World } from '@asylia/engine';
import { observeFlows, simulate } from '@asylia/engine';
import type { StudyInput } from '@asylia/lab';
import {
  centralPlan,
  centralWorld,
  curveOf,
  derivedCurves,
  figuresOfRun,
  indexNames,
  persecutedPeople,
  preparedStudy,
  readerOf,
  seriesOfRow,
  settingOf,
  valueAsItWas,
} from '@asylia/lab';
import type { Inputs, Live, Outcome } from './protocol.ts';
import type { Session } from './session.ts';
import { benchFor, decide, theoryOf } from './session.ts';
import { understood, unknownTheory } from './understood.ts';

/** Lives the expected run under some inputs: a few tens of milliseconds. */
export function liveRun(session: Session, inputs: Inputs): Outcome<Live> {
  const decided = decide(session, inputs);
  if ('faults' in decided) return decided;
  const { overlay, policies, ignored } = decided.answer;
  const { case: source, calibration } = session.folder;
  const study: StudyInput = { case: source, calibration, scenario: overlay, seed: inputs.seed };
  const world = centralWorld(study);
  const lived = simulate(world, {
    seed: inputs.seed,
    world: 0,
    mode: 'expected',
    plan: centralPlan(preparedStudy(study)),
    observers: { flows: observeFlows },
  });
  const bench = benchFor(session, theoryOf(session, inputs), study, world);
  return {
    answer: {
      ...withCurves(study, world, lived.series),
      ...flowsOf(world, lived.observed.flows),
      measures: valueAsItWas(bench),
      parameters: world.parameters,
      scenario: inputs.scenario,
      policies,
      ignored: [
        ...ignored,
        ...understood('assumptions', inputs.assumptions).ignored,
        ...unknownTheory(session.theories, inputs),
      ],
      overlay,
    },
  };
}

/** The series of the engine, and behind them the curves that the record speaks of. */
export function withCurves(study: StudyInput, world: World, series: Series) {
  const setting = settingOf(study.case, world);
  const read = readerOf(
    indexNames(series.names),
    series.values,
    series.days,
    persecutedPeople(world, setting),
  );
  const recorded = [...new Set(study.case.tables.record.map(seriesOfRow))];
  const curves = derivedCurves(setting, recorded).filter((name) => !series.names.includes(name));
  const names = [...series.names, ...curves];
  const values = new Float64Array(names.length * series.days);
  values.set(series.values);
  curves.forEach((curve, i) => {
    values.set(curveOf(read, setting, curve), (series.names.length + i) * series.days);
  });
  return { names, days: series.days, values, figures: figuresOfRun(study.case, world) };
}

/** The ways that anybody took. */
function flowsOf(world: World, { setOut }: FlowRecorder): Pick<Live, 'flows' | 'flowValues'> {
  const { days, passages, placeIds } = world;
  const flows: Live['flows'][number][] = [];
  const used: Float64Array[] = [];
  placeIds.forEach((from, place) => {
    passages.forEach(({ crossing, to }, passage) => {
      const start = (place * passages.length + passage) * days;
      const perDay = setOut.subarray(start, start + days);
      if (!perDay.some((n) => n > 0)) return;
      flows.push({ from, via: crossing >= 0 ? placeIds[crossing]! : '', to: placeIds[to]! });
      used.push(perDay);
    });
  });
  const flowValues = new Float32Array(flows.length * days);
  used.forEach((perDay, i) => flowValues.set(perDay, i * days));
  return { flows, flowValues };
}
