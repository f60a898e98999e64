export * from './outcomes/definitions.ts';
export * from './outcomes/gaps.ts';
