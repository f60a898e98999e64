import type { StudyInput } from '@asylia/lab';
import {
  bandedFigure,
  currentRun,
  pairedDifferences,
  planSensitivity,
  readFigure,
  runSensitivityTask,
} from '@asylia/lab';
import { renderReport } from '@asylia/view';
import { englishWords } from '@asylia/words';
import { describe, expect, test } from 'vitest';
import { groundOfRun } from '../../cli/src/output/results.ts';
import { expectedRun, expectedStudy, prepareStudy } from '../../cli/src/runs/study.ts';
import { findScenario, loadCase } from '../../cli/src/shell/loadCase.ts';
import { shownFigures } from '../src/engine/figures.ts';
import { startState } from '../src/state/state.ts';
import { commandOf, sessionOf } from './commandAlike.ts';

/** The expected run of a case, as `asylia compare` and the report have it: as the only world. */
function commandRun(name: string, id = 'as-it-was') {
  const effects = commandOf();
  const loaded = loadCase(effects, name);
  const scenario = findScenario(effects, loaded, id);
  const prepared = prepareStudy(effects, loaded, scenario, { seed: 1999 });
  return expectedStudy(prepared, loaded, expectedRun(prepared));
}

/** [id] figures of the same run of a case, face by face. */
function faces(name: string): Record<string, ReadonlyMap<string, number>> {
  const { summary, ensemble, figures } = commandRun(name);
  const compared = pairedDifferences(figures, ensemble, ensemble);
  const session = sessionOf(name);
  const { case: source, calibration } = session.folder;
  const study: StudyInput = { case: source, calibration, scenario: null, seed: 1999 };
  const input = { study, theory: null };
  const central = runSensitivityTask(input, planSensitivity(input)[0]!);
  const live = currentRun(session, startState.inputs);
  if ('faults' in live) throw new Error(JSON.stringify(live.faults));
  const onPage = shownFigures(live.answer);
  return {
    compare: new Map(compared.map(({ id, from }) => [id, from])),
    sensitivity: new Map(central.figures.map(({ id }, i) => [id, central.low[i]!])),
    page: new Map(onPage.map((one) => [one.id, readFigure(one, live.answer)])),
    report: new Map(
      figures.flatMap(({ id }) => {
        const found = bandedFigure(summary, id);
        return found ? [[id, found.median] as const] : [];
      }),
    ),
  };
}

describe.each(['kosovo-1999', 'two-valleys', 'hungary-1956'])('the figures of %s', (name) => {
  const all = Object.entries(faces(name));

  test('are the same number under the same id in compare, sensitivity, page and report', () => {
    for (const [face, figures] of all) {
      for (const [other, theirs] of all) {
        const shared = [...figures.keys()].filter((id) => theirs.has(id));
        expect(shared.length, `${face} and ${other}`).toBeGreaterThanOrEqual(4);
        for (const id of shared) {
          // Ensembles keep single precision, and bands seven digits.
          const [value, same] = [figures.get(id)!, theirs.get(id)!];
          expect(Math.abs(value - same), `${id}: ${face} ${value}, ${other} ${same}`).toBeLessThan(
            1e-6 * Math.max(1, Math.abs(value)),
          );
        }
      }
    }
  });

  test('say in their titles which definition they are of', () => {
    const titles = commandRun(name).figures.map(({ title }) => title);
    expect(new Set(titles).size).toBe(titles.length);
  });

  test('stand in the report with the numbers of the list', async () => {
    const { summary } = commandRun(name);
    const html = renderReport(englishWords, summary, { ground: await groundOfRun(summary) });
    for (const id of ['peak.region', 'evacuated', 'returned', 'deaths.violence']) {
      const digits = Math.round(bandedFigure(summary, id)!.median)
        .toString()
        .replace(/\B(?=(\d{3})+$)/g, ',');
      expect(html, id).toContain(digits);
    }
  });
});

test('the displaced of the persecuted groups and everyone displaced are two figures', () => {
  const { figures, ensemble } = commandRun('kosovo-1999');
  const run = { names: ensemble.names, days: ensemble.days, values: ensemble.chunks[0]!.values };
  const [persecuted, everyone] = ['peak.SRB', 'peak.SRB.everyone'].map((id) => {
    const figure = figures.find((one) => one.id === id)!;
    return { ...figure, value: Math.round(readFigure(figure, run)) };
  });
  expect(persecuted).toMatchObject({ counts: 'persecuted' });
  expect(everyone).toMatchObject({ counts: 'everyone' });
  // To Serbia fled Serbs and Roma; of those persecuted hardly anybody.
  expect(persecuted!.value).toBeGreaterThan(0);
  expect(persecuted!.value).toBeLessThan(everyone!.value / 100);
  expect(persecuted!.title).not.toBe(everyone!.title);
});

test.each(['kosovo-1999', 'two-valleys'])(
  'the persecuted are the same groups in every scenario of %s, also where nobody is expelled',
  (name) => {
    const session = sessionOf(name);
    const seriesOf = (scenario: string) => {
      const run = currentRun(session, { ...startState.inputs, scenario });
      if ('faults' in run) throw new Error(JSON.stringify(run.faults));
      return run.answer.figures.find(({ id }) => id === 'peak.region')!.series;
    };
    const atBaseline = seriesOf('as-it-was');
    expect(atBaseline.length).toBeGreaterThan(0);
    for (const { id } of session.folder.scenarios) expect(seriesOf(id), id).toEqual(atBaseline);
  },
);

test('where a scenario expels nobody the report counts the same groups as the page', () => {
  const { summary } = commandRun('two-valleys', 'no-expulsion');
  const run = currentRun(sessionOf('two-valleys'), {
    ...startState.inputs,
    scenario: 'no-expulsion',
  });
  if ('faults' in run) throw new Error(JSON.stringify(run.faults));
  const onPage = run.answer.figures.find(({ id }) => id === 'peak.region')!;
  const people = readFigure(onPage, run.answer);
  expect(people).toBeGreaterThan(0);
  expect(Math.round(bandedFigure(summary, 'peak.region')!.median)).toBe(Math.round(people));
});
