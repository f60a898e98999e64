export { compileCase } from './compileCase.ts';
export { compileStakes } from './compileStakes.ts';
export { keyOf } from './keyOf.ts';
