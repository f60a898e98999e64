export * from './calibrate/calibrate.ts';
export * from './calibrate/plan.ts';
export * from './observe.ts';
