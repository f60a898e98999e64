export * from './fairShares.ts';
export * from './outcomes/definitions.ts';
export * from './outcomes/gaps.ts';
export * from './parameters/index.ts';
export * from './stakes.ts';
export * from './threat/types.ts';
