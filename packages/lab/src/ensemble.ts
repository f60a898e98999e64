import type { ParameterId, World } from '@asylia/engine';
import { exp, log, normalQuantile, parameters, planWorld, simulate } from '@asylia/engine';
import { drawFrom } from './prepared.ts';
import { centralPlan, preparedStudy } from './preparedStudy.ts';
import { assumptionUniform, clamp, priorQuantile } from './priors.ts';
import type { StudyInput } from './studyInput.ts';

/** A run of worlds that were computed together. */
export interface Chunk {
  readonly firstWorld: number;
  readonly count: number;
  readonly names: readonly string[];
  readonly days: number;
  /** [world x series x day], day fastest */
  readonly values: Float32Array;
}

/** The world of the fitted values, with the scenario: what the expected run is simulated in. */
export function centralWorld(input: StudyInput): World {
  return preparedStudy(input).central.compiled.world;
}

/**
 * The world of one replicate: its own draw of every uncertain parameter. Fitted targets are drawn
 * together from the normal law at the optimum (in logarithms), the others from their priors; all
 * are kept within their declared ranges. Keyed: the same for every scenario, so that scenarios
 * can be compared world by world.
 * @param draw the quantile at which a number is drawn, by its name; independent draws by default
 */
export function drawnWorld(
  input: StudyInput,
  world: number,
  draw: (name: string) => number = (name) => assumptionUniform(input.seed, world, name),
): World {
  const { calibration } = input;
  const fitted = new Set(calibration?.plan.targets.map((target) => target.parameter) ?? []);
  const drawn: Partial<Record<ParameterId, number>> = {};
  for (const declaration of parameters) {
    const { id, prior } = declaration;
    if (fitted.has(id) || prior.kind === 'fixed') continue;
    drawn[id] = priorQuantile(declaration, draw(id));
  }
  if (!calibration) return drawFrom(preparedStudy(input), null, drawn).compiled.world;
  const { plan, result } = calibration;
  const z = plan.targets.map((target) => normalQuantile(draw(`target ${target.id}`)));
  const values = plan.targets.map((target, i) => {
    const shift = result.factor[i]!.reduce((sum, weight, j) => sum + weight * z[j]!, 0);
    return clamp(exp(log(result.fitted[i]!.value) + shift), target.low, target.high);
  });
  return drawFrom(preparedStudy(input), values, drawn).compiled.world;
}

/** Simulates some worlds. Pure: what a worker does. */
export function runChunk(input: StudyInput, firstWorld: number, count: number): Chunk {
  let names: readonly string[] = [];
  let days = 0;
  let values = new Float32Array(0);
  const like = centralPlan(preparedStudy(input));
  for (let i = 0; i < count; i++) {
    const world = drawnWorld(input, firstWorld + i);
    const { series } = simulate(world, {
      seed: input.seed,
      world: firstWorld + i,
      mode: 'sampled',
      plan: planWorld(world, like),
    });
    if (i === 0) {
      names = series.names;
      days = series.days;
      values = new Float32Array(count * names.length * days);
    }
    values.set(series.values, i * names.length * days);
  }
  return { firstWorld, count, names, days, values };
}

/** The chunks of an ensemble: what is computed, saved and resumed as one. */
export function planChunks(
  worlds: number,
  perChunk: number,
): { firstWorld: number; count: number }[] {
  const chunks: { firstWorld: number; count: number }[] = [];
  for (let first = 0; first < worlds; first += perChunk) {
    chunks.push({ firstWorld: first, count: Math.min(perChunk, worlds - first) });
  }
  return chunks;
}

/** Finished worlds in the order of their numbers, whatever the order in which they came. */
export interface Ensemble {
  readonly names: readonly string[];
  readonly days: number;
  readonly worlds: number;
  /** [chunk] in the order of their first worlds */
  readonly chunks: readonly Chunk[];
}

export function mergeChunks(chunks: readonly Chunk[]): Ensemble {
  const ordered = [...chunks].sort((a, b) => a.firstWorld - b.firstWorld);
  const first = ordered[0];
  if (!first) throw new RangeError('an ensemble needs at least one world');
  let next = 0;
  for (const chunk of ordered) {
    if (chunk.firstWorld !== next) {
      throw new RangeError(`world ${next} is missing or there twice`);
    }
    next += chunk.count;
  }
  return { names: first.names, days: first.days, worlds: next, chunks: ordered };
}

/** [world] the block of each world: series x day, day fastest. */
export function worldBlocks(ensemble: Ensemble): Float32Array[] {
  const size = ensemble.names.length * ensemble.days;
  return ensemble.chunks.flatMap((chunk) =>
    Array.from({ length: chunk.count }, (_, i) => chunk.values.subarray(i * size, (i + 1) * size)),
  );
}
