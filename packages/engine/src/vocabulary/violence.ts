/** What a spell of violence does. */
export const violenceKinds = [
  'expulsion',
  'killing',
  'bombing',
  'insurgency',
  'pursuit',
  'reprisal',
] as const;
export type ViolenceKind = (typeof violenceKinds)[number];
