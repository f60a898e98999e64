import { planWorld, simulate } from '@asylia/engine';
import { drawnWorld } from '../ensemble.ts';
import { figuresOfRun } from '../figures/figuresOf.ts';
import { readFigure } from '../figures/read.ts';
import { centralPlan, preparedStudy } from '../preparedStudy.ts';
import { baselineValue, coalitionRunner, startWorlds } from '../threat/runner.ts';
import { drawOf } from '../threat/setting.ts';
import type { Inputs, Paired, Result } from './answers.ts';
import type { Session } from './session.ts';
import { studyOf, theoryOf } from './session.ts';

/**
 * Simulates one sampled world under some inputs. The draw of the assumptions and the chance belong
 * to the number of the world alone, so that runs of two scenarios can be compared world by world.
 */
export function pairedWorld(session: Session, inputs: Inputs, world: number): Result<Paired> {
  const found = studyOf(session, inputs);
  if ('faults' in found) return found;
  const study = found.answer;
  const drawn = drawnWorld(study, world);
  const plan = planWorld(drawn, centralPlan(preparedStudy(study)));
  const { series } = simulate(drawn, { seed: inputs.seed, world, mode: 'sampled', plan });
  const worlds = startWorlds({
    study,
    world,
    chanceWorld: world,
    mode: 'sampled',
    draw: drawOf(inputs.seed, world),
  });
  worlds.compiled.set('', drawn);
  const runner = coalitionRunner(worlds, theoryOf(session, inputs), []);
  const figures = figuresOfRun(study.case, drawn).map((one) => [one.id, readFigure(one, series)]);
  return {
    answer: {
      figures: Object.fromEntries(figures),
      measures: Array.from(baselineValue(runner)),
    },
  };
}
