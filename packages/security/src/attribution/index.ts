export * from './coalitions.ts';
export * from './estimands.ts';
export * from './format.ts';
export * from './interactions.ts';
export * from './owen.ts';
export * from './restrict.ts';
