export type { Compiled } from './compileCase.ts';
export { compileCase, compileLike } from './compileCase.ts';
export { compileStakes } from './compileStakes.ts';
export { keyOf } from './keyOf.ts';
