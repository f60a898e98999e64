export type { Compiled } from './compileCase.ts';
export { compileCase, compileLike } from './compileCase.ts';
export { compileSocietyContext } from './compileSocietyContext.ts';
export { keyOf } from './keyOf.ts';
