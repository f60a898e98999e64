/** A mistake of the user: one sentence with place, expectation, what came, what to do. Exit 2. */
export class UserError extends Error {
  override readonly name = 'UserError';
}

/** The user stopped the work: what is finished is kept. Exit 130. */
export class Interrupted extends Error {
  override readonly name = 'Interrupted';
}
