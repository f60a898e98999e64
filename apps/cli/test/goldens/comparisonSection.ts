import { figuresOfRun, pairedDifferences } from '@asylia/lab';
import type { Section } from './format.ts';
import type { Study } from './study.ts';
import { studyOf, worlds } from './study.ts';

/** Another policy against baseline, as the command compares them. */
export function comparisonSection(baseline: Study, scenario: string): Section {
  const { folder } = baseline;
  const overlay = folder.scenarios.find(({ id }) => id === scenario);
  if (!overlay) throw new Error(`there is no scenario ${scenario}`);
  const other = studyOf(folder, overlay);
  const figures = figuresOfRun(folder.case, baseline.world);
  const outcomes = pairedDifferences(figures, baseline.ensemble, other.ensemble);
  return {
    title: `Compared: ${overlay.title}`,
    note: `Medians of ${worlds} worlds, and of the differences world by world.`,
    columns: ['as it was', 'with it', 'difference', 'low 90 %', 'high 90 %'],
    rows: outcomes.map((row) => ({
      name: row.outcome,
      unit: row.unit,
      values: [row.from, row.to, row.difference, row.low90, row.high90],
    })),
  };
}
