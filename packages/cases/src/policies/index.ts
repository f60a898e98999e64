export type { Combined } from './overlayOf.ts';
export { combine, mergeOverlays, overlayOf, policiesOf } from './overlayOf.ts';
export type {
  ChoicePolicy,
  NumberPolicy,
  Policy,
  PolicyRoom,
  PolicyUnit,
  PolicyValues,
  Recorded,
  RowBehind,
  Settings,
} from './policy.ts';
export { policyRooms } from './policy.ts';
