import type { FlowRecorder, Series, World } from '@asylia/engine';
import { curveOf, derivedCurves } from '../curves.ts';
import { figuresOfRun } from '../figures/figuresOf.ts';
import { indexNames, persecutedPeople, readerOf, seriesOfRow, settingOf } from '../observe.ts';
import type { StudyInput } from '../studyInput.ts';
import { baselineValue } from '../threat/runner.ts';
import type { CurrentRun, Inputs, Result } from './answers.ts';
import type { Session } from './session.ts';
import { decide, runnerFor, theoryOf } from './session.ts';
import { expectedRun } from './study.ts';
import { understood, unknownTheory } from './understood.ts';

/** Simulates the expected run under some inputs: a few tens of milliseconds. */
export function currentRun(session: Session, inputs: Inputs): Result<CurrentRun> {
  const decided = decide(session, inputs);
  if ('faults' in decided) return decided;
  const { overlay, policies, ignored } = decided.answer;
  const { case: source, calibration } = session.folder;
  const study: StudyInput = { case: source, calibration, scenario: overlay, seed: inputs.seed };
  const { world, series, flows } = expectedRun(study);
  const runner = runnerFor(session, theoryOf(session, inputs), study, world);
  return {
    answer: {
      ...withCurves(study, world, series),
      ...flowsOf(world, flows),
      measures: baselineValue(runner),
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
function flowsOf(world: World, { setOut }: FlowRecorder): Pick<CurrentRun, 'flows' | 'flowValues'> {
  const { days, entryRoutes, placeIds } = world;
  const flows: CurrentRun['flows'][number][] = [];
  const used: Float64Array[] = [];
  placeIds.forEach((from, place) => {
    entryRoutes.forEach(({ crossing, to }, entryRoute) => {
      const start = (place * entryRoutes.length + entryRoute) * days;
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
