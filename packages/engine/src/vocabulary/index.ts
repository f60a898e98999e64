export * from './places.ts';
export * from './series.ts';
export * from './situations.ts';
export * from './supply.ts';
export * from './violence.ts';
