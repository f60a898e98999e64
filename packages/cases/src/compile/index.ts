export { compileCase } from './compileCase.ts';
export { keyOf } from './keyOf.ts';
