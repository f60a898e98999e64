import { planWorld, simulate } from '@asylia/engine';
import {
  benchOf,
  centralPlan,
  drawnWorld,
  drawOf,
  preparedStudy,
  startWorlds,
  valueAsItWas,
} from '@asylia/lab';
import { figureOf, topicsOf } from './figures.ts';
import { withCurves } from './live.ts';
import type { Inputs, Outcome, Paired } from './protocol.ts';
import type { Session } from './session.ts';
import { studyOf, theoryOf } from './session.ts';

/**
 * Lives one sampled world under some inputs. The draw of the assumptions and the chance belong to
 * the number of the world alone, so that runs of two scenarios can be compared world by world.
 */
export function pairedWorld(session: Session, inputs: Inputs, world: number): Outcome<Paired> {
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
  const bench = benchOf(worlds, theoryOf(session, inputs), []);
  const topics = topicsOf(withCurves(study, drawn, series));
  return {
    answer: {
      figures: topics.map((topic) => figureOf(topic).value),
      measures: Array.from(valueAsItWas(bench)),
    },
  };
}
