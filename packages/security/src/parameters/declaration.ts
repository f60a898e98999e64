import type { ParameterDeclaration } from '@asylia/engine';

/** A number about what follows from movement, or about what moves people. */
export interface AssumptionDeclaration<Id extends string = string>
  extends ParameterDeclaration<Id> {
  /**
   * It changes how people move: each value needs runs of its own. Only assumptions that say so are
   * handed to what changes the world (factors/applyLevels.ts). Left out: it acts on consequences.
   */
  readonly acts?: 'movement';
}
