import type { World } from '@asylia/engine';
import type { AssumptionValues } from '../parameters/index.ts';
import type { SocietyContext } from '../societyContext.ts';

/** The compiled inputs of one world under one theory: what a factor changes. */
export interface Inputs {
  readonly world: World;
  readonly societyContext: SocietyContext;
  readonly assumptions: AssumptionValues;
  /**
   * [day] reception abroad with every source of threat present; null while that run is simulated
   */
  readonly baselineReception: Float64Array | null;
}
