import type { World } from '@asylia/engine';
import type { AssumptionValues } from '../parameters/index.ts';
import type { Stakes } from '../stakes.ts';

/** The compiled inputs of one world under one theory: what a factor changes. */
export interface Inputs {
  readonly world: World;
  readonly stakes: Stakes;
  readonly assumptions: AssumptionValues;
  /** [day] reception abroad with every source of threat present; null while that run is lived */
  readonly receptionAsItWas: Float64Array | null;
}
