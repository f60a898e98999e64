import type english from './en.json';

/** Name of a sentence of the catalogues; every catalogue has all of them. */
export type MessageId = keyof typeof english;
