export type { Result as Outcome } from '@asylia/lab';
