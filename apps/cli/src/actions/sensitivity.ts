import { hint } from '@asylia/cases';
import type { FigureSensitivity, SensitivityInput } from '@asylia/lab';
import { planSensitivity, runSensitivityTask, sensitivityOf, UserError } from '@asylia/lab';
import { idOf } from '@asylia/security';
import { textTable } from '../output/textTable.ts';
import { number } from '../output/words.ts';
import type { Effects } from '../shell/effects.ts';
import { findScenario, loadCase } from '../shell/loadCase.ts';
import { loadTheories } from '../shell/loadTheories.ts';
import { progress } from '../shell/progress.ts';

export interface SensitivityOptions {
  readonly figure: string;
  readonly theory?: string;
  readonly scenario: string;
  readonly json: boolean;
}

/** Assumptions that are printed for a figure. */
const shown = 10;

/** Which assumption matters most for a figure: each varied alone, in the expected run. */
export function sensitivity(effects: Effects, name: string, options: SensitivityOptions): void {
  const loaded = loadCase(effects, name);
  const scenario = findScenario(effects, loaded, options.scenario);
  const theory =
    options.theory === undefined ? null : loadTheories(effects, [options.theory]).theories[0]!;
  const input: SensitivityInput = {
    study: { case: loaded.case, calibration: loaded.calibration, scenario, seed: 0 },
    theory,
  };
  const [central, ...moved] = planned(input);
  const first = runSensitivityTask(input, central!);
  const ids = first.figures.map((one) => one.id);
  const asked = idOf(options.figure);
  if (!ids.includes(asked)) {
    throw new UserError(
      `--figure: expected ${theory ? 'a figure' : 'a figure of the movement of people (measures of security need --theory, such as T1)'}, got "${options.figure}". ${hint(options.figure, ids)}`,
    );
  }
  const advance = progress(effects, 'assumptions', moved.length, 0);
  const parts = moved.map((task) => {
    const part = runSensitivityTask(input, task);
    advance(1);
    return part;
  });
  const found = sensitivityOf([first, ...parts]).find((one) => one.figure.id === asked)!;
  if (options.json) {
    const value = {
      case: loaded.case.name,
      scenario: scenario?.id ?? 'as-it-was',
      theory: theory?.id ?? null,
      figures: first.figures,
      ...found,
    };
    effects.out(`${JSON.stringify(value)}\n`);
    return;
  }
  effects.out(sensitivityText(found));
}

/** An overlay that does not fit the case is a fault of a file, not of the program. */
function planned(input: SensitivityInput) {
  try {
    return planSensitivity(input);
  } catch (error) {
    if (error instanceof RangeError) throw error;
    throw new UserError((error as Error).message);
  }
}

/** As the first word of a sentence. */
const capital = (text: string) => text.slice(0, 1).toUpperCase() + text.slice(1);

function sensitivityText({ figure, central, influences }: FigureSensitivity): string {
  const moving = influences.filter(({ range }) => range > 0);
  const table = textTable({
    id: 'sensitivity',
    title: '',
    columns: ['assumption', 'mark', 'low', 'value', 'high', 'at low', 'at high', 'moves it by'],
    rows: moving
      .slice(0, shown)
      .map(({ assumption, atLow, atHigh, range }) => [
        assumption.id,
        assumption.mark,
        assumption.low,
        assumption.central,
        assumption.high,
        atLow,
        atHigh,
        range,
      ]),
  });
  const still = influences.length - moving.length;
  return [
    `${capital(figure.title)} (${figure.code}): ${number(central)} ${figure.unit} in the expected run.`,
    'Each assumption varied alone from the 5 % to the 95 % quantile of its uncertainty; what two do together is not seen.',
    '',
    table,
    `${moving.length} assumptions move it, ${still} do not. asylia explain assumptions <name> says what one is; fitted ones stand in calibration-plan.json.`,
    '',
  ].join('\n');
}
