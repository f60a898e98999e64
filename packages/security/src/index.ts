export * from './fairShares.ts';
export * from './outcomes/definitions.ts';
export * from './outcomes/gaps.ts';
export * from './stakes.ts';
